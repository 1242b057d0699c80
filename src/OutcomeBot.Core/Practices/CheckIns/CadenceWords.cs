using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>A cadence as people say it.</summary>
public static class CadenceWords
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly ImmutableArray<Weekdays> s_days =
        [Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday, Weekdays.Friday, Weekdays.Saturday, Weekdays.Sunday];

    /// <summary>Every Monday and Thursday at 09:00.</summary>
    public static string Of(Cadence cadence) => $"{Dates(cadence)} at {Of(cadence.Time)}";

    /// <summary>09:00</summary>
    public static string Of(LocalTime time) => s_time.Format(time);

    /// <summary>Mon 23 Nov, 09:00: local, in the zone that the reader was told of.</summary>
    public static string Of(Instant at, DateTimeZone zone) => CardText.Of(at, zone).Replace(" UTC", "", StringComparison.Ordinal);

    /// <summary>What is done where the clocks skip or repeat the time of a date; null where they don't.</summary>
    public static string? Shift(Cadence cadence, LocalDate date, DateTimeZone zone) => cadence.ShiftOn(date, zone) switch
    {
        ClockShift.None => null,
        ClockShift.Skipped => $"On {CardText.Of(date)} the clocks of {zone.Id} jump over {Of(cadence.Time)}, so it comes right after, at {Of(cadence.At(date, zone).InZone(zone).TimeOfDay)}.",
        ClockShift.Twice => $"On {CardText.Of(date)} the clocks of {zone.Id} go through {Of(cadence.Time)} twice, so it comes the first time only.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The first such sentence of the occurrences within a year; null when the clocks leave it alone.</summary>
    public static string? ShiftAhead(Cadence cadence, Instant from, DateTimeZone zone)
    {
        var end = from + Duration.FromDays(366);
        for (var next = cadence.Next(from, zone); next.At < end; next = cadence.Next(next.At, zone))
            if (Shift(cadence, next.For, zone) is { } sentence) return sentence;
        return null;
    }

    private static string Dates(Cadence cadence) => cadence switch
    {
        Weekly { Days: Weekdays.All, Every: 1 } => "every day",
        Weekly { Days: Weekdays.Working, Every: 1 } => "every working day (Monday to Friday)",
        Weekly { Every: 1 } weekly => $"every {Of(weekly.Days)}",
        Weekly weekly => $"every {weekly.Every.ToString(CultureInfo.InvariantCulture)} weeks on {Of(weekly.Days)}",
        MonthlyOnDay { Day: 31 } => "on the last day of every month",
        MonthlyOnDay { Day: > 28 } monthly => $"on day {monthly.Day.ToString(CultureInfo.InvariantCulture)} of every month (its last day where it is shorter)",
        MonthlyOnDay monthly => $"on day {monthly.Day.ToString(CultureInfo.InvariantCulture)} of every month",
        MonthlyOnWeekday monthly => $"on the {monthly.Week.ToString().ToLowerInvariant()} {monthly.Weekday} of every month",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(Weekdays days) => Listed([.. s_days.Where(day => days.HasFlag(day)).Select(day => day.ToString())]);

    /// <summary>Words as a list: a, b and c.</summary>
    internal static string Listed(ImmutableArray<string> words) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
}
