using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The storyboard as a picture, in the order of the paper one, with what a person would say aloud about it.</summary>
internal static class KataPicture
{
    private const int MostObstacles = 8;
    private const int MostSteps = 4;
    private const int MostPast = 2;

    public static Board Of(Subject subject, KataState state, Storyboard board) => new(
        state is Ended ended ? $"Ended: {ended.Reason}" : Stage.Of(subject, board).Title,
        $"Storyboard of {board.Learner.Name}{(board.Coach is { } coach ? $", coached by {coach.Name}" : "")}",
        $"As it stood on {CardText.Of(board.DayOf(board.Last.At))}. {Left(board)}".TrimEnd(),
        KataAloud.Of(board),
        [.. Parts(board)]);

    private static IEnumerable<BoardPart> Parts(Storyboard board)
    {
        yield return new("", [new("", "", BoardMark.Leading, [new("Challenge", board.Challenge ?? "Not said yet", board.FocusProcess is { } focus ? $"Focus process: {focus}" : "")])]);
        yield return new("Target condition, and the actual condition now", Targets(board));
        if (!board.Obstacles.IsEmpty) yield return new("Obstacle parking lot", Obstacles(board));
        if (!board.Experiments.IsEmpty) yield return new("Experimenting record", [.. board.Experiments.TakeLast(MostSteps).Select(experiment => Row(board, experiment))]);
    }

    private static ImmutableArray<BoardRow> Targets(Storyboard board) => board.Targets.IsEmpty
        ? [new("", "", BoardMark.Asked, [new("Target condition", "Not set yet: how does the work go then, and by when?")])]
        : [.. board.OpenTargets().Select(Row), .. board.Targets.Where(target => !target.IsOpen).TakeLast(MostPast).Select(target => Past(board, target))];

    private static BoardRow Row(TargetCondition target) => new(target.Id, target.IsReviewDue ? "Review is due" : $"Achieve by {CardText.Of(target.AchieveBy)}", target.IsReviewDue ? BoardMark.Asked : BoardMark.Plain,
    [
        new("Target condition", target.Description, target.Goal is { } goal ? TargetWords.Of(goal) : ""),
        target.Actual is { } actual
            ? new("Actual condition now", actual.Text, CardText.Of(Conditions.Origin(actual)) + (TargetWords.Distance(target.Goal, actual) is { } distance ? $" · {distance}" : ""))
            : new("Actual condition now", "Nobody has looked since it was set", $"At the start: {target.Current.Text}"),
    ]);

    private static BoardRow Past(Storyboard board, TargetCondition target) => new(
        target.Id, $"{TargetWords.Of(target.State)}, reviewed {CardText.Of(board.DayOf(target.Review!.At))}", target.State == TargetState.Met ? BoardMark.Done : BoardMark.Ended,
        [new("", target.Description, target.Review.Reason ?? "")]);

    private static ImmutableArray<BoardRow> Obstacles(Storyboard board) =>
        [.. board.OpenObstacles().Concat(board.Obstacles.Where(obstacle => !obstacle.IsOpen).Reverse()).Take(MostObstacles).Select(Row)];

    private static BoardRow Row(Obstacle obstacle) => obstacle.State switch
    {
        ObstacleState.Active => new(obstacle.Id, "Active", BoardMark.Active, [new("", obstacle.Text)]),
        ObstacleState.Parked => new(obstacle.Id, "Parked", BoardMark.Plain, [new("", obstacle.Text)]),
        ObstacleState.Overcome => new(obstacle.Id, "Overcome", BoardMark.Done, [new("", obstacle.Text, obstacle.Overcome!.Text)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static BoardRow Row(Storyboard board, Experiment experiment) => new(experiment.Id, How(experiment), MarkOf(experiment),
    [
        new("Step", experiment.Step, $"on {experiment.Obstacle}"),
        new("What do you expect?", experiment.Expectation?.Text ?? "No prediction yet", experiment.Expectation is { } expected ? $"{expected.By.Name}, {CardText.Of(board.DayOf(expected.At))}{(experiment.Started is null ? "" : ", locked")}" : ""),
        .. experiment.Dropped is { } dropped
            ? [new BoardNote("Given up", dropped.Text)]
            : new[] { new BoardNote("What happened", experiment.Outcome?.Text ?? "–"), new BoardNote("What we learned", experiment.Learning?.Text ?? "–") },
    ]);

    private static string How(Experiment experiment) =>
        $"{ExperimentWords.Of(experiment)} · {experiment.Owner?.Name ?? "nobody has taken it"}{(experiment is { GoAndSeeBy: { } by, Outcome: null, IsOpen: true } ? $" · go and see by {CardText.Of(by)}" : "")}";

    private static BoardMark MarkOf(Experiment experiment) => experiment.State switch
    {
        ExperimentState.Learned => BoardMark.Done,
        ExperimentState.Dropped => BoardMark.Ended,
        ExperimentState.Observed => BoardMark.Asked,
        _ when experiment.IsOverdue => BoardMark.Asked,
        ExperimentState.Running => BoardMark.Active,
        _ => BoardMark.Plain,
    };

    /// <summary>What the picture leaves out is counted.</summary>
    private static string Left(Storyboard board)
    {
        string[] left =
        [
            board.Obstacles.Length > MostObstacles ? KataCards.Count(board.Obstacles.Length - MostObstacles, "obstacle", "obstacles") : "",
            board.Experiments.Length > MostSteps ? KataCards.Count(board.Experiments.Length - MostSteps, "earlier step", "earlier steps") : "",
        ];
        return string.Join(" and ", left.Where(part => part.Length > 0)) is { Length: > 0 } rest ? $"Not in this picture: {rest}." : "";
    }
}
