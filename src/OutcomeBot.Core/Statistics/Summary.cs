namespace OutcomeBot.Core.Statistics;

/// <summary>Middles of a series, in decimal arithmetic; an empty series is refused.</summary>
public static class Summary
{
    /// <summary>The arithmetic mean.</summary>
    public static decimal Mean(IReadOnlyCollection<decimal> values) => values.Count == 0
        ? throw new ArgumentException("A mean needs at least one value.", nameof(values))
        : values.Sum() / values.Count;

    /// <summary>The middle value; between the two middle ones when their number is even.</summary>
    public static decimal Median(IEnumerable<decimal> values)
    {
        decimal[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("A median needs at least one value.", nameof(values))
            : MedianOfSorted(sorted);
    }

    internal static decimal MedianOfSorted(IReadOnlyList<decimal> sorted) =>
        (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
