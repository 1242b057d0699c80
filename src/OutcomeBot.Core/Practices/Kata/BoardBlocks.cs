using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The parts of a storyboard's card.</summary>
internal static class BoardBlocks
{
    /// <summary>So many rows of the record stand on the card; the log has more.</summary>
    public const int Newest = 3;

    public static IEnumerable<Block> Head(Storyboard board)
    {
        yield return new Prose(board.Challenge is { } challenge
            ? (Words)$"{"Challenge":strong} · {challenge}"
            : $"{"Challenge":strong} · not said yet. What is to be true in half a year to three years?");
        yield return new Facts(
        [
            .. board.FocusProcess is { } focus ? [new Fact("Focus process", focus)] : ImmutableArray<Fact>.Empty,
            new Fact("Learner", (Words)$"{board.Learner}"),
            .. board.Coach is { } coach ? [new Fact("Coach", (Words)$"{coach}")] : ImmutableArray<Fact>.Empty,
            .. board.SecondCoach is { } second ? [new Fact("Second coach", (Words)$"{second}")] : ImmutableArray<Fact>.Empty,
        ]);
    }

    public static IEnumerable<Block> Targets(Storyboard board)
    {
        foreach (var target in board.OpenTargets())
        {
            yield return new Prose($"{"Target condition":strong} {target.Id} · {target.Description}");
            yield return new Facts(FactsOf(target));
        }

        if (board.Targets.Where(target => !target.IsOpen).ToImmutableArray() is { Length: > 0 } past)
            yield return new Outline([.. past.Select(target => new OutlineRow(0, target.Id, target.Description, Reviewed(target)))]);
    }

    public static IEnumerable<Block> Obstacles(Storyboard board)
    {
        if (board.Obstacles.IsEmpty) yield break;
        yield return new Prose($"{"Obstacle parking lot":strong} · {KataCards.Count(board.OpenObstacles().Length, "open", "open")}");
        yield return new Outline([.. board.OpenObstacles().Concat(board.Obstacles.Where(obstacle => !obstacle.IsOpen)).Select(obstacle =>
            new OutlineRow(0, obstacle.Id, obstacle.State == ObstacleState.Active ? Words.Of(new Strong(obstacle.Text)) : obstacle.Text, Quiet(board, obstacle)))]);
    }

    /// <summary>The newest rows of the experimenting record, newest first.</summary>
    public static IEnumerable<Block> Record(Storyboard board, int most)
    {
        if (board.Experiments.IsEmpty) yield break;
        yield return new Prose($"{"Experimenting record":strong} · {KataCards.Count(board.Experiments.Length, "step", "steps")}{(board.Experiments.Length > most ? $", the newest {most}" : "")}");
        yield return new Outline([.. board.Experiments.Reverse().Take(most).SelectMany(Rows)]);
    }

    public static IEnumerable<Block> Cycle(Storyboard board)
    {
        if (CoachingOrder.Next(board) is { } question)
            yield return new Aside($"Coaching cycle {board.Coaching!.Id} is open: {CoachingOrder.Text(question)}");
    }

    public static IEnumerable<Block> Links(Storyboard board)
    {
        if (!board.Links.IsEmpty) yield return new Aside($"Led to: {string.Join(", ", board.Links.Select(link => $"{link.Practice} \"{link.Title}\""))}.");
    }

    public static Aside LastStep(Storyboard board) => new($"{board.Last.By} {board.Last.What}, {board.Last.At}");

    private static ImmutableArray<Fact> FactsOf(TargetCondition target) =>
    [
        .. target.Goal is { } goal ? [new Fact("Goal", TargetWords.Of(goal))] : ImmutableArray<Fact>.Empty,
        new Fact("Achieve by", (Words)$"{target.AchieveBy}"),
        new Fact("Current condition, fixed", Conditions.Said(target.Current)),
        new Fact("Actual condition", target.Actual is { } actual
            ? Conditions.Since(target, actual) + Words.Of(new Plain(TargetWords.Distance(target.Goal, actual) is { } distance ? $" · {distance}" : ""))
            : "nobody has looked since"),
    ];

    private static Words Reviewed(TargetCondition target)
    {
        var review = target.Review!;
        var why = (review.Reason is { } reason ? $" · {reason}" : "") + (review.Actual is { } actual ? $" · then: {Conditions.Brief(actual)}" : "");
        return (Words)$"{TargetWords.Of(review.Outcome):strong} · {review.By}, {review.At}{why}";
    }

    private static Words Quiet(Storyboard board, Obstacle obstacle)
    {
        var steps = board.Experiments.Count(experiment => experiment.Obstacle == obstacle.Id);
        var tried = steps == 0 ? "" : $" · {KataCards.Count(steps, "step", "steps")}";
        var from = obstacle.From is { } origin ? $" · from \"{Typed.Clip(origin.Title, 80)}\"" : "";
        return obstacle.Overcome is { } overcome
            ? (Words)$"Overcome · {overcome.By}, {overcome.At} · {overcome.Text}{from}"
            : $"{(obstacle.State == ObstacleState.Active ? "Active" : "Parked")} · {obstacle.By}, {obstacle.At}{tried}{from}";
    }

    /// <summary>A row of the record, and under it: what was expected and when, what happened, what was learned.</summary>
    private static IEnumerable<OutlineRow> Rows(Experiment experiment)
    {
        yield return new OutlineRow(0, experiment.Id, experiment.Step, How(experiment));
        if (experiment.Expectation is { } expected) yield return new OutlineRow(1, "Expected", expected.Text, (Words)$"{expected.By}, {expected.At}{(experiment.Started is null ? "" : " · locked")}");
        if (experiment.Outcome is { } outcome) yield return new OutlineRow(1, "Happened", outcome.Text, (Words)$"{outcome.By}, {outcome.At}");
        if (experiment.Learning is { } learning) yield return new OutlineRow(1, "Learned", learning.Text);
        if (experiment.Dropped is { } dropped) yield return new OutlineRow(1, "Given up", dropped.Text);
    }

    private static Words How(Experiment experiment)
    {
        var owner = experiment.Owner is { } person ? (Words)$"{person}" : "nobody has taken it";
        var day = experiment.GoAndSeeBy is { } by && experiment.Outcome is null && experiment.IsOpen ? (Words)$" · go and see by {by}" : Words.None;
        return (Words)$"{ExperimentWords.Of(experiment):strong} · {experiment.Obstacle} · {owner}{day}";
    }
}

/// <summary>How far a step has come, in a word.</summary>
internal static class ExperimentWords
{
    public static string Of(Experiment experiment) => experiment.State switch
    {
        ExperimentState.Planned => "Planned, no prediction yet",
        ExperimentState.Predicted => "Predicted",
        ExperimentState.Running when experiment.IsOverdue => "Overdue",
        ExperimentState.Running => "Running",
        ExperimentState.Observed => "Seen, not yet learned from",
        ExperimentState.Learned => "Done",
        ExperimentState.Dropped => "Given up",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
