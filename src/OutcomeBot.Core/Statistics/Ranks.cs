using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Places of values among each other: the smallest has rank 1, equal ones share the average of the places they fill.</summary>
public static class Ranks
{
    /// <summary>The rank of each value, in the order given.</summary>
    public static ImmutableArray<decimal> Of(IReadOnlyList<decimal> values)
    {
        var ranks = new Dictionary<decimal, decimal>();
        var placed = 0;
        foreach (var group in values.GroupBy(value => value).OrderBy(group => group.Key))
        {
            var size = group.Count();
            ranks[group.Key] = placed + ((size + 1) / 2m);
            placed += size;
        }

        return [.. values.Select(value => ranks[value])];
    }

    /// <summary>
    /// Spearman's rank correlation, between −1 and 1, ties corrected: the product-moment correlation of the ranks. None where one
    /// side has a single rank throughout. Source: M. G. Kendall, Rank Correlation Methods (1975), 3.8.
    /// </summary>
    public static double? Spearman(IReadOnlyList<decimal> first, IReadOnlyList<decimal> second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException("Two orders of the same items are compared.", nameof(second));
        var middle = (first.Count + 1) / 2m;
        decimal[] left = [.. Of(first).Select(rank => rank - middle)];
        decimal[] right = [.. Of(second).Select(rank => rank - middle)];
        var (own, other) = (left.Sum(step => step * step), right.Sum(step => step * step));
        var together = left.Zip(right, (one, two) => one * two).Sum();

        // A decimal zero may carry a minus; a plain one is said as 0.
        return own == 0 || other == 0 ? null : together == 0 ? 0 : (double)together / Math.Sqrt((double)own * (double)other);
    }
}
