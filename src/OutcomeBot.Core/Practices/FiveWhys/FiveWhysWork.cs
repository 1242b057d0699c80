using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What an analysis asks of people: to go and see, to do what was agreed, and to check whether it helped.</summary>
internal static class FiveWhysWork
{
    public static ImmutableArray<Work> Of(Subject subject, FiveWhysState state) => state switch
    {
        Open(var tree) => [.. tree.Causes.Where(tree.IsAlive).SelectMany(cause => Of(subject, cause))],
        Concluded(var tree, var conclusion) => [.. tree.Countermeasures.Select(Of), Check(conclusion)],
        _ => [],
    };

    private static ImmutableArray<Work> Of(Subject subject, Cause cause) => cause.GoAndSee is { Finding: null } task
        ? [new Work(WorkKind.GoAndSee, cause.Text, task.Owner, task.Due, task.At, subject.Press(PressVerb.Saw, cause.Id))]
        : [];

    private static Work Of(Countermeasure measure) =>
        new(WorkKind.Countermeasure, measure.Text, measure.Owner, measure.Due, measure.At);

    private static Work Check(Conclusion conclusion) =>
        new(WorkKind.EffectivenessCheck, $"Did it help? {conclusion.Metric}", conclusion.By, conclusion.CheckOn, conclusion.At, null, MetricName.IdOf(conclusion.Metric));
}
