using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.TimeZones;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// On which local dates something comes, and at what local time. Dates decide and zones only place them in time, so
/// whatever the clocks do, there is one occurrence for every date it falls on.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Weekly), "weekly")]
[JsonDerivedType(typeof(MonthlyOnDay), "day")]
[JsonDerivedType(typeof(MonthlyOnWeekday), "weekday")]
public abstract record Cadence(LocalTime Time)
{
    /// <summary>An hour that does not exist becomes the first instant after the gap; of an hour that comes twice, the first counts.</summary>
    private static readonly ZoneLocalMappingResolver s_rule =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Whether it falls on this date.</summary>
    public abstract bool FallsOn(LocalDate date);

    /// <summary>The first date after this one on which it falls.</summary>
    public LocalDate After(LocalDate date)
    {
        do date = date.PlusDays(1);
        while (!FallsOn(date));
        return date;
    }

    /// <summary>The one instant that belongs to a date in a zone.</summary>
    public Instant At(LocalDate date, DateTimeZone zone) => zone.ResolveLocal(date + Time, s_rule).ToInstant();

    /// <summary>The first occurrence after an instant, as people in the zone count dates.</summary>
    public Planned Next(Instant after, DateTimeZone zone)
    {
        // A gap at midnight puts an occurrence on the day after its own, so the day before has to be looked at too.
        var date = After(after.InZone(zone).Date.PlusDays(-2));
        while (At(date, zone) <= after) date = After(date);
        return new Planned(date, At(date, zone));
    }

    /// <summary>What the clocks do to it on a date.</summary>
    public ClockShift ShiftOn(LocalDate date, DateTimeZone zone) => zone.MapLocal(date + Time).Count switch
    {
        0 => ClockShift.Skipped,
        1 => ClockShift.None,
        _ => ClockShift.Twice,
    };
}

/// <summary>An occurrence to come: the local date that it is for, and when that is.</summary>
public readonly record struct Planned(LocalDate For, Instant At);

/// <summary>What the clocks do to a local time on a date.</summary>
public enum ClockShift
{
    /// <summary>It comes once.</summary>
    None,

    /// <summary>The clocks jump over it.</summary>
    Skipped,

    /// <summary>The clocks go through it two times.</summary>
    Twice,
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Working = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = Working | Saturday | Sunday,
}

/// <summary>On these days of every n-th week; weeks begin on Monday and are counted from the one that holds <paramref name="From"/>.</summary>
public sealed record Weekly(Weekdays Days, int Every, LocalDate From, LocalTime Time) : Cadence(Time)
{
    /// <summary>The most weeks between two.</summary>
    public const int Most = 26;

    public override bool FallsOn(LocalDate date) => (Days & Of(date)) != 0 && (Every == 1 || Weeks(date) % Every == 0);

    private static Weekdays Of(LocalDate date) => (Weekdays)(1 << ((int)date.DayOfWeek - 1));

    private int Weeks(LocalDate date) => Math.Abs(Period.DaysBetween(Monday(From), Monday(date))) / 7;

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}

/// <summary>On a day of every month; a month that is too short has it on its last day.</summary>
public sealed record MonthlyOnDay(int Day, LocalTime Time) : Cadence(Time)
{
    public override bool FallsOn(LocalDate date) =>
        date.Day == Math.Min(Day, date.Calendar.GetDaysInMonth(date.Year, date.Month));
}

/// <summary>On the first to fourth such weekday of every month, or on its last one.</summary>
public sealed record MonthlyOnWeekday(WeekOfMonth Week, IsoDayOfWeek Weekday, LocalTime Time) : Cadence(Time)
{
    public override bool FallsOn(LocalDate date) => date.DayOfWeek == Weekday && (Week == WeekOfMonth.Last
        ? date.Day > date.Calendar.GetDaysInMonth(date.Year, date.Month) - 7
        : (date.Day - 1) / 7 + 1 == (int)Week);
}

/// <summary>Which one of a month's weekdays.</summary>
public enum WeekOfMonth
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Last = 5,
}
