using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Weights from an order alone: the rank order centroid (ROC).</summary>
/// <remarks>
/// The item in place k of n weighs (1/n) Σ 1/i over i from k to n: the middle of all weights that keep the order. Source: F. H. Barron,
/// B. E. Barrett, Decision Quality Using Ranked Attribute Weights, Management Science 42 (1996) 1515-1523.
/// </remarks>
public static class RankOrder
{
    /// <summary>The weights of n places from first to last; they add up to 1. Fewer than one place is refused.</summary>
    public static ImmutableArray<decimal> Centroid(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var weights = new decimal[n];
        var tail = 0m;
        for (var place = n; place >= 1; place--)
        {
            tail += 1m / place;
            weights[place - 1] = tail / n;
        }

        return [.. weights];
    }

    /// <summary>
    /// What the raters' orders weigh together: for each item the mean of its weights, brought to exactly 100 by
    /// <see cref="Hundred.ByLargestRemainder"/>. An order names each item once, counted from 0, the most important first; anything else is refused.
    /// </summary>
    public static ImmutableArray<int> Weights(IReadOnlyList<IReadOnlyList<int>> orders)
    {
        if (orders.Count == 0 || orders.Any(order => !order.Order().SequenceEqual(Enumerable.Range(0, orders[0].Count))))
            throw new ArgumentException("Each order names every item exactly once.", nameof(orders));
        var centroid = Centroid(orders[0].Count);
        var sums = new decimal[centroid.Length];
        foreach (var order in orders)
            for (var place = 0; place < order.Count; place++)
                sums[order[place]] += centroid[place];
        return Hundred.ByLargestRemainder(sums);
    }
}
