
namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>A page after something has happened to it.</summary>
internal static class CheckInFolding
{
    public static CheckInState Evolve(CheckInState state, CheckInChange change) => (state, change) switch
    {
        (Unplanned, Scheduled scheduled) => new Running(scheduled.Schedule),
        (Unplanned, Opened opened) => RoundFolding.Opened(new Round(opened.Call with { People = [] }, opened.At) { Before = opened.Before, Report = opened.Report }, opened),
        (Round round, _) => RoundFolding.Evolve(round, change),
        (Personal or Unplanned, Nudged or HeldBack or LetGo or Met or Parted or TimesSet or WentAway or LeftWorkspace or CameBack) => PersonalFolding.Evolve(state as Personal, change),
        (Calendar or Unplanned, HolidaysSet set) => (state as Calendar ?? Calendar.Empty) with { Holidays = set.Holidays },
        (Calendar or Unplanned, ChannelZoneSet set) => WithZone(state as Calendar ?? Calendar.Empty, set),

        (_, WasPaused) => new Paused(Known(state), change.By, change.At),
        (_, Resumed resumed) => new Running(resumed.Plans.Aggregate(Known(state), Replanned)),
        (_, WasDeleted) => new Deleted(Known(state), change.By, change.At),
        _ => With(state, Evolve(Known(state), change)),
    };

    private static CheckInSchedule Evolve(CheckInSchedule schedule, CheckInChange change) => change switch
    {
        Changed changed => changed.Schedule,
        SkippedAhead skip => schedule with { Skip = new SkipAhead(skip.By, skip.Reason) },
        TakenOver over => schedule with { Owner = over.By },
        Joined joined => Seating.Joined(schedule, joined.Seat),
        Left left => Seating.Left(schedule, left.Person),
        Suspended suspended => At(schedule, suspended.Person, Seating.Suspended),
        Reinstated back => At(Replanned(schedule, back.Plan), back.Plan.Person, seat => seat with { IsGone = false }),
        Moved moved => Replanned(schedule, moved.Plan),
        Noted noted => noted.Entries.Aggregate(schedule, Entered),
        Fired fired => Fired(schedule, fired),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A skip is used up by the first dates that it was good for.</summary>
    private static CheckInSchedule Fired(CheckInSchedule schedule, Fired fired)
    {
        var after = fired.Plans.Aggregate(fired.Entries.Aggregate(schedule, Entered), Replanned);
        return schedule.Skip is not null && fired.Entries.Any(entry => entry.State == OccurrenceState.Skipped) ? after with { Skip = null } : after;
    }

    private static CheckInSchedule Entered(CheckInSchedule schedule, Entry entry) =>
        At(schedule, entry.Person, seat => Ledger.With(seat, entry));

    private static CheckInSchedule Replanned(CheckInSchedule schedule, Plan plan) =>
        At(schedule, plan.Person, seat => seat with { Zone = plan.Zone, Next = plan.Next });

    private static CheckInSchedule At(CheckInSchedule schedule, string? person, Func<Seat, Seat> change)
    {
        for (var index = 0; index < schedule.Seats.Length; index++)
            if (schedule.Seats[index].IsOf(person))
                return schedule with { Seats = schedule.Seats.SetItem(index, change(schedule.Seats[index])) };
        return schedule.Former.Any(seat => seat.IsOf(person))
            ? schedule with { Former = [.. schedule.Former.Select(seat => seat.IsOf(person) ? change(seat) : seat)] }
            : schedule;
    }

    private static CheckInState With(CheckInState state, CheckInSchedule schedule) => state switch
    {
        Running running => running with { Schedule = schedule },
        Paused paused => paused with { Schedule = schedule },
        Deleted deleted => deleted with { Schedule = schedule },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static CheckInSchedule Known(CheckInState state) => state.Known ?? throw new System.Diagnostics.UnreachableException();

    private static Calendar WithZone(Calendar calendar, ChannelZoneSet set) => calendar with { Channels = calendar.Channels.SetItem(set.Channel, set.Zone) };
}
