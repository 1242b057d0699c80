using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What a storyboard asks of people: its target conditions, its obstacles, and its experiments with owner and day.</summary>
internal static class KataWork
{
    public static ImmutableArray<Work> Of(Subject subject, KataState state) => state is not Running(var board) ? [] :
    [
        .. board.OpenTargets().Select(target => new Work(
            WorkKind.TargetCondition, target.Description, board.Learner, target.AchieveBy, target.At, subject.Press(PressVerb.Review, target.Id), Metric(target))),
        .. board.OpenSteps().Select(experiment => new Work(
            WorkKind.Experiment, experiment.Step, experiment.Owner, experiment.GoAndSeeBy, experiment.At, subject.Press(Verb(experiment), experiment.Id), Metric(board.Aim()))),
        .. board.OpenObstacles().Select(obstacle => new Work(
            WorkKind.Obstacle, obstacle.Text, obstacle.State == ObstacleState.Active ? board.Learner : null, null, obstacle.At,
            subject.Press(obstacle.State == ObstacleState.Active ? PressVerb.Step : PressVerb.Choose), Metric(board.Aim()))),
    ];

    private static string Verb(Experiment experiment) => experiment.State switch
    {
        ExperimentState.Planned => PressVerb.Predict,
        ExperimentState.Predicted => PressVerb.Start,
        ExperimentState.Running => PressVerb.Happened,
        _ => PressVerb.Learned,
    };

    private static string? Metric(TargetCondition? target) => target?.Goal is { } goal ? MetricName.IdOf(goal.Metric) : null;
}
