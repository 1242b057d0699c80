using MathNet.Numerics;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Kendall's coefficient of concordance: how much raters agree on the order of items, from 0 (their orders cancel out) to 1 (one
/// order), with the tie correction. <paramref name="S"/> is the sum of squared distances of the rank sums from their mean;
/// <paramref name="P"/> is how often raters who rank blindly agree as much.
/// </summary>
/// <remarks>
/// W = 12 S / (m²(n³ − n) − m Σ(t³ − t)) over groups of t items that one of m raters holds equal; χ² = m(n − 1)W with n − 1 degrees of
/// freedom. The p value is that of χ², which is cautious for few raters: it comes out larger than a count of all orders would.
/// Sources: M. G. Kendall, B. Babington Smith (1939); S. Siegel, N. J. Castellan, Nonparametric Statistics (1988), 9.6.
/// </remarks>
public sealed record KendallsW(int Raters, int Items, decimal S, double W, double ChiSquare, double P)
{
    /// <summary>Of χ².</summary>
    public int DegreesOfFreedom => Items - 1;

    /// <summary>
    /// The agreement of values, one list a rater, one value an item; only the order within a rater counts. None where every rater holds
    /// all items equal. Fewer than two raters or items, and lists of different length, are refused.
    /// </summary>
    public static KendallsW? Of(IReadOnlyList<IReadOnlyList<decimal>> ratings)
    {
        if (ratings.Count < 2 || ratings[0].Count < 2 || ratings.Any(values => values.Count != ratings[0].Count))
            throw new ArgumentException("Agreement is between two or more raters of the same two or more items.", nameof(ratings));
        var (m, n) = (ratings.Count, ratings[0].Count);
        var sums = new decimal[n];
        var ties = 0m;
        foreach (var values in ratings)
        {
            var ranks = Ranks.Of(values);
            for (var item = 0; item < n; item++)
                sums[item] += ranks[item];
            ties += values.GroupBy(value => value).Sum(group => Cubed(group.Count()));
        }

        var middle = m * (n + 1) / 2m;
        var s = sums.Sum(sum => (sum - middle) * (sum - middle));
        var most = ((decimal)m * m * Cubed(n)) - (m * ties);
        return most == 0 ? null : Tested(m, n, s, (double)(12 * s / most));
    }

    private static KendallsW Tested(int m, int n, decimal s, double w)
    {
        var chiSquare = m * (n - 1) * w;
        return new(m, n, s, w, chiSquare, chiSquare == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((n - 1) / 2.0, chiSquare / 2));
    }

    private static decimal Cubed(int size) => ((decimal)size * size * size) - size;
}
