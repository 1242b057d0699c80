using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What an analysis asks of people: to go and see, to do what was agreed, and to check whether it helped.</summary>
internal static class FiveWhysWork
{
    public static ImmutableArray<Work> Of(Subject subject, FiveWhysState state) => state switch
    {
        Open(var tree) => [.. tree.Causes.Where(tree.IsAlive).SelectMany(cause => Of(subject, cause)), .. Measures(subject, tree)],
        Concluded(var tree, var conclusion) => [.. Measures(subject, tree), .. conclusion.Effect is null ? [Check(subject, tree, conclusion)] : ImmutableArray<Work>.Empty],
        _ => [],
    };

    private static ImmutableArray<Work> Of(Subject subject, Cause cause) => cause.GoAndSee is { Finding: null } task
        ? [new Work(WorkKind.GoAndSee, cause.Text, task.Owner, task.Due, task.At, subject.Press(PressVerb.Saw, cause.Id))]
        : [];

    private static IEnumerable<Work> Measures(Subject subject, WhyTree tree) => tree.Countermeasures
        .Where(measure => measure.End is null)
        .Select(measure => new Work(WorkKind.Countermeasure, measure.Text, measure.Owner, measure.Due, measure.At, subject.Press(PressVerb.Done, measure.Id), MetricOf(tree)));

    private static Work Check(Subject subject, WhyTree tree, Conclusion conclusion) =>
        new(WorkKind.EffectivenessCheck, $"Did it help? {conclusion.Metric}", conclusion.By, conclusion.CheckOn, conclusion.At, subject.Press(PressVerb.Check), MetricOf(tree));

    private static string? MetricOf(WhyTree tree) => tree.Problem.Metric is { } name ? MetricName.IdOf(name) : null;
}
