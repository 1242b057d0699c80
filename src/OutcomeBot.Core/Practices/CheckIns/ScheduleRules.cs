using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// Making, changing and ending a schedule. Who made it edits and deletes it; anybody in the channel may pause it, resume it and
/// skip its next one, by name; a paused one can be taken over by anybody.
/// </summary>
internal static class ScheduleRules
{
    public static Decision Of(Schedule command) => Checked(command.Draft) is { } refusal
        ? refusal
        : new Scheduled(Made(command)) { By = command.By, At = command.At };

    public static Decision Of(CheckInSchedule schedule, Edit edit)
    {
        if (!schedule.Owner.Is(edit.By)) return OnlyOwner(schedule, "change it");
        if (Checked(edit.Draft) is { } refusal) return refusal;
        var changed = Filled(schedule.Audience == edit.Draft.Audience ? schedule : Reseated(schedule, edit.Draft), edit.Draft);
        return new Changed(changed with { Seats = [.. changed.Seats.Select(seat => Planned(changed, seat, edit.At, edit.Around))] }) { By = edit.By, At = edit.At };
    }

    public static Decision Of(CheckInSchedule schedule, Pause pause) =>
        schedule.Seats.IsEmpty ? new Refusal("Nobody is asked, so there's nothing to pause.") : new WasPaused { By = pause.By, At = pause.At };

    public static Decision Of(CheckInSchedule schedule, Resume resume) => new Resumed(
        [.. schedule.Seats.Select(seat => Planned(schedule, seat, resume.At, resume.Around)).Select(seat => new Plan(seat.Who?.Id, seat.Zone, seat.Next))])
    { By = resume.By, At = resume.At };

    public static Decision Of(CheckInSchedule schedule, Delete delete) =>
        schedule.Owner.Is(delete.By) ? new WasDeleted { By = delete.By, At = delete.At } : OnlyOwner(schedule, "delete it");

    public static Decision Of(CheckInSchedule schedule, TakeOver over) => schedule.Owner.Is(over.By)
        ? new Refusal("You look after it already.")
        : new TakenOver { By = over.By, At = over.At };

    public static Decision Of(CheckInSchedule schedule, SkipNext skip) => (schedule.Skip, Reason(skip.Reason)) switch
    {
        ({ } already, _) => new Refusal($"{already.By.Name} has skipped the next one already: {already.Reason}"),
        (_, Refusal refusal) => refusal,
        _ => new SkippedAhead(Typed.Line(skip.Reason)) { By = skip.By, At = skip.At },
    };

    /// <summary>A reason that is worth keeping; a refusal when it is none.</summary>
    public static Refusal? Reason(string reason) => Typed.Line(reason).Length switch
    {
        0 => new Refusal("Say why in a few words: it's kept beside the date.", "reason"),
        > Limits.Reason => new Refusal($"Keep the reason under {Limits.Reason} characters.", "reason"),
        _ => null,
    };

    /// <summary>A seat with its next occurrence after now, and never again one for a date that is in the ledger.</summary>
    public static Seat Planned(CheckInSchedule schedule, Seat seat, Instant now, Surroundings around)
    {
        var zone = around.ZoneOf(schedule, seat.Who, seat.Zone);
        var next = schedule.Cadence.Next(now, Zones.Of(zone));
        while (seat.Recent is [.., { } last] && next.For <= last.For) next = schedule.Cadence.Next(next.At, Zones.Of(zone));
        return seat with { Zone = zone, Next = next };
    }

    private static Refusal? Checked(Draft draft) => draft switch
    {
        { Topic: { Kind: CheckInKind.Question, Question: "" } } => new Refusal("What shall be asked? Write the question, for example: What is lead time this week?", "question"),
        { Topic.Question.Length: > Limits.Question } => new Refusal($"Keep the question under {Limits.Question} characters.", "question"),
        { Topic: { Kind: CheckInKind.MetricUpdate or CheckInKind.TargetReminder, Metric: null or "" } } => new Refusal("Which metric is it about? Name one that is defined here.", "metric"),
        { Zone: null } => new Refusal("In which time zone? Name a city or an IANA zone, like Europe/Berlin.", "zone"),
        { Window: < 1 or > Limits.LongestWindow } => new Refusal($"An answer is on time for 1 to {Limits.LongestWindow} hours.", "window"),
        { People.Length: >= Limits.People } => new Refusal($"At most {Limits.People} people are asked each for themselves. Ask the channel instead.", "people"),
        _ => null,
    };

    private static CheckInSchedule Made(Schedule command)
    {
        var draft = command.Draft;
        var schedule = Filled(new CheckInSchedule { Owner = command.By, Topic = draft.Topic, Cadence = draft.Cadence, ZoneRule = draft.ZoneRule, Zone = draft.Zone! }, draft);
        var who = draft.Audience == Audience.Channel ? [null] : draft.People.Prepend(command.By).DistinctBy(person => person.Id).Cast<Person?>();
        return schedule with { Seats = [.. who.Select(person => Planned(schedule, new Seat(person, schedule.Zone, default), command.At, command.Around))] };
    }

    private static CheckInSchedule Filled(CheckInSchedule schedule, Draft draft) => schedule with
    {
        Topic = draft.Topic,
        Cadence = draft.Cadence,
        ZoneRule = draft.ZoneRule,
        Zone = draft.Zone!, // A draft without a zone was refused before.
        CatchUp = draft.CatchUp,
        Window = draft.Window,
        Audience = draft.Audience,
    };

    /// <summary>The channel is asked instead of people, or the other way round: then it begins with whoever made it.</summary>
    private static CheckInSchedule Reseated(CheckInSchedule schedule, Draft draft) =>
        Seating.Only(schedule, [Seating.SeatFor(schedule, draft.Audience == Audience.Channel ? null : schedule.Owner, draft.Zone!)]);

    private static Refusal OnlyOwner(CheckInSchedule schedule, string what) =>
        new($"{schedule.Owner.Name} made this check-in, so only {schedule.Owner.Name} can {what}. Anybody can pause it, and a paused one can be taken over.");
}
