using MathNet.Numerics.Distributions;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Whether a series crosses its centre line too seldom, or stays on one side too long, to be random: the two rules of
/// Anhøj, which need no limits. Points on the centre line are left out.
/// </summary>
/// <remarks>
/// Longest run at most round(log2 n + 3); crossings at least the 5 % quantile of the binomial distribution (n − 1, ½).
/// Source: J. Anhøj, A. V. Olesen, Run Charts Revisited, PLoS ONE 9 (2014) e113825; the R package qicharts2.
/// </remarks>
public sealed record RunsAnalysis(int Points, int LongestRun, int MostLongestRun, int Crossings, int LeastCrossings)
{
    private const double Risk = 0.05;

    public bool IsSignal => LongestRun > MostLongestRun || Crossings < LeastCrossings;

    /// <summary>The runs of a series about its centre line; none when every point lies on it.</summary>
    public static RunsAnalysis? Of(IEnumerable<decimal> values, decimal centre)
    {
        bool[] above = [.. values.Where(value => value != centre).Select(value => value > centre)];
        if (above.Length == 0)
            return null;
        var (longest, run, crossings) = (1, 1, 0);
        for (var index = 1; index < above.Length; index++)
        {
            var isCrossing = above[index] != above[index - 1];
            crossings += isCrossing ? 1 : 0;
            run = isCrossing ? 1 : run + 1;
            longest = Math.Max(longest, run);
        }

        return new(above.Length, longest, (int)Math.Round(Math.Log2(above.Length) + 3), crossings, LeastCrossingsOf(above.Length - 1));
    }

    private static int LeastCrossingsOf(int gaps) =>
        Enumerable.Range(0, gaps + 1).First(crossings => Binomial.CDF(0.5, gaps, crossings) >= Risk);
}
