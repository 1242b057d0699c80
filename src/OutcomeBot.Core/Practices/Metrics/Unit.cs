using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Units by their one name. Per cent and percentage points are two units; nothing is ever converted silently.</summary>
internal static class Unit
{
    public const string Percent = "%";

    public const string PercentagePoints = "pp";

    public const int Longest = 24;

    private const decimal HoursOfDay = 24;

    private const decimal HoursOfWorkingDay = 8;

    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = Percent, ["percent"] = Percent, ["per cent"] = Percent, ["pct"] = Percent,
        ["pp"] = PercentagePoints, ["ppt"] = PercentagePoints, ["ppts"] = PercentagePoints, ["percentage point"] = PercentagePoints, ["percentage points"] = PercentagePoints, ["%-points"] = PercentagePoints, ["% points"] = PercentagePoints,
        ["d"] = "days", ["day"] = "days", ["days"] = "days",
        ["h"] = "hours", ["hr"] = "hours", ["hrs"] = "hours", ["hour"] = "hours", ["hours"] = "hours",
        ["min"] = "minutes", ["mins"] = "minutes", ["minute"] = "minutes", ["minutes"] = "minutes",
        ["s"] = "seconds", ["sec"] = "seconds", ["secs"] = "seconds", ["second"] = "seconds", ["seconds"] = "seconds",
        ["ms"] = "ms", ["week"] = "weeks", ["weeks"] = "weeks", ["month"] = "months", ["months"] = "months",
        ["€"] = "EUR", ["eur"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR",
        ["$"] = "USD", ["usd"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["£"] = "GBP", ["gbp"] = "GBP",
    };

    private static readonly Dictionary<string, decimal> s_hours = new(StringComparer.Ordinal)
    {
        ["ms"] = 1 / 3_600_000m, ["seconds"] = 1 / 3600m, ["minutes"] = 1 / 60m, ["hours"] = 1, ["days"] = HoursOfDay, ["weeks"] = 7 * HoursOfDay, ["months"] = 0,
    };

    /// <summary>The one name of a unit as typed; anything unknown is its own name, in small letters unless it is short.</summary>
    public static string Of(string typed)
    {
        var line = Typed.Line(typed);
        return s_names.TryGetValue(line, out var name) ? name : line;
    }

    /// <summary>Whether two units are the same: items and item are.</summary>
    public static bool Same(string one, string other) => string.Equals(Stem(one), Stem(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether values are lengths of time, which say nothing without a start and an end.</summary>
    public static bool IsTime(string unit) => s_hours.ContainsKey(unit);

    /// <summary>What a value of another unit of time would be; null when no factor is sure. A day may be 24 hours, or the 8 that people work.</summary>
    public static string? Instead(decimal value, string from, string to)
    {
        if (!s_hours.TryGetValue(from, out var hours) || !s_hours.TryGetValue(to, out var into) || hours == 0 || into == 0) return null;
        var plain = Quantity.Text(value * hours / into, to);
        return (from, to) is ("hours" or "minutes", "days")
            ? $"{plain} of 24 hours, or {Quantity.Text(value * hours / HoursOfWorkingDay, to)} of 8 working hours"
            : plain;
    }

    private static string Stem(string unit) => Of(unit) is { Length: > 3 } name && name.EndsWith('s') ? name[..^1] : Of(unit);

    /// <summary>A change as it is said: in the unit, and for what is no percentage also as a share of what was.</summary>
    public static string Change(decimal was, decimal now, string unit)
    {
        var absolute = Quantity.WithSign(now - was, unit == Percent ? PercentagePoints : unit);
        return unit is Percent or PercentagePoints || was <= 0 ? absolute : $"{absolute} ({Quantity.WithSign(100 * (now - was) / was, Percent)})";
    }
}
