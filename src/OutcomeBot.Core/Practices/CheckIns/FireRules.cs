using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// What a tick of the alarm clock brings. It is decided from dates alone: whatever is in the ledger is not asked again, and what
/// passed while nobody was running is entered as missed, with one late message at most.
/// </summary>
internal static class FireRules
{
    /// <summary>What the ledger says of a date that passed while the bot was not running.</summary>
    public const string Down = "OutcomeBot was not running";

    /// <summary>So late is still in time: a restart or a busy minute is nothing to speak of.</summary>
    public static readonly Duration Punctual = Duration.FromHours(1);

    public static Decision Of(CheckInSchedule schedule, Fire fire)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var plans = ImmutableArray.CreateBuilder<Plan>();
        foreach (var seat in schedule.Asked)
            if (seat.Next.At <= fire.At)
                plans.Add(Fired(schedule, seat, fire.At, fire.Around, entries));
        return plans.Count == 0 ? Decision.Of() : new Fired(entries.ToImmutable(), plans.ToImmutable()) { By = fire.By, At = fire.At };
    }

    private static Plan Fired(CheckInSchedule schedule, Seat seat, Instant now, Surroundings around, ImmutableArray<Entry>.Builder entries)
    {
        var id = around.ZoneOf(schedule, seat.Who, seat.Zone);
        var zone = Zones.Of(id);
        var date = seat.Next.For;
        var began = entries.Count;
        Instant at;
        for (; (at = schedule.Cadence.At(date, zone)) <= now; date = schedule.Cadence.After(date))
            entries.Add(new Entry(seat.Who?.Id, date, OccurrenceState.Missed, Down));
        if (entries.Count > began)
        {
            entries[^1] = Latest(schedule, seat, entries[^1].For, zone, now, at, around.Calendar);
            for (var index = began; index < entries.Count - 1; index++)
                if (around.Calendar.On(entries[index].For) is { } holiday)
                    entries[index] = Excused(entries[index], holiday);
            if (seat.Recent is [.., { State: OccurrenceState.Planned or OccurrenceState.Sent or OccurrenceState.Snoozed } open])
                entries.Insert(began, new Entry(seat.Who?.Id, open.For, OccurrenceState.Missed, "no answer"));
        }

        return new Plan(seat.Who?.Id, id, new Planned(date, at));
    }

    private static Entry Latest(CheckInSchedule schedule, Seat seat, LocalDate date, DateTimeZone zone, Instant now, Instant next, Calendar calendar)
    {
        var entry = new Entry(seat.Who?.Id, date, OccurrenceState.Sent, "");
        var late = now - schedule.Cadence.At(date, zone);
        if (calendar.On(date) is { } holiday) return Excused(entry, holiday);
        if (schedule.Skip is { } skip) return entry with { State = OccurrenceState.Skipped, Outcome = $"{skip.By.Name}: {skip.Reason}" };
        if (late > Punctual && (schedule.CatchUp == CatchUpPolicy.None || next - now < Punctual))
            return entry with { State = OccurrenceState.Missed, Outcome = Down };
        return seat.Who is null
            ? entry with { Outcome = late > Punctual ? "asked late" : "asked" }
            : entry with { State = OccurrenceState.Planned, Outcome = "on its way" };
    }

    private static Entry Excused(Entry entry, Holiday holiday) => entry with { State = OccurrenceState.Excused, Outcome = holiday.Name };
}
