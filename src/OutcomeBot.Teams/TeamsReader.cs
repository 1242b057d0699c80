using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>What Teams sends, as <see cref="Incoming"/>. Anything in it may be missing or of another type.</summary>
internal sealed class TeamsReader(TeamsInvokes invokes, TeamsLines lines, NamedLines named)
{
    /// <summary>What an activity turned out to be.</summary>
    public async ValueTask<TeamsRead> ReadAsync(TeamsActivity activity, CancellationToken cancellationToken) => activity.Node.Text("type") switch
    {
        "message" => await MessageAsync(activity, cancellationToken),
        "messageUpdate" or "messageDelete" when activity.IsUnseen => new NotForUs("a change of what only the bot was told"),
        "messageUpdate" when activity.Node.At("channelData").Text("eventType") == "editMessage" => await EditedAsync(activity, cancellationToken),
        "messageDelete" => await RemovedAsync(activity, cancellationToken),
        "invoke" => invokes.Read(activity),
        "installationUpdate" => Installation(activity.Node.Text("action")),
        "conversationUpdate" => TeamsUpdates.Read(activity),
        var other => new NotForUs(Named("activity", other)),
    };

    private async ValueTask<TeamsRead> MessageAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var node = activity.Node;
        if (activity.Mri is null || activity.Mri == activity.Bot || node.At("from").Text("role") == "bot" || activity.Id is not { } message) return new NotForUs("message by a bot, or by nobody");
        if (TeamsData.PressIn(node.At("value")) is not null) return invokes.Submitted(activity, node.At("value"), TeamsOpening.Message);
        var isToUs = activity.Scope == TeamsScope.Person || activity.IsUnseen || TeamsTyped.IsMentioned(node, activity.Bot);
        var text = TeamsTyped.Read(node, activity.Bot);
        if (text.Length == 0 && !(isToUs && node.Text("text") is not null)) return new NotForUs("message without text");
        if (activity.IsUnseen) return Unseen(activity, text, message);

        var place = new Place(activity.Tenant, activity.Channel, await lines.ThreadAsync(activity, isToUs && !named.IsCommand(text), cancellationToken));
        if (isToUs ? !await named.IsAnswerAsync(place, text, cancellationToken) : place.Thread is null || place.Thread == message)
            return isToUs ? Said(activity, text, message, place) : new NotForUs("message outside threads");
        return For(activity, new Heard(text, message) { Delivery = activity.Key(), Place = place, By = ByOf(activity), At = activity.At });
    }

    /// <summary>
    /// Said to the bot alone in the midst of others: a command, and never an answer, which everybody would read. Only a command is
    /// about the thread it was said in, and nothing can hang on it: to such a message nobody can reply.
    /// </summary>
    private ForInbox Unseen(TeamsActivity activity, string text, string message) =>
        Said(activity, text, null, new Place(activity.Tenant, activity.Channel, activity.Root == message || !named.IsCommand(text) ? null : activity.Root));

    private static ForInbox Said(TeamsActivity activity, string text, string? message, Place place)
    {
        var (word, rest) = TeamsTyped.Command(text);
        return For(activity, new Said(word, rest, message) { Delivery = activity.Key(), Place = place, By = ByOf(activity), At = activity.At, Door = OpenDoor.Form });
    }

    private async ValueTask<TeamsRead> EditedAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Mri is null || activity.Id is not { } message) return new NotForUs("an edit without author or message");
        var text = TeamsTyped.Read(activity.Node, activity.Bot);
        return For(activity, new Edited(text, message)
        {
            // The edit bears its message's id, so its time tells one edit from the next.
            Delivery = activity.Key($"edit {activity.Node.Text("timestamp")} {text}"),
            Place = new Place(activity.Tenant, activity.Channel, await lines.ThreadAsync(activity, isPlain: true, cancellationToken)),
            By = ByOf(activity),
            At = activity.At,
        });
    }

    private async ValueTask<TeamsRead> RemovedAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Mri is null || activity.Id is not { } message) return new NotForUs("a deletion without author or message");
        return For(activity, new Removed(message)
        {
            Delivery = activity.Key("delete"),
            Place = new Place(activity.Tenant, activity.Channel, await lines.ThreadAsync(activity, isPlain: true, cancellationToken)),
            By = ByOf(activity),
            At = activity.At,
        });
    }

    private static TeamsRead Installation(string? action) => action switch
    {
        "add" => new StandingChanged(TeamsChange.Added),
        "add-upgrade" => new StandingChanged(TeamsChange.Upgraded),
        "remove" => new StandingChanged(TeamsChange.Removed),
        _ => new NotForUs(Named("installationUpdate", action)),
    };

    /// <summary>Who did it; the name is completed from what is stored.</summary>
    public static Person ByOf(TeamsActivity activity)
    {
        var id = activity.Person ?? "";
        return new Person(id, activity.Node.At("from").Text("name") is { } name && !string.IsNullOrWhiteSpace(name) ? TeamsPeople.Tidy(name) : id);
    }

    private static ForInbox For(TeamsActivity activity, Incoming incoming) => new(incoming with { Zone = activity.Zone }, TeamsOpening.Message);

    /// <summary>Names go into the log; only what has the shape of a name does.</summary>
    internal static string Named(string kind, string? name) =>
        name is { Length: > 0 and <= 80 } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '/' or '-' or '_') ? $"{kind} {name}" : $"{kind} without a name";
}
