using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What buttons want. A press comes from outside: what it names is looked up, and the rules decide.</summary>
internal static class PressedTalk
{
    public static Meaning Of(Scene scene, Press press) => (press.Verb, scene.State) switch
    {
        (PressVerb.New, _) => new Says(scene.Open(CheckInForms.New(scene, "", null))),
        (PressVerb.Help, _) => new Says(scene.Tell(CheckInNotes.Help)),
        (PressVerb.Times, _) => new Says(scene.Open(PersonalForms.Times(scene))),
        (PressVerb.Away, _) => new Says(scene.Open(PersonalForms.Away(scene))),
        (PressVerb.Holidays, _) => new Says(scene.Open(PersonalForms.Holidays(scene.Subject with { Id = Calendar.Id }, scene.Calendar))),
        (PressVerb.Zone, _) => new Says(scene.Open(PersonalForms.Zone(scene.Subject with { Id = Calendar.Id }, scene.Calendar, scene.Incoming.Place.Channel))),
        (_, Round round) => OfRound(scene, round, press.Verb),
        (_, { Known: { } schedule }) => OfSchedule(scene, schedule, press.Verb),
        _ => Meaning.Refuse(scene, "That check-in isn't here any more. To see what's planned here, type checkin alone."),
    };

    private static Meaning OfSchedule(Scene scene, CheckInSchedule schedule, string verb) => verb switch
    {
        PressVerb.More => new Says(scene.Tell(ScheduleCards.More(scene, schedule))),
        PressVerb.Preview => new Says(scene.Tell(CheckInNotes.Preview(scene, schedule))),
        PressVerb.Pause => new Wants(new Pause()),
        PressVerb.Resume => new Wants(new Resume(scene.Around)),
        PressVerb.Delete => new Wants(new Delete()),
        PressVerb.TakeOver => new Wants(new TakeOver()),
        PressVerb.Join => new Wants(new Join(scene.By, scene.Around)),
        PressVerb.Leave => new Wants(new Leave()),
        PressVerb.Add => new Opens(CheckInForms.Add(scene.Subject), new Join(null, scene.Around)),
        PressVerb.SkipNext => new Opens(CheckInForms.Reason(scene.Subject, PressVerb.SkipNext, "Skip the next one"), new SkipNext("")),
        PressVerb.Edit => new Opens(CheckInForms.Edit(scene.Subject, schedule), new Edit(Empty(schedule), scene.Around)),
        _ => Meaning.NotMine,
    };

    private static Meaning OfRound(Scene scene, Round round, string verb) => verb switch
    {
        PressVerb.Answer => new Says(scene.Open(CheckInForms.Answer(scene.Subject, round, scene.By))),
        PressVerb.Snooze => new Opens(CheckInForms.Snooze(scene.Subject), new PutOff(NodaTime.Duration.FromHours(1))),
        PressVerb.Skip => new Opens(CheckInForms.Reason(scene.Subject, PressVerb.Skip, "Skip this one"), new SkipIt("")),
        _ => Meaning.NotMine,
    };

    /// <summary>An edit that changes nothing: whether this person may edit at all shows before the form opens.</summary>
    private static Draft Empty(CheckInSchedule schedule) => new() { Topic = schedule.Topic, Cadence = schedule.Cadence, Zone = schedule.Zone, Audience = schedule.Audience };
}
