using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The metric of a target condition as a picture: where it was, where it is, and where it shall be.</summary>
internal static class KataPlot
{
    private const int MostPoints = 60;
    private const int LongestSource = 120;

    /// <summary>The card with the picture before its buttons; without one while there are fewer than two values to draw a line through.</summary>
    public static Card With(Card card, Scene scene, TargetCondition? target)
    {
        if (target?.Goal is not { } goal || scene.Readings.MetricOf(goal.Metric) is not { Values.Length: > 1 } metric) return card;
        var buttons = card.Blocks.TakeWhile(block => block is not Buttons).Count();
        return card with { Blocks = card.Blocks.Insert(buttons, Of(target, goal, metric)) };
    }

    private static Plot Of(TargetCondition target, Goal goal, Metric metric)
    {
        var last = metric.Values[^1];
        return new Plot(
            Title(goal, metric),
            string.Join(", ", new[] { metric.Unit, metric.Clock ?? "", $"n = {metric.Values.Length}" }.Where(part => part.Length > 0)),
            $"Source: {Typed.Clip(last.Source, LongestSource)}, as of {CardText.Of(last.AsOf)}.",
            AltText(target, goal, metric),
            MetricLines.Unit(metric.Unit, metric.Values.Select(value => value.Value)),
            [.. metric.Values.TakeLast(MostPoints).Select(MetricLines.Point)])
        {
            Target = new PlotTarget(goal.To, target.AchieveBy),
            Limits = metric.Limits is { } locked ? MetricLines.Limits(locked.Limits, locked.Day) : null,
        };
    }

    private static string Title(Goal goal, Metric metric)
    {
        var now = Conditions.Of(metric)!;
        var value = Quantity.Text(metric.Values[^1].Value, metric.Unit);
        return (TargetWords.IsReached(goal, now), TargetWords.Distance(goal, now)) switch
        {
            (true, _) => $"{metric.Name} is at {value}: the target condition is reached",
            (_, { } distance) => $"{metric.Name} is at {value}, {distance}",
            _ => $"{metric.Name} is at {value}, and {Quantity.Text(goal.To, metric.Unit)} is the target condition",
        };
    }

    private static string AltText(TargetCondition target, Goal goal, Metric metric)
    {
        var (first, last) = (metric.Values[0], metric.Values[^1]);
        var distance = TargetWords.Distance(goal, Conditions.Of(metric)) is { } words ? $" {char.ToUpperInvariant(words[0])}{words[1..]}." : "";
        return $"{metric.Name} went from {Quantity.Text(first.Value, metric.Unit)} {When(first)} to {Quantity.Text(last.Value, metric.Unit)} {When(last)}; the target condition is {Quantity.Text(goal.To, metric.Unit)} by {CardText.Of(target.AchieveBy)}.{distance}";
    }

    private static string When(MetricValue value) => value.Period is { } period ? $"in {period}" : $"on {MetricLines.Day(value.AsOf)}";
}
