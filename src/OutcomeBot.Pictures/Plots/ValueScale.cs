using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Heights of values: the axis ends at round numbers, and is stepped by 1, 2, 2.5 or 5 times a power of ten.</summary>
internal sealed record ValueScale(ImmutableArray<decimal> Ticks, int Decimals, float Top, float Bottom)
{
    private const int Steps = 5;

    // A line farther away than this many spans of the series would press the series flat.
    private const decimal Far = 3;

    private static readonly decimal[] s_rounds = [1, 2, 2.5m, 5, 10];

    public decimal Low => Ticks[0];

    public decimal High => Ticks[^1];

    /// <summary>The scale on which the series is well seen, between these heights of the picture.</summary>
    public static ValueScale Of(Plot plot, float top, float bottom)
    {
        var series = Series(plot).ToList();
        var lines = Lines(plot).Select(Figures.Bounded).ToList();
        var core = series.Count == 0 ? lines : series;
        if (core.Count == 0)
            core.Add(0);
        var (low, high) = (core.Min(), core.Max());
        var span = high > low ? high - low : Math.Max(Math.Abs(high), 1);
        List<decimal> seen = [low, high, .. lines.Where(line => line >= low - (Far * span) && line <= high + (Far * span))];

        // One value has no spread to fill the height: its distance from zero does.
        if (high == low)
            seen.AddRange(low == 0 ? [-1, 1] : [0, low + (low / 10)]);
        (low, high) = (seen.Min(), seen.Max());

        // A zero that is near is worth its room: it shows how large the change is.
        if (low > 0 && low <= (high - low) * 0.5m)
            low = 0;
        if (high < 0 && -high <= (high - low) * 0.5m)
            high = 0;
        return Between(low, high, top, bottom);
    }

    /// <summary>The scale that reaches from a value to a higher one, rounded outwards; <paramref name="top"/> is where the highest stands.</summary>
    public static ValueScale Between(decimal low, decimal high, float top, float bottom)
    {
        var raw = (high - low) / Steps;
        var power = Power((int)Math.Floor(Math.Log10((double)raw)));
        var step = power * s_rounds.First(round => power * round >= raw);
        var first = decimal.Floor(low / step);
        var last = decimal.Ceiling(high / step);
        return new([.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => (first + index) * step)], Figures.Decimals(step), top, bottom);
    }

    public bool Shows(decimal value) => value >= Low && value <= High;

    /// <summary>The height of a value; what the axis doesn't reach stands at its end.</summary>
    public float At(decimal value) => Bottom - ((float)((Math.Clamp(value, Low, High) - Low) / (High - Low)) * (Bottom - Top));

    private static decimal Power(int exponent) =>
        Enumerable.Repeat(exponent < 0 ? 0.1m : 10m, Math.Abs(exponent)).Aggregate(1m, (product, factor) => product * factor);

    private static IEnumerable<decimal> Series(Plot plot) =>
        plot.Points.Select(point => Figures.Bounded(point.Value));

    private static IEnumerable<decimal> Lines(Plot plot)
    {
        if (plot.Limits is { } limits)
            yield return limits.Lower;
        if (plot.Limits is { } also)
            yield return also.Upper;
        if (plot.Target is { } target)
            yield return target.Value;
        if (plot.Threshold is { } threshold)
            yield return threshold.Limit;
        if (plot.Threshold?.Warning is { } warning)
            yield return warning;
        foreach (var outlook in plot.Forecast?.Ahead ?? [])
        {
            yield return outlook.Low;
            yield return outlook.High;
        }
    }
}
