using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>A judgement: the first item, counted from 0, is <paramref name="Times"/> as important as the second. Saaty's scale goes from 1/9 to 9.</summary>
public sealed record Judgement(int First, int Second, double Times);

/// <summary>
/// Pairwise comparison of items (analytic hierarchy process): the weights they imply, adding up to 1, and how consistent they are.
/// The <paramref name="ConsistencyRatio"/> is 0 when every judgement follows from the others, 1 when they are as good as random.
/// </summary>
/// <remarks>
/// Weights = principal eigenvector; CI = (λmax − n)/(n − 1); CR = CI / RI(n) with <see cref="RandomIndex"/>. Sources: T. L. Saaty, The Analytic
/// Hierarchy Process (1980); T. L. Saaty, Decision making with the AHP, Int. J. Services Sciences 1 (2008) 83-98.
/// </remarks>
public sealed record Pairwise(ImmutableArray<Judgement> Judgements, ImmutableArray<double> Weights, double LambdaMax, double ConsistencyIndex, double ConsistencyRatio)
{
    /// <summary>Judgements with a ratio above this should be looked at again (Saaty).</summary>
    public const double Limit = 0.10;

    /// <summary>The table the ratio is made with, to be named beside it: other tables give other ratios.</summary>
    public const string RandomIndexName = "Saaty 1980";

    /// <summary>The mean consistency index of random judgements on 1 to 15 items: Saaty 1980. (Alonso and Lamata have 0.52 and 0.89 for three and four.)</summary>
    public static ImmutableArray<double> RandomIndex { get; } = [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    /// <summary>Whether the judgements hold together well enough.</summary>
    public bool IsConsistent => ConsistencyRatio <= Limit;

    /// <summary>The three items whose judgements contradict each other most; none when there is no contradiction.</summary>
    public Triad? WorstTriad => Triad.WorstOf(PairwiseTable.Of(Weights.Length, Judgements), Weights);

    /// <summary>The weights of judgements on 1 to 15 items: every pair exactly once, in either direction, each a positive number; anything else is refused.</summary>
    public static Pairwise Of(int items, IReadOnlyCollection<Judgement> judgements)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, RandomIndex.Length);
        var table = PairwiseTable.Of(items, judgements);
        var (weights, lambda) = PairwiseTable.Principal(table);
        var index = items < 3 ? 0 : Math.Max(0, (lambda - items) / (items - 1));
        return new([.. judgements], weights, lambda, index, items < 3 ? 0 : index / RandomIndex[items - 1]);
    }

    /// <summary>
    /// The judgements of a group as one: for each pair the geometric mean of what its members say (AIJ), the only mean that keeps them reciprocal.
    /// Nobody, and people who judge different items, are refused. Source: J. Aczél, T. L. Saaty (1983); E. Forman, K. Peniwati (1998).
    /// </summary>
    public static Pairwise Together(IReadOnlyCollection<Pairwise> people)
    {
        if (people.Count == 0 || people.Any(person => person.Weights.Length != people.First().Weights.Length))
            throw new ArgumentException("A group has members, and they judge the same items.", nameof(people));
        var items = people.First().Weights.Length;
        double[][,] tables = [.. people.Select(person => PairwiseTable.Of(items, person.Judgements))];
        return Of(items, [.. PairwiseTable.Pairs(items).Select(pair =>
            new Judgement(pair.First, pair.Second, Math.Exp(tables.Average(table => Math.Log(table[pair.First, pair.Second])))))]);
    }
}
