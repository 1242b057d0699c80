using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// The centre line and natural process limits of a chart of individual values (XmR), in the unit of the series. It is a
/// value: whoever keeps it has locked the limits, and points added later don't move them.
/// </summary>
/// <remarks>
/// Limits stand at the mean ± 2.66 mean moving ranges, the moving range being |x(i) − x(i−1)|; 2.66 = 3 / d2 with d2 = 1.128
/// for pairs. Source: D. J. Wheeler, Understanding Variation (1993); D. C. Montgomery, Introduction to Statistical Quality
/// Control, 6.4. Values of any sign are right; nothing is rounded and nothing is cut off at zero unless it is asked for.
/// </remarks>
public sealed record ProcessLimits(decimal Centre, decimal MeanMovingRange, int Points)
{
    /// <summary>3 / d2 for moving ranges of two.</summary>
    public const decimal Scale = 2.66m;

    /// <summary>D4 for moving ranges of two, as Montgomery, qicharts2 and NHSRplotthedots print it; Wheeler rounds it up to 3.268.</summary>
    public const decimal RangeScale = 3.267m;

    /// <summary>A moving range needs two points; before that there are no limits.</summary>
    public const int LeastPoints = 2;

    /// <summary>Limits from fewer points are called provisional. Source: NHSRplotthedots warns of "trial limits" below 12 points.</summary>
    public const int FirmPoints = 12;

    /// <summary>What the series can't be lower than, when it was asked for: a count can't be negative, a profit margin can.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Upper natural process limit (UNPL).</summary>
    [JsonIgnore]
    public decimal Upper => Centre + (Scale * MeanMovingRange);

    /// <summary>Lower natural process limit (LNPL), not below <see cref="Floor"/>.</summary>
    [JsonIgnore]
    public decimal Lower => Math.Max(Centre - (Scale * MeanMovingRange), Floor ?? decimal.MinValue);

    /// <summary>Upper limit of the moving ranges (URL).</summary>
    [JsonIgnore]
    public decimal UpperRange => RangeScale * MeanMovingRange;

    /// <summary>Whether a few more points may still move these limits much.</summary>
    [JsonIgnore]
    public bool IsProvisional => Points < FirmPoints;

    /// <summary>The limits that this baseline gives; none when it has fewer than two points.</summary>
    public static ProcessLimits? Of(IReadOnlyList<decimal> baseline, Screening screening = Screening.None)
    {
        if (baseline.Count < LeastPoints)
            return null;
        var ranges = MovingRanges(baseline).ToList();
        var mean = Summary.Mean(ranges);
        if (screening == Screening.ExceptionalRanges && ranges.FindAll(range => range < RangeScale * mean) is { Count: > 0 } routine)
            mean = Summary.Mean(routine);
        return new(Summary.Mean(baseline), mean, baseline.Count);
    }

    /// <summary>The moving ranges: the first belongs to the second point.</summary>
    public static IEnumerable<decimal> MovingRanges(IReadOnlyList<decimal> values) =>
        Enumerable.Range(1, Math.Max(0, values.Count - 1)).Select(index => Math.Abs(values[index] - values[index - 1]));
}

/// <summary>Whether one jump may widen the limits. NHSRplotthedots drops moving ranges of 3.267 means or more, once; Wheeler keeps them all.</summary>
public enum Screening
{
    None,
    ExceptionalRanges,
}
