using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// How much a group has moved between two rounds. <paramref name="PointsMoved"/> is how many of its 100 points changed place;
/// <paramref name="Spearman"/> compares the two orders, and is missing where a round holds all items equal.
/// </summary>
/// <remarks>
/// The points moved are half the sum of all changes, for each that leaves an item arrives at another. The measure and its limit of 15 of
/// 100 are those of M. Scheibe, M. Skutsch, J. Schofer, Experiments in Delphi Methodology, in Linstone and Turoff, The Delphi Method
/// (1975), who compare histograms of answers; here the histogram is what the group gives each item. Stability comes before agreement:
/// a group that stays apart is finished too (J. S. Dajani, M. Z. Sincoff, W. K. Talley, 1979).
/// </remarks>
public sealed record Stability(ImmutableArray<Movement> Movements, decimal PointsMoved, double? Spearman)
{
    /// <summary>A group that moves this many of its 100 points or fewer stands still.</summary>
    public const decimal Limit = 15;

    /// <summary>Whether another round would hardly change the result.</summary>
    public bool IsStable => PointsMoved <= Limit;

    /// <summary>The movement that is largest; of equal ones the earlier item.</summary>
    public Movement Largest => Movements.MaxBy(movement => Math.Abs(movement.Change))!;

    /// <summary>From one round to the next: what the group gives each item, in the same order. Values that don't add up to 100 are brought to it, all 0 is refused.</summary>
    public static Stability Between(IReadOnlyList<decimal> before, IReadOnlyList<decimal> after)
    {
        if (before.Count != after.Count || !CanBeShared(before) || !CanBeShared(after))
            throw new ArgumentException("Two rounds give the same items points of 0 or more, one of them more.", nameof(after));
        ImmutableArray<Movement> movements = [.. Of100(before).Zip(Of100(after), (from, to) => (from, to)).Select((step, item) => new Movement(item, step.from, step.to))];
        return new(movements, movements.Sum(movement => Math.Abs(movement.Change)) / 2, Ranks.Spearman(before, after));
    }

    private static bool CanBeShared(IReadOnlyList<decimal> points) => points.All(point => point >= 0) && points.Sum() > 0;

    private static IEnumerable<decimal> Of100(IReadOnlyList<decimal> points)
    {
        var sum = points.Sum();
        return points.Select(point => point * Hundred.Total / sum);
    }
}

/// <summary>What a group gave an item of its 100 points in one round and in the next.</summary>
public sealed record Movement(int Item, decimal From, decimal To)
{
    /// <summary>Above 0 when the item has gained.</summary>
    public decimal Change => To - From;
}
