using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Does the deeds of a story as people would: each goes in by the inbox, and the next waits until what it needs is on the page.</summary>
internal sealed class SampleStage(Room room, ImmutableDictionary<string, Person> cast, IRoomBook book, IInbox inbox, LocalFeed feed)
{
    private readonly Place _room = new(room.Tenant, room.Id);
    private RoomLine? _card;

    public async Task DoAsync(Deed deed, int number, CancellationToken cancellationToken)
    {
        var at = room.At + (AcmeStory.Pause * number);
        var delivery = $"sample:{room.Id}:{room.At.ToUnixTimeSeconds()}:{number}";
        var by = cast[deed.By];
        switch (deed)
        {
            case Talks talks:
                await TalkAsync(talks, by, at, delivery, cancellationToken);
                break;
            case Replies replies:
                var thread = (await CardAsync(cancellationToken)).Thread;
                await TakeAsync(new Heard(replies.Text, await PutAsync(thread, by, at, delivery, replies.Text, cancellationToken)) { Delivery = delivery, Place = thread, By = by, At = at }, cancellationToken);
                break;
            case Presses presses:
                var card = await CardAsync(cancellationToken);
                await TakeAsync(new Pressed(card.Press(presses.Verb, presses.Argument)) { Delivery = delivery, Place = card.Thread, By = by, At = at }, cancellationToken);
                break;
            case Agrees agrees:
                await TakeAsync(new Pressed(await ButtonAsync(agrees.Verb, cancellationToken)) { Delivery = delivery, Place = (await CardAsync(cancellationToken)).Thread, By = by, At = at }, cancellationToken);
                break;
            case Fills fills:
                var form = await CardAsync(cancellationToken);
                await TakeAsync(
                    new Filled(form.Press(fills.Verb, fills.Argument), Values(fills.Answers, at)) { Delivery = delivery, Place = form.Thread, By = by, At = at, Door = OpenDoor.FieldErrors },
                    cancellationToken);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task TalkAsync(Talks talks, Person by, Instant at, string delivery, CancellationToken cancellationToken)
    {
        var line = await PutAsync(_room, by, at, delivery, talks.Text, cancellationToken);
        if (talks.Text.StartsWith("@" + Commands.Bot, StringComparison.Ordinal) && talks.Text.Split(' ', 3) is [_, var word, var rest])
            await TakeAsync(new Said(word, rest, line) { Delivery = delivery, Place = _room, By = by, At = at }, cancellationToken);
    }

    private async Task<string> PutAsync(Place place, Person by, Instant at, string delivery, string text, CancellationToken cancellationToken)
    {
        var line = new RoomLine(LineIds.Of(delivery, at), place, at, by, text);
        await book.PutAsync(line, cancellationToken);
        feed.Announce(place.Tenant, new LineChanged(line));
        return line.Id;
    }

    // Whoever changed the categories may find the last step refused; the analysis then stays open, like any other.
    private Task<Answer> TakeAsync(Incoming incoming, CancellationToken cancellationToken) => inbox.TakeAsync(incoming, cancellationToken);

    private FormValues Values(ImmutableArray<(string Field, string Text)> answers, Instant at) =>
        FormValues.Of(answers.Select(answer => (answer.Field, Written(answer.Text, at)))) with { People = [.. cast.Values] };

    private string Written(string text, Instant at) => text switch
    {
        ['@', .. var name] => cast[name].Id,
        ['+', .. var days] => LocalDatePattern.Iso.Format(at.InUtc().Date.PlusDays(int.Parse(days, System.Globalization.CultureInfo.InvariantCulture))),
        _ => text,
    };

    private async Task<Stage> CardAsync(CancellationToken cancellationToken)
    {
        _card ??= await FindAsync(_room, "", cancellationToken);
        return new Stage(_room with { Thread = _card.Id }, Presses(_card).First());
    }

    private async Task<Press> ButtonAsync(string verb, CancellationToken cancellationToken)
    {
        var stage = await CardAsync(cancellationToken);
        return Presses(await FindAsync(stage.Thread, verb, cancellationToken)).First(press => press.Verb == verb);
    }

    /// <summary>The newest line there whose card has such a button, as soon as the outbox has brought it.</summary>
    private async Task<RoomLine> FindAsync(Place place, string verb, CancellationToken cancellationToken)
    {
        using var news = feed.Subscribe(place.Tenant);
        var lines = await book.ReadAsync(place, null, 60, cancellationToken);
        if (lines.LastOrDefault(line => Has(line, verb)) is { } there) return there;
        await foreach (var announcement in news.ReadAsync(cancellationToken))
            if (announcement is LineChanged { Line: var line } && line.Place == place && Has(line, verb)) return line;
        throw new OperationCanceledException(cancellationToken);
    }

    private static bool Has(RoomLine line, string verb) => Presses(line).Any(press => verb.Length == 0 || press.Verb == verb);

    private static IEnumerable<Press> Presses(RoomLine line) =>
        line.Card?.Blocks.OfType<Buttons>().SelectMany(buttons => buttons.Items).Select(button => button.Press).Where(press => press.SubjectId is not null) ?? [];

    /// <summary>Where the analysis is played, and how its presses are made.</summary>
    private sealed record Stage(Place Thread, Press Any)
    {
        public Press Press(string verb, string? argument) => Any with { Verb = verb, Argument = argument };
    }
}
