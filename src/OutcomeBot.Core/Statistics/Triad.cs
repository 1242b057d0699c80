namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Three judgements that should follow from each other: the first item is so many times the second, the second so many times the third, so
/// the first should be <see cref="Implied"/> times the third; it is said to be <paramref name="FirstOverThird"/>. The first two are
/// never below 1, so that the contradiction can be read aloud.
/// </summary>
public sealed record Triad(int First, int Second, int Third, double FirstOverSecond, double SecondOverThird, double FirstOverThird)
{
    private const double Crumb = 1e-9;

    /// <summary>What the first two judgements make of the third; it may lie beyond Saaty's scale.</summary>
    public double Implied => FirstOverSecond * SecondOverThird;

    /// <summary>The step of Saaty's scale (1/9 … 1/2, 1, 2 … 9) that is nearest to what is implied, which is never below 1.</summary>
    public int ImpliedOnScale => (int)Math.Clamp(Math.Round(Implied, MidpointRounding.AwayFromZero), 1, 9);

    /// <summary>
    /// From 0 (consistent) towards 1: 1 − the smaller of said/implied and implied/said. Source: W. W. Koczkodaj, A new definition of
    /// consistency of pairwise comparisons, Mathematical and Computer Modelling 18 (1993) 79-84.
    /// </summary>
    public double Inconsistency => 1 - Math.Min(FirstOverThird / Implied, Implied / FirstOverThird);

    /// <summary>
    /// The most inconsistent three; of equal ones the earlier. Where the three go round in a circle, the judgement to look at again is the one
    /// that is farthest from the ratio of the weights (T. L. Saaty, EJOR 145 (2003) 85-91).
    /// </summary>
    internal static Triad? WorstOf(double[,] table, IReadOnlyList<double> weights)
    {
        var threes = PairwiseTable.Pairs(weights.Count)
            .SelectMany(pair => Enumerable.Range(pair.Second + 1, weights.Count - pair.Second - 1).Select(third => (pair.First, pair.Second, Third: third)))
            .Select(three => Readable(three.First, three.Second, three.Third, table, weights));
        // A difference in the last digits isn't one: of triads that are equal on paper the earlier is named.
        var worst = threes.OrderByDescending(triad => Math.Round(triad.Inconsistency, 9)).FirstOrDefault();
        return worst?.Inconsistency > Crumb ? worst : null;
    }

    private static Triad Readable(int a, int b, int c, double[,] table, IReadOnlyList<double> weights)
    {
        (int First, int Second, int Third)[] ways = [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)];
        return ways
            .Where(way => table[way.First, way.Second] >= 1 && table[way.Second, way.Third] >= 1)
            .Select(way => new Triad(way.First, way.Second, way.Third, table[way.First, way.Second], table[way.Second, way.Third], table[way.First, way.Third]))
            .MaxBy(triad => Math.Round(Math.Abs(Math.Log(triad.FirstOverThird * weights[triad.Third] / weights[triad.First])), 9))!;
    }
}
