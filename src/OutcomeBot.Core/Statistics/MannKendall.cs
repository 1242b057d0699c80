using MathNet.Numerics.Distributions;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Whether a series rises or falls more steadily than chance would make it (Mann-Kendall, two-sided). S counts the pairs
/// that rise minus those that fall; tau-b is S as a share of the pairs that could have, between −1 and 1.
/// </summary>
/// <remarks>
/// Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 over groups of t equal values; z = (S − sign S) / √Var S. Up to 20 points the
/// p value is exact: it counts the orders of these values, ties included. Sources: H. B. Mann (1945); M. G. Kendall, Rank
/// Correlation Methods (1975); R. O. Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), 16.4.
/// </remarks>
public sealed record MannKendall(int N, int S, double VarianceOfS, double Z, double TauB, double P, PValue Kind)
{
    // The counts of orders are whole numbers in a decimal: 20! has 19 digits.
    private const int MostExact = 20;

    /// <summary>The test; a series of fewer than three points is refused.</summary>
    public static MannKendall Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < Trend.LeastPoints)
            throw new ArgumentException($"A trend needs {Trend.LeastPoints} points.", nameof(values));
        var n = values.Count;
        var s = values.Select((value, index) => values.Skip(index + 1).Sum(later => later.CompareTo(value))).Sum();
        int[] ties = [.. values.GroupBy(value => value).Select(group => group.Count())];
        var variance = ((n * (n - 1.0) * ((2.0 * n) + 5)) - ties.Sum(tie => tie * (tie - 1.0) * ((2.0 * tie) + 5))) / 18;
        var z = variance == 0 ? 0 : (s - Math.Sign(s)) / Math.Sqrt(variance);
        var pairs = n * (n - 1) / 2;
        var untied = pairs - ties.Sum(tie => tie * (tie - 1) / 2);
        var tau = untied == 0 ? 0 : s / Math.Sqrt((double)untied * pairs);
        return n <= MostExact
            ? new(n, s, variance, z, tau, Exact(s, ties, untied), PValue.Exact)
            : new(n, s, variance, z, tau, 2 * Normal.CDF(0, 1, -Math.Abs(z)), PValue.NormalApproximation);
    }

    /// <summary>
    /// The share of all orders of these values whose |S| is as large. With i inversions S is untied − 2i, and the orders with i
    /// inversions are counted by the Gaussian multinomial ∏(1 − q^k) / ∏∏(1 − q^j). Source: R. P. Stanley, Enumerative Combinatorics I, 1.7.
    /// </summary>
    private static double Exact(int s, int[] ties, int untied)
    {
        var orders = new decimal[untied + 1];
        orders[0] = 1;
        var placed = 0;
        foreach (var tie in ties)
            for (var j = 1; j <= tie; j++)
            {
                placed++;
                for (var i = untied; i >= placed; i--)
                    orders[i] -= orders[i - placed];
                for (var i = j; i <= untied; i++)
                    orders[i] += orders[i - j];
            }

        var asFar = orders.Where((_, inversions) => Math.Abs(untied - (2 * inversions)) >= Math.Abs(s)).Sum();
        return (double)(asFar / orders.Sum());
    }
}

/// <summary>How a p value was found.</summary>
public enum PValue
{
    Exact,
    NormalApproximation,
}
