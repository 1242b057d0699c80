using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Series as teams have them: Acme's margin before its limit, half a year of weekly lead times, and every odd end of a series.</summary>
internal static class SamplePlots
{
    private static readonly LocalDate s_monday = new(2026, 6, 1);

    /// <summary>GitLab's Acme (2019): net profit / revenue, with the board's limit and what the four quarters forecast.</summary>
    public static Plot Acme { get; } = new(
        "The profit margin reaches the board's −20% in 1 to 2 quarters",
        "When? Net profit as a share of revenue, a quarter, n = 4",
        "Source: quarterly report, 31 Dec 2026. Spread between straight line, median slope, average step and last step; 4 points can't rule out that it levels off.",
        "The profit margin fell every quarter, from −7.4% in Q1 to −15.5% in Q4. It reaches the board's limit of −20% in 1 to 2 quarters if it goes on like this.",
        new PlotUnit("%", 1),
        [new(new(2026, 3, 31), -7.36m, "Q1"), new(new(2026, 6, 30), -7.50m, "Q2"), new(new(2026, 9, 30), -11.36m, "Q3"), new(new(2026, 12, 31), -15.52m, "Q4")])
    {
        Threshold = new("Board limit", -20, -15),
        Forecast = new("−20% in 1 to 2 quarters", [new(new(2027, 3, 31), "Q1 2027", -19.68m, -18.1m, -17.5m), new(new(2027, 6, 30), "Q2 2027", -23.83m, -21.4m, -20.36m)]),
    };

    /// <summary>Twenty-four weeks: limits locked from the first twelve, a shift, a point outside, a target with a date.</summary>
    public static Plot Weekly { get; } = Of(
        "Lead time has shifted: the last 8 weeks were all above the mean",
        new PlotUnit(" days"),
        [54, 61, 57, 52, 63, 58, 55, 60, 51, 59, 62, 56, 53, 60, 57, 55, 61, 64, 66, 63, 70, 85, 68, 72]) with
    {
        Target = new(50, new LocalDate(2027, 1, 29)),
        Baseline = new(0, 11),
        Limits = new(57.3m, 41.4m, 73.3m, LockedSince: new LocalDate(2026, 8, 24)),
        Signals = [new("Outside the natural process limits", [21]), new("8 in a row on one side of the centre line", [16, 17, 18, 19, 20, 21, 22, 23])],
    };

    public static Plot Constant { get; } = Of("Deployments stayed at 4 a week", new PlotUnit(""), [4, 4, 4, 4, 4, 4, 4, 4]) with { Limits = new(4, 4, 4, IsProvisional: true) };

    public static Plot Negative { get; } = Of("The margin is below zero and routine", new PlotUnit("%", 1), [-3.2m, -4.1m, 1.4m, -2.2m, -5.6m, 0.3m, -1.9m, -4.4m, -2.7m, -3.9m]) with
    {
        Baseline = new(0, 9),
        Limits = new(-2.6m, -12.1m, 6.9m, IsProvisional: true),
    };

    public static Plot One { get; } = Of("Revenue growth was 5.2% in the first week", new PlotUnit("%", 1), [5.2m]) with { Target = new(10, new LocalDate(2027, 3, 31)) };

    public static Plot None { get; } = Of("Revenue growth has no readings yet", new PlotUnit("%", 1), []) with { Target = new(10) };

    public static Plot TwoHundred { get; } = Of(
        "Sign-ups wander between 1,100 and 1,500 a day",
        new PlotUnit(""),
        [.. Enumerable.Range(0, 200).Select(index => Math.Round(1300 + (decimal)(120 * Math.Sin(index / 9.0)) + (decimal)(index * 7919 % 97) - 48))]) with
    {
        Limits = new(1300, 1080, 1520),
        Signals = [new("8 in a row on one side of the centre line", [.. Enumerable.Range(60, 12)]), new("3 of 4 nearer a limit than the centre line", [130, 131, 132]), new("Outside the natural process limits", [14]), new("Outside the natural process limits", [98])],
    };

    public static Plot Long { get; } = Weekly with
    {
        Title = string.Join(' ', Enumerable.Repeat("Lead time from the first commitment to the customer's first use has grown", 6)),
        Subtitle = string.Join(' ', Enumerable.Repeat("Days of 24 hours, from commitment to first use, weekly median,", 6)),
        Footnote = string.Join(' ', Enumerable.Repeat("Source: the team's board, exported on Monday.", 12)),
        Threshold = new("The limit that the board of the company set in its meeting", 90, 80),
        Points = [.. Weekly.Points.Select(point => point with { Label = "Week of " + point.Label })],
    };

    public static IEnumerable<(string Name, Plot Plot)> All { get; } =
    [
        ("acme-margin", Acme), ("weekly", Weekly), ("constant", Constant), ("negative", Negative), ("one", One), ("none", None), ("two-hundred", TwoHundred), ("long", Long),
    ];

    /// <summary>One value a week.</summary>
    public static Plot Of(string title, PlotUnit unit, ImmutableArray<decimal> values) => new(
        title,
        $"Median a week, n = {values.Length}",
        "Source: the team's board, 16 Nov 2026.",
        $"{title}. The last value is {(values.IsEmpty ? "missing" : values[^1].ToString(CultureInfo.InvariantCulture))}.",
        unit,
        [.. values.Select((value, index) => s_monday.PlusWeeks(index) is var day ? new PlotPoint(day, value, day.ToString("d MMM", CultureInfo.InvariantCulture)) : throw new System.Diagnostics.UnreachableException())]);
}
