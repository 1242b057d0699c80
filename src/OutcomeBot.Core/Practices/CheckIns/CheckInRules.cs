using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What may happen to a page of this practice, state by state.</summary>
public static class CheckInRules
{
    public static Decision Decide(CheckInState state, Command command) => (state, command) switch
    {
        (Unplanned, Schedule schedule) => ScheduleRules.Of(schedule),
        (Unplanned, Ask ask) => new Opened(ask.Call, ask.Before, ask.Report) { By = ask.By, At = ask.At },
        (Unplanned or Personal, PutTo put) => PersonalRules.Of(state as Personal ?? new Personal(put.Nudge.Who), put),
        (Unplanned or Personal, Meet meet) => new Met(meet.Who, meet.Schedule) { By = meet.By, At = meet.At },
        (Unplanned or Personal, SetTimes set) => PersonalRules.Of(set),
        (Unplanned or Personal, GoAway away) => PersonalRules.Of(state as Personal, away),
        (Unplanned or Calendar, SetHolidays set) => CalendarRules.Of(set),
        (Unplanned or Calendar, SetChannelZone set) => CalendarRules.Of(set),

        (Running(var schedule), Fire fire) => FireRules.Of(schedule, fire),
        (Running(var schedule), Pause pause) => ScheduleRules.Of(schedule, pause),
        (Running(var schedule), SkipNext skip) => ScheduleRules.Of(schedule, skip),
        (Running, Resume) => new Refusal("It's running already."),
        (Running(var schedule), TakeOver) => new Refusal($"{schedule.Owner.Name} looks after it. Pause it first, and anybody can take it over."),

        (Paused(var schedule, _, _), Resume resume) => ScheduleRules.Of(schedule, resume),
        (Paused(var schedule, _, _), TakeOver over) => ScheduleRules.Of(schedule, over),
        (Paused(_, var by, _), Pause) => new Refusal($"{by.Name} has paused it already."),
        (Paused(_, var by, _), SkipNext) => new Refusal($"{by.Name} has paused it, so there is no next one to skip. Resume it first."),
        (Paused or Deleted, Fire) => Decision.Of(),

        (Running or Paused, Edit edit) when state.Known is { } schedule => ScheduleRules.Of(schedule, edit),
        (Running or Paused, Delete delete) when state.Known is { } schedule => ScheduleRules.Of(schedule, delete),
        (Running or Paused, Join join) when state.Known is { } schedule => SeatRules.Of(schedule, join),
        (Running or Paused, Leave leave) when state.Known is { } schedule => SeatRules.Of(schedule, leave),
        (Running or Paused, Move move) when state.Known is { } schedule => SeatRules.Of(schedule, move),
        (Running or Paused, Suspend suspend) when state.Known is { } schedule => SeatRules.Of(schedule, suspend),
        (Running or Paused, Reinstate back) when state.Known is { } schedule => SeatRules.Of(schedule, back),
        (Running or Paused or Deleted, Note note) when state.Known is { } schedule => SeatRules.Of(schedule, note),
        (Deleted(_, var by, _), not Move) => new Refusal($"{by.Name} has deleted this check-in. Its answers stay where they were given; make a new one with the word checkin."),

        (Round round, Ask ask) => RoundRules.Of(round, ask),
        (Round round, Answer answer) => RoundRules.Of(round, answer),
        (Round round, PutOff off) => RoundRules.Of(round, off),
        (Round round, AskAgain again) => RoundRules.Of(round, again),
        (Round round, SkipIt skip) => RoundRules.Of(round, skip),
        (Round round, Hear hear) => RoundRules.Of(round, hear),

        (Personal personal, Part part) => PersonalRules.Of(personal, part),
        (Personal personal, LetOut letOut) => PersonalRules.Of(personal, letOut),
        (Personal personal, Depart depart) => PersonalRules.Of(personal, depart),
        (Personal personal, ComeBack back) => PersonalRules.Of(personal, back),

        (_, Fire or Note or Move or Ask or AskAgain or Hear or PutTo or Meet or Part or LetOut or Depart or ComeBack or Suspend or Reinstate) => Decision.Of(),
        _ => new Refusal("There's no check-in here. Make one with the word checkin, for example: checkin every Monday 9:00: What is lead time this week?"),
    };
}

/// <summary>What a workspace shares.</summary>
internal static class CalendarRules
{
    public static Decision Of(SetHolidays set) => set switch
    {
        { Unread: { } line } => new Refusal($"\"{line}\" doesn't begin with a date. Write one holiday a line, like 2026-12-25 Christmas Day.", "holidays"),
        { Holidays.Length: > Calendar.MostHolidays } => new Refusal($"Keep it to {Calendar.MostHolidays} holidays: take out those that are past.", "holidays"),
        _ => new HolidaysSet([.. set.Holidays.OrderBy(holiday => holiday.Date)]) { By = set.By, At = set.At },
    };

    public static Decision Of(SetChannelZone set) => set.Zone is { } zone
        ? new ChannelZoneSet(set.Channel, zone) { By = set.By, At = set.At }
        : new Refusal("That's no time zone I know. Name a city or an IANA zone, like Europe/Berlin.", "zone");
}
