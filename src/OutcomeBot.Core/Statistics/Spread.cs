namespace OutcomeBot.Core.Statistics;

/// <summary>
/// How far the values of a sample lie apart, in their unit. The median is the ordinary one; the quartiles follow
/// <see cref="Quantiles.Default"/> unless another type is named.
/// </summary>
public sealed record Spread(int N, decimal Low, decimal LowerQuartile, decimal Median, decimal UpperQuartile, decimal High, decimal Mean)
{
    /// <summary>The interquartile range: how wide the middle half is.</summary>
    public decimal Iqr => UpperQuartile - LowerQuartile;

    /// <summary>The spread of a sample in any order; an empty one is refused.</summary>
    public static Spread Of(IReadOnlyCollection<decimal> values, QuantileType type = Quantiles.Default) => new(
        values.Count,
        Quantiles.Of(values, 0, QuantileType.R7),
        Quantiles.Of(values, 0.25m, type),
        Summary.Median(values),
        Quantiles.Of(values, 0.75m, type),
        Quantiles.Of(values, 1, QuantileType.R7),
        Summary.Mean(values));
}
