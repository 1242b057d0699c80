using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Judgements as a reciprocal table: how much the item of a row outweighs the item of a column.</summary>
internal static class PairwiseTable
{
    private const int MostSteps = 10_000;
    private const double Still = 1e-15;

    /// <summary>Each pair of items once, the earlier first.</summary>
    internal static IEnumerable<(int First, int Second)> Pairs(int items) =>
        Enumerable.Range(0, items).SelectMany(first => Enumerable.Range(first + 1, items - first - 1).Select(second => (first, second)));

    internal static double[,] Of(int items, IReadOnlyCollection<Judgement> judgements)
    {
        var asked = judgements.Select(judgement => (Math.Min(judgement.First, judgement.Second), Math.Max(judgement.First, judgement.Second)));
        if (!asked.Order().SequenceEqual(Pairs(items)) || judgements.Any(judgement => judgement.Times <= 0 || !double.IsNormal(judgement.Times)))
            throw new ArgumentException("Every pair of items is judged exactly once, with a positive number.", nameof(judgements));
        var table = new double[items, items];
        for (var item = 0; item < items; item++)
            table[item, item] = 1;
        foreach (var (first, second, times) in judgements)
            (table[first, second], table[second, first]) = (times, 1 / times);
        return table;
    }

    /// <summary>
    /// The principal eigenvector, adding up to 1, and its eigenvalue, by multiplying until nothing moves: for positive tables it always settles
    /// (Perron), in a few steps where judgements are consistent.
    /// </summary>
    internal static (ImmutableArray<double> Weights, double Lambda) Principal(double[,] table)
    {
        var items = table.GetLength(0);
        double[] weights = [.. Enumerable.Repeat(1.0 / items, items)];
        for (var (step, moved) = (0, 1.0); step < MostSteps && moved > Still; step++)
        {
            var next = Times(table, weights);
            var sum = next.Sum();
            double[] scaled = [.. next.Select(value => value / sum)];
            moved = scaled.Zip(weights, (to, from) => Math.Abs(to - from)).Max();
            weights = scaled;
        }

        return ([.. weights], Times(table, weights).Sum());
    }

    private static double[] Times(double[,] table, double[] weights) =>
        [.. Enumerable.Range(0, weights.Length).Select(row => weights.Select((weight, column) => table[row, column] * weight).Sum())];
}
