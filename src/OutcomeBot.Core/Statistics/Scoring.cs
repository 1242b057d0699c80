using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Options scored by weighted factors: how far each lifts (up to 1, from the worst level to the best) or lowers (down to −1) a factor. The
/// net score of an option is the sum of weight times lift, between −100 and 100.
/// </summary>
/// <remarks>The additive value model. Source: R. L. Keeney, H. Raiffa, Decisions with Multiple Objectives (1976), chapter 3.</remarks>
public sealed record Scoring(ImmutableArray<int> Weights, ImmutableArray<ImmutableArray<decimal>> Lifts)
{
    /// <summary>Options with one lift a factor, under weights that add up to 100; anything else, and lifts beyond −1 and 1, are refused.</summary>
    public static Scoring Of(IReadOnlyCollection<int> weights, IReadOnlyCollection<IReadOnlyList<decimal>> lifts)
    {
        if (!PointAllocation.IsWhole(weights))
            throw new ArgumentException("Weights add up to exactly 100, none of them negative.", nameof(weights));
        if (lifts.Any(option => option.Count != weights.Count || option.Any(lift => lift is < -1 or > 1)))
            throw new ArgumentException("Each option has one lift a factor, between −1 and 1.", nameof(lifts));
        return new([.. weights], [.. lifts.Select(option => option.ToImmutableArray())]);
    }

    /// <summary>The options, counted from 0, best first; of equal ones the earlier.</summary>
    public ImmutableArray<int> Order => [.. Enumerable.Range(0, Lifts.Length).OrderByDescending(Net)];

    /// <summary>The net score of an option.</summary>
    public decimal Net(int option) => Weights.Select((_, factor) => Part(option, factor)).Sum();

    /// <summary>What a factor adds to the net score of an option, or takes from it.</summary>
    public decimal Part(int option, int factor) => Weights[factor] * Lifts[option][factor];

    /// <summary>
    /// For each factor the weight at which the worse of two options overtakes the better, all other weights scaled in proportion (where
    /// they are all 0, shared evenly). Naming the worse option first is refused. Source: E. Triantaphyllou, A. Sánchez, A Sensitivity
    /// Analysis Approach for Some Deterministic Multi-Criteria Decision-Making Methods, Decision Sciences 28 (1997) 151-194.
    /// </summary>
    public ImmutableArray<Tipping> TippingPoints(int better, int worse) => Net(better) < Net(worse)
        ? throw new ArgumentException("The better option is named first.", nameof(better))
        : [.. Enumerable.Range(0, Weights.Length).Select(factor => Tips(factor, better, worse))];

    /// <summary>
    /// What would change the order with the least shift of one weight: over all neighbours in the order, the tipping point nearest to the weight
    /// as it is; of equal ones the higher neighbours, then the earlier factor. None where no single weight changes the order.
    /// </summary>
    public Overtaking? Nearest =>
        Order.Zip(Order.Skip(1), (better, worse) => TippingPoints(better, worse).Select(tipping => new Overtaking(better, worse, tipping)))
            .SelectMany(pair => pair)
            .Where(overtaking => overtaking.At.Weight is not null)
            .MinBy(overtaking => Math.Abs(overtaking.At.Weight!.Value - Weights[overtaking.At.Factor]));

    // With d the lead of the better option on the factor and r its weighted lead on the others, whose weights add up to o, the lead at weight x
    // is x·d + (100 − x)·r/o: a straight line, so that it crosses 0 once or never.
    private Tipping Tips(int factor, int better, int worse)
    {
        var others = Enumerable.Range(0, Weights.Length).Where(other => other != factor).ToList();
        if (others.Count == 0)
            return new Never(factor);
        var isAlone = Weights[factor] == Hundred.Total;
        var own = Lead(factor) * (isAlone ? others.Count : Hundred.Total - Weights[factor]);
        var rest = others.Sum(other => Lead(other) * (isAlone ? 1 : Weights[other]));
        if (own == rest)
            return new Never(factor);
        var weight = Hundred.Total * rest / (rest - own);
        if (own > rest)
            return weight > 0 ? new Below(factor, weight) : new Never(factor);
        return weight < Hundred.Total ? new Above(factor, weight) : new Never(factor);

        decimal Lead(int at) => Lifts[better][at] - Lifts[worse][at];
    }
}

/// <summary>Which option overtakes which better one, and at which weight of which factor.</summary>
public sealed record Overtaking(int Better, int Worse, Tipping At);

/// <summary>Whether the weight of a factor, counted from 0, can make two options change places.</summary>
public abstract record Tipping(int Factor)
{
    /// <summary>The weight at which both are equal; none where there is none.</summary>
    public abstract decimal? Weight { get; }
}

/// <summary>They change places when the factor weighs less than this.</summary>
public sealed record Below(int Factor, decimal Limit) : Tipping(Factor)
{
    public override decimal? Weight => Limit;
}

/// <summary>They change places when the factor weighs more than this.</summary>
public sealed record Above(int Factor, decimal Limit) : Tipping(Factor)
{
    public override decimal? Weight => Limit;
}

/// <summary>No weight of this factor makes them change places.</summary>
public sealed record Never(int Factor) : Tipping(Factor)
{
    public override decimal? Weight => null;
}
