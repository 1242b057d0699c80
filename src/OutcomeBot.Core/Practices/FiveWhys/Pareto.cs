using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Which kinds of causes come up most, over everything concluded.</summary>
internal static class Pareto
{
    public static Card Of(IReadOnlyList<Found> ended)
    {
        var concluded = ended.Where(found => found.Index.Tags.Length > 0).ToList();
        if (concluded.Count == 0)
            return new Card("No analysis has been concluded yet", new Prose("Once some are, this shows which kinds of root causes come up most."));
        var rows = concluded.SelectMany(found => found.Index.Tags)
            .GroupBy(tag => tag)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var all = rows.Sum(row => row.Count());
        return new Card($"{rows[0].Key} comes up most: {FiveWhysCards.Count(rows[0].Count(), "analysis", "analyses")} of {concluded.Count}",
            new Table(
                "Categories of root causes",
                [new("Category"), new("Analyses", ColumnKind.Number), new("Share", ColumnKind.Number), new("Running total", ColumnKind.Number)],
                [.. Rows(rows, all)]),
            new Aside($"n = {FiveWhysCards.Count(concluded.Count, "concluded analysis", "concluded analyses")} of this workspace{(ended.Count >= Need.Most ? ", the newest" : "")}. One with root causes of two kinds counts for both."));
    }

    private static IEnumerable<ImmutableArray<Words>> Rows(List<IGrouping<string, string>> rows, int all)
    {
        var running = 0;
        foreach (var row in rows)
        {
            running += row.Count();
            yield return [row.Key, Number(row.Count()), Percent(row.Count(), all), Percent(running, all)];
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(int part, int all) => $"{Number((int)Math.Round(100.0 * part / all))} %";
}
