using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// Who sits where. A seat that is given up keeps its ledger, so that whoever takes it again finds it: no date is
/// entered twice, and none is lost when a schedule asks the channel for a while and people after that.
/// </summary>
internal static class Seating
{
    /// <summary>What the ledger says of a question that was open when its seat was given up.</summary>
    public const string GivenUp = "asked no more";

    /// <summary>What is said of a question to somebody who has left the workspace.</summary>
    public const string Gone = "has left the workspace";

    /// <summary>A seat for this person, or for the channel, with the ledger that they had here before.</summary>
    public static Seat SeatFor(CheckInSchedule schedule, Person? who, string zone) =>
        All(schedule).FirstOrDefault(seat => seat.IsOf(who?.Id)) is { } known ? known with { Who = who, Zone = zone } : new Seat(who, zone, default);

    /// <summary>The schedule when these sit, and nobody else.</summary>
    public static CheckInSchedule Only(CheckInSchedule schedule, ImmutableArray<Seat> seats) => schedule with
    {
        Seats = seats,
        Former = [.. All(schedule).Where(seat => !seats.Any(taken => taken.IsOf(seat.Who?.Id))).Select(Ended).TakeLast(Limits.People)],
    };

    public static CheckInSchedule Joined(CheckInSchedule schedule, Seat seat) => Only(schedule, schedule.Seats.Add(seat));

    public static CheckInSchedule Left(CheckInSchedule schedule, string person) => Only(schedule, schedule.Seats.RemoveAll(seat => seat.IsOf(person)));

    /// <summary>Every seat that has a ledger here, those that are given up last.</summary>
    public static IEnumerable<Seat> All(CheckInSchedule schedule) => schedule.Seats.Concat(schedule.Former);

    /// <summary>The seat of somebody who has left the workspace.</summary>
    public static Seat Suspended(Seat seat) => Excused(seat, Gone) with { IsGone = true };

    /// <summary>The occurrence for which an answer is awaited; null when there is none.</summary>
    public static Occurrence? OpenOf(Seat seat) =>
        seat.Recent is [.., { State: OccurrenceState.Planned or OccurrenceState.Sent or OccurrenceState.Snoozed } open] ? open : null;

    /// <summary>Whoever takes the seat again is there again.</summary>
    private static Seat Ended(Seat seat) => Excused(seat, GivenUp) with { IsGone = false };

    /// <summary>Nobody waits for an answer any more, so not answering misses nothing; an answer still counts.</summary>
    private static Seat Excused(Seat seat, string why) => OpenOf(seat) is { } open
        ? seat with { Recent = seat.Recent.SetItem(seat.Recent.Length - 1, open with { State = OccurrenceState.Excused, Outcome = why }) }
        : seat;
}
