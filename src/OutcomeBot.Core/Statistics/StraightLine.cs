using MathNet.Numerics.Distributions;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// The least-squares line through a series at times 1..n. Its p value and intervals hold when the values scatter about the
/// line independently and normally; over few points that can't be checked.
/// </summary>
/// <remarks>
/// Slope = Σ(t − t̄)(y − ȳ) / Σ(t − t̄)²; s² = Σ residual² / (n − 2); a new value at t lies within
/// fit ± t(n−2) · s · √(1 + 1/n + (t − t̄)² / Σ(t − t̄)²). Source: N. Draper, H. Smith, Applied Regression Analysis, 1.4.
/// </remarks>
public sealed record StraightLine(int N, decimal Intercept, decimal Slope, double ResidualDeviation, double RSquared)
{
    private double Spread => N * (((double)N * N) - 1) / 12;

    private double SlopeError => ResidualDeviation / Math.Sqrt(Spread);

    /// <summary>The chance of a slope as steep, either way, when there is none.</summary>
    public double P => (Slope, SlopeError) switch
    {
        (0, _) => 1,
        (_, 0) => 0,
        var (slope, error) => 2 * StudentT.CDF(0, 1, N - 2, -Math.Abs((double)slope / error)),
    };

    /// <summary>The line through these values; fewer than three are refused.</summary>
    public static StraightLine Of(IReadOnlyList<decimal> values)
    {
        var n = values.Count < Trend.LeastPoints ? throw new ArgumentException($"A line needs {Trend.LeastPoints} points.", nameof(values)) : values.Count;
        var middle = (n + 1) / 2m;
        var mean = Summary.Mean(values);
        var spread = n * (((decimal)n * n) - 1) / 12;
        var slope = values.Select((value, index) => (index + 1 - middle) * (value - mean)).Sum() / spread;
        var intercept = mean - (slope * middle);
        var unexplained = values.Select((value, index) => (double)(value - intercept - (slope * (index + 1)))).Sum(rest => rest * rest);
        var total = values.Sum(value => (double)(value - mean) * (double)(value - mean));
        return new(n, intercept, slope, Math.Sqrt(unexplained / (n - 2)), total == 0 ? 1 : 1 - (unexplained / total));
    }

    /// <summary>The line at a time; n is the last point, n + 1 the next.</summary>
    public decimal At(decimal time) => Intercept + (Slope * time);

    /// <summary>Where the true slope lies with this confidence.</summary>
    public (decimal Low, decimal High) SlopeWithin(double confidence) => Around(Slope, SlopeError, confidence);

    /// <summary>Where a new value at this time would lie with this confidence.</summary>
    public (decimal Low, decimal High) NewValueWithin(double confidence, int time)
    {
        var distance = time - ((N + 1) / 2.0);
        return Around(At(time), ResidualDeviation * Math.Sqrt(1 + (1.0 / N) + (distance * distance / Spread)), confidence);
    }

    private (decimal Low, decimal High) Around(decimal middle, double error, double confidence)
    {
        var reach = (decimal)(StudentT.InvCDF(0, 1, N - 2, (1 + confidence) / 2) * error);
        return (middle - reach, middle + reach);
    }
}
