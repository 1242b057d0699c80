using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices;

/// <summary>The lines that a metric's values, limits and threshold are in a picture, the same in every practice that draws them.</summary>
internal static class MetricLines
{
    /// <summary>More decimals than this say nothing at the side of a picture.</summary>
    private const int MostDecimals = 2;

    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("d MMM");

    public static PlotPoint Point(MetricValue value) => new(value.AsOf, value.Value, value.Period ?? s_day.Format(value.AsOf));

    /// <summary>A short day, such as 4 Jan.</summary>
    public static string Day(LocalDate day) => s_day.Format(day);

    /// <summary>Per cent stands close to its number, every other unit apart from it.</summary>
    public static PlotUnit Unit(string unit, IEnumerable<decimal> values) =>
        new(unit is "%" or "" ? unit : " " + unit, Math.Min(MostDecimals, values.Max(value => (int)value.Scale)));

    public static PlotLimits Limits(ProcessLimits limits, LocalDate? lockedOn) =>
        new(limits.Centre, limits.Lower, limits.Upper, lockedOn, limits.IsProvisional);

    public static PlotThreshold Threshold(RiskThreshold threshold) => new("Limit", threshold.Limit, threshold.Warning);
}
