using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>From a tick to what is asked: one call for every date, with everybody whose time it is, and what was missed before.</summary>
internal static class Calls
{
    public static IEnumerable<Reply> Of(Scene scene, CheckInSchedule schedule, Fired fired) => fired.Entries
        .Where(IsAsked)
        .GroupBy(entry => entry.For)
        .Select(date => Of(scene, schedule, fired, date.Key, [.. date]));

    private static HandOver Of(Scene scene, CheckInSchedule schedule, Fired fired, LocalDate date, ImmutableArray<Entry> entries)
    {
        if (schedule.Topic.Kind == CheckInKind.Kata) return new HandOver("kata/coach", schedule.Topic.Question);
        var seats = schedule.Seats.Where(seat => entries.Any(entry => seat.IsOf(entry.Person))).ToImmutableArray();
        var call = new RoundCall(
            scene.Subject.Id, schedule.Topic, date, seats[0].Zone, schedule.Window,
            [.. seats.SelectMany(seat => seat.Who is { } who ? [new Called(who, seat.Zone)] : ImmutableArray<Called>.Empty)],
            Missed(seats[0], date),
            CadenceWords.Shift(schedule.Cadence, date, Zones.Of(seats[0].Zone)),
            Previous(seats[0], date));
        return Slips.To(Slips.IdOf(scene.Subject.Id, date), new AskSlip(call));
    }

    private static bool IsAsked(Entry entry) =>
        entry.State == OccurrenceState.Sent || (entry.Person is not null && entry.State == OccurrenceState.Planned);

    /// <summary>The dates that passed while the bot was not running, since something was asked last.</summary>
    private static ImmutableArray<LocalDate> Missed(Seat seat, LocalDate date) =>
        [.. seat.Recent.Reverse().SkipWhile(line => line.For >= date).TakeWhile(line => line is { State: OccurrenceState.Missed, Outcome: FireRules.Down } or { State: OccurrenceState.Excused }).Where(line => line.Outcome == FireRules.Down).Select(line => line.For).Reverse()];

    /// <summary>The last date that was asked before, for what changed since.</summary>
    private static LocalDate? Previous(Seat seat, LocalDate date) =>
        seat.Recent.Reverse().SkipWhile(line => line.For >= date).Where(line => line.State != OccurrenceState.Excused && line.State != OccurrenceState.Skipped && line.Outcome != FireRules.Down).Select(line => (LocalDate?)line.For).FirstOrDefault();
}
