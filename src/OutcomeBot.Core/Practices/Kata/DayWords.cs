using NodaTime;
using NodaTime.Text;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A day as people type it: today, tomorrow, Friday, in 3 days, in 2 weeks, 4 Dec, 2026-12-04.</summary>
internal static class DayWords
{
    private const int Farthest = 1_000;

    private static readonly LocalDatePattern[] s_withYear =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"),
    ];

    private static readonly AnnualDatePattern[] s_withoutYear =
    [
        AnnualDatePattern.CreateWithInvariantCulture("d MMM"),
        AnnualDatePattern.CreateWithInvariantCulture("d MMMM"),
    ];

    /// <summary>The day that is meant, from today on where no year is given; null when the text is no day.</summary>
    public static LocalDate? Read(string text, LocalDate today)
    {
        var words = text.Trim().TrimEnd('.').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = words is ["by" or "on" or "next" or "until", .. var rest] ? rest : words;
        return said switch
        {
            ["today"] => today,
            ["tomorrow"] => today.PlusDays(1),
            ["in", var number, var unit] => In(number, unit, today),
            [var name] when WeekDay(name) is { } day => today.Next(day),
            _ => Written(string.Join(' ', said), today),
        };
    }

    private static LocalDate? In(string number, string unit, LocalDate today)
    {
        int? count = number is "a" or "an" or "one" ? 1 : int.TryParse(number, out var parsed) && parsed is >= 0 and <= Farthest ? parsed : null;
        return (count, unit) switch
        {
            ({ } days, "day" or "days") => today.PlusDays(days),
            ({ } weeks, "week" or "weeks") => today.PlusWeeks(weeks),
            ({ } months, "month" or "months") => today.PlusMonths(months),
            _ => null,
        };
    }

    private static IsoDayOfWeek? WeekDay(string name) => name.Length < 3
        ? null
        : Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .Select(day => (IsoDayOfWeek?)day).FirstOrDefault();

    private static LocalDate? Written(string text, LocalDate today)
    {
        foreach (var pattern in s_withYear)
            if (pattern.Parse(text) is { Success: true } dated) return dated.Value;
        foreach (var pattern in s_withoutYear)
            if (pattern.Parse(text) is { Success: true } annual)
                return annual.Value.InYear(today.Year) is var day && day >= today ? day : annual.Value.InYear(today.Year + 1);
        return null;
    }
}
