using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// A hundred points that each rater divides among items, in whole points, none negative. Since every rater gives exactly 100, everybody
/// weighs the same; a list that adds up to anything else is refused, never rescaled.
/// </summary>
public sealed record PointAllocation(ImmutableArray<int> Weights, Middle By)
{
    /// <summary>The points that are still to give; below 0 when too many are given.</summary>
    public static int Left(IEnumerable<int> points) => Hundred.Total - points.Sum();

    /// <summary>Whether these are 100 points, none negative.</summary>
    public static bool IsWhole(IReadOnlyCollection<int> points) => points.All(point => point >= 0) && Left(points) == 0;

    /// <summary>
    /// What the raters give together, one list a rater, one number an item: the middle of each item's points, brought to exactly 100 by
    /// <see cref="Hundred.ByLargestRemainder"/>. Where every median is 0, the means are taken, and <see cref="By"/> says so.
    /// </summary>
    public static PointAllocation Of(IReadOnlyList<IReadOnlyList<int>> ratings, Middle by)
    {
        if (ratings.Count == 0 || ratings.Any(points => points.Count != ratings[0].Count || !IsWhole(points)))
            throw new ArgumentException("Each rater gives exactly 100 points to the same items, none of them negative.", nameof(ratings));
        var shares = Middles(ratings, by);
        return shares.Any(share => share > 0)
            ? new(Hundred.ByLargestRemainder(shares), by)
            : new(Hundred.ByLargestRemainder(Middles(ratings, Middle.Mean)), Middle.Mean);
    }

    private static decimal[] Middles(IReadOnlyList<IReadOnlyList<int>> ratings, Middle by) =>
        [.. Enumerable.Range(0, ratings[0].Count).Select(item => MiddleOf([.. ratings.Select(points => (decimal)points[item])], by))];

    private static decimal MiddleOf(decimal[] points, Middle by) => by == Middle.Median ? Summary.Median(points) : Summary.Mean(points);
}

/// <summary>Which middle stands for a group: the mean counts every point, the median isn't moved by a single extreme rater.</summary>
public enum Middle
{
    Median,
    Mean,
}
