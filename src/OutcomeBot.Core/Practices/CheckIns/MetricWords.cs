using System.Globalization;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Values of a metric as people read them: with unit and date, never more digits than they have.</summary>
internal static class MetricWords
{
    /// <summary>88 days, 5.2 %</summary>
    public static string Of(decimal value, Metric metric) => $"{Number(value)}{(metric.Unit.Length > 0 ? " " + metric.Unit : "")}";

    /// <summary>The number alone, with at most two decimals where it was computed.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##;\u2212#,0.##;0", CultureInfo.InvariantCulture);

    /// <summary>The number with its sign.</summary>
    public static string Signed(decimal value) => value.ToString("+#,0.##;\u2212#,0.##;0", CultureInfo.InvariantCulture);

    /// <summary>A number that was computed, no finer than it is good for.</summary>
    public static string Rough(decimal value) => Number(Math.Round(value, Math.Abs(value) < 10 ? 2 : 1));

    /// <summary>Q4, Thu 31 Dec 2026</summary>
    public static string When(MetricValue value) => value.Period is { } period ? $"{period}, {CardText.Of(value.AsOf)}" : CardText.Of(value.AsOf);

    /// <summary>What starts and ends the clock of a time measure.</summary>
    public static string Clock(Metric metric) => metric.Clock is { } clock ? $", {clock}" : "";

    /// <summary>A sort of work, as people call it.</summary>
    public static string Kind(WorkKind kind) => kind switch
    {
        WorkKind.Countermeasure => "Countermeasure",
        WorkKind.GoAndSee => "Go and see",
        WorkKind.EffectivenessCheck => "Effectiveness check",
        WorkKind.Obstacle => "Obstacle",
        WorkKind.Experiment => "Experiment",
        WorkKind.TargetCondition => "Target condition",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
