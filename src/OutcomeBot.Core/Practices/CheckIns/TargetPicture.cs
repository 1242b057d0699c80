using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The picture of a reminder: the newest values with target, limits, threshold, and what is exceptional.</summary>
internal static class TargetPicture
{
    private const int Shown = 24;
    private const int TitleLength = 140;

    /// <summary>Null while there is no line to draw.</summary>
    public static Plot? Of(Metric metric, string headline, Verdict verdict)
    {
        if (metric.Values.Length < 2) return null;
        var first = Math.Max(0, metric.Values.Length - Shown);
        var points = metric.Values[first..];
        var (from, to) = (points[0], points[^1]);
        return new Plot(
            Typed.Clip(headline, TitleLength),
            $"{metric.Name} in {metric.Unit}{MetricWords.Clock(metric)}, n = {metric.Values.Length}",
            $"{to.Source}, {CardText.Of(to.AsOf)}",
            $"{metric.Name} from {MetricWords.Of(from.Value, metric)} ({MetricWords.When(from)}) to {MetricWords.Of(to.Value, metric)} ({MetricWords.When(to)}). {verdict.Sentence}",
            MetricLines.Unit(metric.Unit, points.Select(point => point.Value)),
            [.. points.Select(MetricLines.Point)])
        {
            Target = metric.Target is { } target ? new PlotTarget(target.Value, target.By) : null,
            Limits = Known(metric) is { } limits ? MetricLines.Limits(limits, metric.Limits?.Day) : null,
            Signals = Signals(metric, first),
            Threshold = metric.Threshold is { } threshold ? MetricLines.Threshold(threshold) : null,
        };
    }

    /// <summary>Signals whose points are all in the picture, counted from its first one.</summary>
    private static ImmutableArray<PlotSignal> Signals(Metric metric, int first) => Known(metric) is not { } limits
        ? []
        : [.. ProcessBehaviour.Of([.. metric.Values.Select(value => value.Value)], limits).Signals
            .Where(signal => signal.Points.All(point => point >= first))
            .Select(signal => new PlotSignal(signal.Rule.Name, [.. signal.Points.Select(point => point - first)]))];

    private static ProcessLimits? Known(Metric metric) => metric.Limits?.Limits ?? ProcessLimits.Of([.. metric.Values.Select(value => value.Value)]);
}
