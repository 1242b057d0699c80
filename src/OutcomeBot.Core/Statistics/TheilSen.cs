using MathNet.Numerics.Distributions;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// The median of the slopes between all pairs of points, at times 1..n: a trend that single exceptional points can't bend.
/// <paramref name="Low"/> and <paramref name="High"/> hold the true slope with 95 % confidence.
/// </summary>
/// <remarks>
/// Intercept = median y − slope · median t (Conover). The interval takes the slopes of rank (N − z√Var S)/2 and
/// (N + z√Var S)/2 + 1 of N, between neighbours by proportion. Sources: P. K. Sen (1968); R. O. Gilbert (1987), 16.5.
/// </remarks>
public sealed record TheilSen(decimal Slope, decimal Intercept, decimal Low, decimal High)
{
    /// <summary>The slope of a series whose test is known; it needs two points.</summary>
    public static TheilSen Of(IReadOnlyList<decimal> values, MannKendall test)
    {
        decimal[] slopes = [.. Slopes(values).Order()];
        var slope = Summary.MedianOfSorted(slopes);
        var reach = (decimal)(Normal.InvCDF(0, 1, 0.975) * Math.Sqrt(test.VarianceOfS));
        return new(
            slope,
            Summary.Median(values) - (slope * (values.Count + 1) / 2),
            AtRank(slopes, (slopes.Length - reach) / 2),
            AtRank(slopes, ((slopes.Length + reach) / 2) + 1));
    }

    private static IEnumerable<decimal> Slopes(IReadOnlyList<decimal> values)
    {
        for (var from = 0; from < values.Count; from++)
            for (var to = from + 1; to < values.Count; to++)
                yield return (values[to] - values[from]) / (to - from);
    }

    private static decimal AtRank(decimal[] sorted, decimal rank)
    {
        var place = Math.Clamp(rank, 1, sorted.Length);
        var below = (int)decimal.Floor(place);
        var above = Math.Min(below + 1, sorted.Length);
        return sorted[below - 1] + ((place - below) * (sorted[above - 1] - sorted[below - 1]));
    }
}
