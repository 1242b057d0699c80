using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Who is asked, by which clock, and what the ledger hears of them.</summary>
internal static class SeatRules
{
    public static Decision Of(CheckInSchedule schedule, Join join) => (schedule, join.Who) switch
    {
        (_, null) => new Refusal("Choose who shall be asked.", "person"),
        ({ Audience: Audience.Channel }, _) => new Refusal("This one asks the channel, so everybody can answer it. To ask people each for themselves, edit it first."),
        (_, var who) when schedule.Seats.Any(seat => seat.IsOf(who.Id)) => new Refusal(who.Is(join.By) ? "You're asked already." : $"{who.Name} is asked already.", "person"),
        (_, var who) when !who.Is(join.By) && !schedule.Owner.Is(join.By) => new Refusal($"Only {schedule.Owner.Name} has others asked. {who.Name} can press Ask me too.", "person"),
        ({ Seats.Length: >= Limits.People }, _) => new Refusal($"{Limits.People} people are asked already, which is as many as one check-in takes. Ask the channel instead."),
        (_, var who) => new Joined(ScheduleRules.Planned(schedule, Seating.SeatFor(schedule, who, schedule.Zone), join.At, join.Around)) { By = join.By, At = join.At },
    };

    public static Decision Of(CheckInSchedule schedule, Leave leave) => schedule.Seats.Any(seat => seat.IsOf(leave.By.Id))
        ? new Left(leave.By.Id) { By = leave.By, At = leave.At }
        : new Refusal("You aren't asked by this one, so there's nothing to leave.");

    /// <summary>A new clock moves what is planned, within the same dates: none is asked twice, none is left out.</summary>
    public static Decision Of(CheckInSchedule schedule, Move move)
    {
        var seat = schedule.Seats.FirstOrDefault(seat => seat.IsOf(move.Person))
            ?? (schedule.Audience == Audience.Channel && schedule.Owner.Id == move.Person ? schedule.Seats.FirstOrDefault() : null);
        if (schedule.ZoneRule != ZoneRule.User || seat is null || seat.Zone == move.Zone) return Decision.Of();
        var next = new Planned(seat.Next.For, schedule.Cadence.At(seat.Next.For, Zones.Of(move.Zone)));
        return new Moved(new Plan(seat.Who?.Id, move.Zone, next)) { By = move.By, At = move.At };
    }

    public static Decision Of(CheckInSchedule schedule, Suspend suspend) => schedule.Seats.Any(seat => seat.IsOf(suspend.Person) && !seat.IsGone)
        ? new Suspended(suspend.Person) { By = suspend.By, At = suspend.At }
        : Decision.Of();

    /// <summary>Asked again from now on: for the dates in between nothing was planned.</summary>
    public static Decision Of(CheckInSchedule schedule, Reinstate back) => schedule.Seats.FirstOrDefault(seat => seat.IsOf(back.Person) && seat.IsGone) is { } gone
        ? new Reinstated(PlanOf(ScheduleRules.Planned(schedule, gone, back.At, back.Around))) { By = back.By, At = back.At }
        : Decision.Of();

    private static Plan PlanOf(Seat seat) => new(seat.Who?.Id, seat.Zone, seat.Next);

    public static Decision Of(CheckInSchedule schedule, Note note)
    {
        var entries = note.Entries.Where(entry => Seating.All(schedule).Any(seat => seat.IsOf(entry.Person) && Ledger.Takes(seat, entry))).ToImmutableArray();
        return entries.IsEmpty ? Decision.Of() : new Noted(entries) { By = note.By, At = note.At };
    }
}
