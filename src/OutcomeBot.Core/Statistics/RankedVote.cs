using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Items from best to worst, counted from 0, and how many voted so. Items left out stand behind all others, equal among themselves.</summary>
public sealed record RankedBallot(ImmutableArray<int> Order, int Count = 1);

/// <summary>
/// Orders of many items counted together, by Schulze (beatpath, winning votes) and by Borda. <paramref name="Pairs"/>[a, b] is how many
/// prefer a to b, <paramref name="Paths"/>[a, b] the strength of the strongest chain of won pairs from a to b; 0 where there is none.
/// </summary>
/// <remarks>
/// Borda: of n items the first of a ballot gets n − 1 points, the last 0; items left out share evenly what is left. Sources: M. Schulze, A new
/// monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36
/// (2011) 267-303; J.-C. de Borda (1781).
/// </remarks>
public sealed record RankedVote(Counts Pairs, Counts Paths, ImmutableArray<decimal> BordaPoints)
{
    /// <summary>Best first: by the number of items beaten over their strongest paths, then by Borda points, then the earlier item.</summary>
    public ImmutableArray<int> Order =>
        [.. Enumerable.Range(0, Paths.Size).OrderByDescending(Wins).ThenByDescending(item => BordaPoints[item])];

    /// <summary>Best first by Borda points, then the earlier item.</summary>
    public ImmutableArray<int> BordaOrder =>
        [.. Enumerable.Range(0, Paths.Size).OrderByDescending(item => BordaPoints[item])];

    /// <summary>The result of ballots over items 0 to <paramref name="items"/> − 1; a ballot that names an item twice, or one there isn't, is refused.</summary>
    public static RankedVote Of(int items, IReadOnlyCollection<RankedBallot> ballots)
    {
        if (ballots.Any(ballot => ballot.Count < 0 || ballot.Order.Distinct().Count() != ballot.Order.Length || ballot.Order.Any(item => item < 0 || item >= items)))
            throw new ArgumentException("A ballot names items of the vote, each at most once.", nameof(ballots));
        var pairs = new int[items, items];
        var points = new decimal[items];
        foreach (var ballot in ballots)
            Count(ballot, pairs, points);
        return new(new(pairs), new(Strongest(pairs)), [.. points]);
    }

    /// <summary>How many items this one beats over their strongest paths.</summary>
    public int Wins(int item) => Enumerable.Range(0, Paths.Size).Count(other => Paths[item, other] > Paths[other, item]);

    /// <summary>Whether neither the vote nor Borda points put one before the other in <see cref="Order"/>, so that only their earlier place does.</summary>
    public bool AreLevel(int one, int other) => Wins(one) == Wins(other) && BordaPoints[one] == BordaPoints[other];

    private static void Count(RankedBallot ballot, int[,] pairs, decimal[] points)
    {
        var items = points.Length;
        int[] leftOut = [.. Enumerable.Range(0, items).Except(ballot.Order)];
        for (var place = 0; place < ballot.Order.Length; place++)
        {
            points[ballot.Order[place]] += ballot.Count * (items - 1 - place);
            foreach (var behind in ballot.Order[(place + 1)..].Concat(leftOut))
                pairs[ballot.Order[place], behind] += ballot.Count;
        }

        foreach (var item in leftOut)
            points[item] += ballot.Count * ((leftOut.Length - 1) / 2m);
    }

    private static int[,] Strongest(int[,] pairs)
    {
        var items = pairs.GetLength(0);
        var paths = new int[items, items];
        for (var a = 0; a < items; a++)
            for (var b = 0; b < items; b++)
                paths[a, b] = pairs[a, b] > pairs[b, a] ? pairs[a, b] : 0;
        for (var over = 0; over < items; over++)
            for (var a = 0; a < items; a++)
                for (var b = 0; b < items; b++)
                    if (a != b && a != over && b != over)
                        paths[a, b] = Math.Max(paths[a, b], Math.Min(paths[a, over], paths[over, b]));
        return paths;
    }
}

/// <summary>A number for each ordered pair of items.</summary>
public sealed class Counts(int[,] numbers)
{
    /// <summary>How many items there are.</summary>
    public int Size => numbers.GetLength(0);

    /// <summary>The number for the first item against the second.</summary>
    public int this[int first, int second] => numbers[first, second];
}
