using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Teams;

/// <summary>Requests that wait for an answer: card buttons and dialogs.</summary>
internal sealed class TeamsInvokes(TeamsRepeats repeats, TeamsSeal seal)
{
    public TeamsRead Read(TeamsActivity activity)
    {
        var value = activity.Node.At("value");
        return activity.Node.Text("name") switch
        {
            "adaptiveCard/action" => CardAction(activity, value),
            "task/fetch" => Submitted(activity, value.At("data"), TeamsOpening.Dialog),
            "task/submit" => Submitted(activity, value.At("data"), TeamsOpening.DialogButton),

            // An invoke without a name is how the first clients sent a card's button.
            null when TeamsData.PressIn(value) is not null => Submitted(activity, value, TeamsOpening.Message),
            var other => new UnknownInvoke(TeamsReader.Named("invoke", other)),
        };
    }

    /// <summary>A button or form of ours by its data, by whichever way it came.</summary>
    public TeamsRead Submitted(TeamsActivity activity, JsonElement? data, TeamsOpening opening)
    {
        if (activity.Person is null || TeamsData.PressIn(data) is not { } press) return new StrangeButton(opening);
        var door = opening == TeamsOpening.Message ? OpenDoor.Form : OpenDoor.Form | OpenDoor.Whisper;
        if (!TeamsData.IsForm(data))
            return new ForInbox(
                new Pressed(press) { Delivery = KeyOf(activity, data, opening), Place = PlaceOf(activity, data), By = TeamsReader.ByOf(activity), At = activity.At, Zone = activity.Zone, Door = door },
                opening) { Card = activity.ReplyTo, Stands = Here(activity) };
        return new ForInbox(
            new Filled(press, new FormValues(TeamsData.TextsIn(data), []))
            {
                Delivery = FormKey(activity, data),
                Place = PlaceOf(activity, data),
                By = TeamsReader.ByOf(activity),
                At = activity.At,
                Zone = activity.Zone,
                Door = opening == TeamsOpening.Message ? door : door | OpenDoor.FieldErrors,
            },
            opening)
        {
            Card = activity.ReplyTo,
            Stands = Here(activity),
            IsFormMessage = data.Says(TeamsData.IsMessage),
            Form = TeamsData.FormIn(data),
            People = TeamsData.FieldsOf(data, nameof(PersonField)),
        };
    }

    private TeamsRead CardAction(TeamsActivity activity, JsonElement? value)
    {
        var (action, data) = (value.At("action"), value.At("action").At("data"));
        if (TeamsData.PressIn(data) is not { } press) return new StrangeButton(TeamsOpening.Card);

        // A client asks by itself when a card comes into view; whatever verb it names then, nothing may change.
        if (value.Text("trigger") == "automatic" || action.Text("verb") == TeamsData.RefreshVerb)
            return press.SubjectId is { } id ? new RefreshWanted(new Subject(activity.Tenant, press.Practice, id), activity.Channel) : new StrangeButton(TeamsOpening.Card);
        return Submitted(activity, data, TeamsOpening.Card);
    }

    /// <summary>To open a dialog again is to open it again: nobody is served by being shown nothing.</summary>
    private string KeyOf(TeamsActivity activity, JsonElement? data, TeamsOpening opening) =>
        opening == TeamsOpening.Dialog ? activity.Key() : repeats.KeyOf(activity, data);

    /// <summary>
    /// The same form with the same words is the same delivery, under whichever id it comes: it carries when it was opened. The
    /// key is stored, and a ballot's few numbers could be found out by trying; so it is made with the bot's secret.
    /// </summary>
    private string FormKey(TeamsActivity activity, JsonElement? data) => data.Text(TeamsData.Opened) is { Length: > 0 and <= 80 } opened
        ? seal.KeyOf("form", activity.Person!, opened, TeamsRepeats.Said(data))
        : repeats.KeyOf(activity, data);

    /// <summary>
    /// Where a note or form says that it belongs, when that is sealed for this person; else where the button is. Only channels
    /// have threads: elsewhere every card stands for itself.
    /// </summary>
    private Place PlaceOf(TeamsActivity activity, JsonElement? data) =>
        seal.Opened(TeamsOrigin.In(data), activity.Tenant, activity.Person!) ?? Here(activity);

    private static Place Here(TeamsActivity activity) => activity.Scope == TeamsScope.Channel
        ? new Place(activity.Tenant, activity.Channel, activity.Root ?? (TeamsActivity.IsMessage(activity.ReplyTo) ? activity.ReplyTo : null))
        : new Place(activity.Tenant, activity.Channel);
}
