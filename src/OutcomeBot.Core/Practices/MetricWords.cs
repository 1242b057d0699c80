using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices;

/// <summary>A metric's values in words, the same in every practice that reads them.</summary>
internal static class MetricWords
{
    /// <summary>88 days, 5.2 %</summary>
    public static string Of(decimal value, Metric metric) => Quantity.Text(value, metric.Unit);

    /// <summary>9.5 to 110.5 days: limits are reckoned, so they are said no finer than they are good for.</summary>
    public static string Limits(ProcessLimits limits, string unit = "") => $"{Quantity.Text(Rough(limits.Lower))} to {Quantity.Text(Rough(limits.Upper), unit)}";

    /// <summary>Q4, Thu 31 Dec 2026</summary>
    public static string When(MetricValue value) => value.Period is { } period ? $"{period}, {CardText.Of(value.AsOf)}" : CardText.Of(value.AsOf);

    /// <summary>What starts and ends the clock of a time measure; empty when nothing does.</summary>
    public static string Clock(Metric metric) => metric.Clock is { } clock ? $", {clock}" : "";

    private static decimal Rough(decimal limit) => decimal.Round(limit, Math.Abs(limit) >= 1 ? 1 : 3);
}
