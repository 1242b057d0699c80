using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What people type after the word checkin.</summary>
internal static class TypedTalk
{
    public static Meaning Of(Scene scene, Chat.Said said)
    {
        if (said.Word != CheckInPractice.Name) return Meaning.NotMine;
        var line = Typed.Line(said.Text);
        return line.TrimEnd('.', '!', ' ').ToLowerInvariant() switch
        {
            "" or "list" => new Says(scene.Tell(ListCards.Of(scene.Readings, scene.Incoming.Place, scene.At))),
            "new" => PressedTalk.Of(scene, new Press(CheckInPractice.Name, null, PressVerb.New)),
            "help" => new Says(scene.Tell(CheckInNotes.Help)),
            "me" or "my times" => PressedTalk.Of(scene, new Press(CheckInPractice.Name, Slips.IdOf(scene.By), PressVerb.Times)),
            "away" => PressedTalk.Of(scene, new Press(CheckInPractice.Name, Slips.IdOf(scene.By), PressVerb.Away)),
            "holidays" => PressedTalk.Of(scene, new Press(CheckInPractice.Name, Calendar.Id, PressVerb.Holidays)),
            "zone" => PressedTalk.Of(scene, new Press(CheckInPractice.Name, Calendar.Id, PressVerb.Zone)),
            _ when scene.Page is not null => Meaning.Refuse(scene, $"This thread is about a check-in already. Make the new one in the channel: {CheckInPractice.Name} {line}"),
            _ => New(scene, line),
        };
    }

    /// <summary>A draft from what was read, with a zone from the line, the channel or the person, whichever is known first.</summary>
    public static Draft Draft(Scene scene, Reading reading, Topic topic) => new()
    {
        Topic = topic,
        Cadence = reading.Cadence!, // Only asked for where the line was understood.
        ZoneRule = reading.ZoneRule ?? (scene.Around.Channel is null ? ZoneRule.Fixed : ZoneRule.Channel),
        Zone = reading.Zone ?? (reading.ZoneRule == ZoneRule.User ? scene.Clock.Mine ?? scene.Around.Channel : scene.Around.Channel ?? scene.Clock.Mine),
        Audience = reading.Audience,
    };

    private static Meaning New(Scene scene, string line)
    {
        var reading = LineReader.Read(line, scene.At);
        if (reading.Cadence is null) return Form(scene, line, reading.Sentence!); // Without a cadence there is a sentence.
        var draft = Draft(scene, reading, Topics.Read(reading.Question));
        return scene.Decide(new Schedule(draft, scene.Around)) is Refusal refusal
            ? Form(scene, line, refusal.Sentence)
            : new Wants(new Schedule(draft, scene.Around)) { Place = scene.Incoming.Place.Root, Then = [scene.Tell(CheckInNotes.Understood(draft, reading.Assumed, scene))] };
    }

    /// <summary>What could not be read comes back in a form, with everything typed still there.</summary>
    private static Says Form(Scene scene, string line, string sentence)
    {
        var form = CheckInForms.New(scene, line, sentence);
        return new Says(scene.Incoming.Door.HasFlag(OpenDoor.Form) ? new Chat.Ask(form) : scene.Tell(new Card("Not planned yet", new Prose(sentence), new Prose($"You typed: {line}"))));
    }
}
