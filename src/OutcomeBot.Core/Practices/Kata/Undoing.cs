using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What a step changed, kept until the next one, so that its author can put it back.</summary>
public sealed record Before
{
    public Kept<TargetCondition>? Targets { get; init; }

    public Kept<Obstacle>? Obstacles { get; init; }

    public Kept<Experiment>? Experiments { get; init; }

    public Kept<CoachingCycle>? Cycles { get; init; }

    public Coaching? Coaching { get; init; }

    public int CyclesNumbered { get; init; }

    public string? Challenge { get; init; }

    public string? FocusProcess { get; init; }
}

/// <summary>What a list was: those that were different or are gone, and those that are new.</summary>
public sealed record Kept<T>(ImmutableArray<T> Were, ImmutableArray<string> New);

/// <summary>Keeps what a turn changed, and puts it back.</summary>
internal static class Undoing
{
    /// <summary>
    /// What an undo would put back; null when this step stays. A turn is one step: what it did before this change belongs to it.
    /// A step that started stays, or its prediction would be unlocked; a target condition and its review stay, for others act on them.
    /// </summary>
    public static Before? Of(Storyboard was, Storyboard now, KataChange change)
    {
        var isSameTurn = was.Last.By == change.By && was.Last.At == change.At;
        if (change is Undone or StepStarted or TargetSet or TargetReviewed or RoleGiven or BoardEnded or BoardReopened || (isSameTurn && was.Last.Before is null)) return null;
        var origin = isSameTurn ? PutBack(was) : was;
        return new Before
        {
            Targets = Difference(origin.Targets, now.Targets, target => target.Id),
            Obstacles = Difference(origin.Obstacles, now.Obstacles, obstacle => obstacle.Id),
            Experiments = Difference(origin.Experiments, now.Experiments, experiment => experiment.Id),
            Cycles = Difference(origin.Cycles, now.Cycles, cycle => cycle.Id),
            Coaching = origin.Coaching,
            CyclesNumbered = origin.CyclesNumbered,
            Challenge = origin.Challenge,
            FocusProcess = origin.FocusProcess,
        };
    }

    /// <summary>The board before its last step. A reminder is no step: an undo of the step before it doesn't unsay it.</summary>
    public static Storyboard PutBack(Storyboard board) => board.Last.Before is not { } before ? board : board with
    {
        Targets = Restored(board.Targets, before.Targets, target => target.Id, (was, now) => was with { Prompts = now.Prompts }),
        Obstacles = Restored(board.Obstacles, before.Obstacles, obstacle => obstacle.Id, (was, _) => was),
        Experiments = Restored(board.Experiments, before.Experiments, experiment => experiment.Id, (was, now) => was with { Nudges = now.GoAndSeeBy == was.GoAndSeeBy ? now.Nudges : was.Nudges }),
        Cycles = Restored(board.Cycles, before.Cycles, cycle => cycle.Id, (was, _) => was),
        Coaching = before.Coaching,
        CyclesNumbered = before.CyclesNumbered,
        Challenge = before.Challenge,
        FocusProcess = before.FocusProcess,
    };

    private static Kept<T>? Difference<T>(ImmutableArray<T> was, ImmutableArray<T> now, Func<T, string> id)
        where T : class
    {
        var known = now.ToDictionary(id);
        ImmutableArray<T> were = [.. was.Where(item => !known.TryGetValue(id(item), out var same) || !same.Equals(item))];
        ImmutableArray<string> fresh = [.. now.Select(id).Except(was.Select(id))];
        return were.IsEmpty && fresh.IsEmpty ? null : new Kept<T>(were, fresh);
    }

    private static ImmutableArray<T> Restored<T>(ImmutableArray<T> now, Kept<T>? kept, Func<T, string> id, Func<T, T, T> carry)
        where T : class
    {
        if (kept is null) return now;
        var known = now.ToDictionary(id);
        var gone = kept.New.Concat(kept.Were.Select(id)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Where(item => !gone.Contains(id(item)))
                .Concat(kept.Were.Select(item => known.TryGetValue(id(item), out var newer) ? carry(item, newer) : item))
                .OrderBy(item => int.Parse(id(item).AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }
}
