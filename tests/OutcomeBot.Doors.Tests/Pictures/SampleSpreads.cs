using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Weights as groups give them: Acme's five factors in its first and second round, and every odd end of a spread.</summary>
internal static class SampleSpreads
{
    private static readonly PlotUnit s_percent = new("%", 1);

    /// <summary>The first round of seven people: they lie far apart on one factor.</summary>
    public static Spreads First { get; } = Of("Furthest apart on Lead time: 10% to 45%", Rows(
        ("Revenue from new customers", [30, 35, 25, 40, 30, 30, 20]),
        ("Lead time", [10, 15, 45, 40, 10, 20, 35]),
        ("Customers who stay", [30, 20, 10, 10, 30, 20, 15]),
        ("Security findings older than 30 days", [20, 20, 10, 5, 20, 20, 20]),
        ("Team health", [10, 10, 10, 5, 10, 10, 10])));

    /// <summary>The second round: closer, each median beside that of the first.</summary>
    public static Spreads Second { get; } = Of("Lead time went from 20% to 30%, and the group stands closer together", Rows(
        ("Revenue from new customers", [30, 30, 25, 30, 30, 30, 25]),
        ("Lead time", [25, 25, 35, 35, 25, 30, 30]),
        ("Customers who stay", [20, 20, 15, 15, 20, 20, 20]),
        ("Security findings older than 30 days", [15, 15, 15, 10, 15, 10, 15]),
        ("Team health", [10, 10, 10, 10, 10, 10, 10])), [30, 20, 20, 20, 10]);

    public static Spreads Twelve { get; } = Of("Twelve candidates, and nobody agrees", Rows([.. Enumerable.Range(1, 12)
        .Select(number => ($"Candidate factor {number}", Enumerable.Range(0, 9).Select(rater => (decimal)((number * 7 + rater * 13) % 40)).ToArray()))]), [.. Enumerable.Range(1, 12).Select(number => number * 3m)]);

    public static Spreads Long { get; } = Of(
        string.Join(' ', Enumerable.Repeat("The group is furthest apart on the share of lead time that nobody owns", 4)),
        Rows(
            ("The share of the lead time that work waits in a queue between two teams, as measured on the board of each of them", [20, 40, 60]),
            (new string('x', 80), [10, 50])));

    public static Spreads One { get; } = Of("One person has weighed one factor", Rows(("Lead time", [100m])));

    public static Spreads Zero { get; } = Of("Nobody gives it anything", Rows(("Team health", [0m, 0, 0])), [0]);

    public static Spreads None { get; } = Of("Nobody has weighed yet", []);

    public static Spreads Below { get; } = Of("Some would pay to be without it", Rows(("Lift", [-3m, -1, 0, 2, 4]), ("Drop", [-8m, -6, -5, -5, 1]))) with { Unit = new("") };

    public static IEnumerable<(string Name, Spreads Spreads)> All { get; } =
        [("first", First), ("second", Second), ("twelve", Twelve), ("long", Long), ("one", One), ("zero", Zero), ("none", None), ("below", Below)];

    public static Spreads Of(string title, IReadOnlyList<(string Label, Spread Spread)> rows, decimal[]? before = null) => Spreads.Of(
        title,
        "What weighs how much? Points of 100",
        "Sealed vote of 16 Nov 2026, 7 of 8 voted; quartiles of type R7.",
        s_percent,
        [.. rows.Select((row, index) => SpreadRow.Of(row.Label, row.Spread, before?[index]))]);

    private static List<(string Label, Spread Spread)> Rows(params (string Label, decimal[] Values)[] rows) =>
        [.. rows.Select(row => (row.Label, Spread.Of(row.Values)))];
}
