using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What a step changed, kept until the next one, so that its author can put it back.</summary>
internal static class Undoing
{
    /// <summary>What an undo would put back; null when this step stays.</summary>
    public static Before? Of(WhyTree was, WhyTree now, FiveWhysChange change) => change is Undone or CauseHandedOn or MeasureEnded or EffectFound or ConclusionDrawn or WasAbandoned or Reopened or Amended ? null : new Before
    {
        Were = Differing(was, now),
        New = [.. now.Causes.Select(cause => cause.Id).Except(was.Causes.Select(cause => cause.Id))],
        Focus = was.Focus,
        Problem = was.Problem == now.Problem ? null : was.Problem,
        Facilitator = was.Facilitator == now.Facilitator ? null : was.Facilitator,
        NewCountermeasures = [.. now.Countermeasures.Skip(was.Countermeasures.Length).Select(measure => measure.Id)],
    };

    /// <summary>The tree before its last step; only numbers that were given stay given.</summary>
    public static WhyTree PutBack(WhyTree tree) => tree.Last.Before is not { } before ? tree : tree with
    {
        Causes = [.. Restored(tree, before).OrderBy(cause => cause.Number)],
        Focus = before.Focus,
        Problem = before.Problem ?? tree.Problem,
        Facilitator = before.Facilitator ?? tree.Facilitator,
        Countermeasures = [.. tree.Countermeasures.Where(measure => !before.NewCountermeasures.Contains(measure.Id))],
    };

    /// <summary>A reminder is no step: an undo of the step before it does not unsay it.</summary>
    public static WhyTree AlsoBefore(WhyTree tree, string id, Func<Cause, Cause> change) => tree.Last.Before is not { } before ? tree : tree with
    {
        Last = tree.Last with { Before = before with { Were = [.. before.Were.Select(cause => cause.Id == id ? change(cause) : cause)] } },
    };

    private static IEnumerable<Cause> Restored(WhyTree tree, Before before)
    {
        var gone = before.New.Concat(before.Were.Select(cause => cause.Id)).ToHashSet(StringComparer.Ordinal);
        return tree.Causes.Where(cause => !gone.Contains(cause.Id)).Concat(before.Were);
    }

    private static ImmutableArray<Cause> Differing(WhyTree was, WhyTree now)
    {
        var kept = now.Causes.ToDictionary(cause => cause.Id);
        return [.. was.Causes.Where(cause => !kept.TryGetValue(cause.Id, out var same) || same != cause)];
    }
}
