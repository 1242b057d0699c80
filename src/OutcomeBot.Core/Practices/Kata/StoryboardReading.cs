using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What can be seen on a board.</summary>
public static class StoryboardReading
{
    public static TargetCondition? Target(this Storyboard board, string? id) => board.Targets.FirstOrDefault(target => target.Id == id);

    public static Obstacle? Obstacle(this Storyboard board, string? id) => board.Obstacles.FirstOrDefault(obstacle => obstacle.Id == id);

    public static Experiment? Experiment(this Storyboard board, string? id) => board.Experiments.FirstOrDefault(experiment => experiment.Id == id);

    /// <summary>The target conditions that are open, the soonest first.</summary>
    public static ImmutableArray<TargetCondition> OpenTargets(this Storyboard board) =>
        [.. board.Targets.Where(target => target.IsOpen).OrderBy(target => target.AchieveBy).ThenBy(target => target.At)];

    /// <summary>The target condition that is worked towards: of the open ones, the one that is due first.</summary>
    public static TargetCondition? Aim(this Storyboard board) => board.OpenTargets().FirstOrDefault();

    /// <summary>The one obstacle that is worked on.</summary>
    public static Obstacle? ActiveObstacle(this Storyboard board) => board.Obstacles.FirstOrDefault(obstacle => obstacle.State == ObstacleState.Active);

    public static ImmutableArray<Obstacle> OpenObstacles(this Storyboard board) =>
        [.. board.Obstacles.Where(obstacle => obstacle.IsOpen).OrderBy(obstacle => obstacle.State == ObstacleState.Active ? 0 : 1)];

    public static ImmutableArray<Experiment> OpenSteps(this Storyboard board) => [.. board.Experiments.Where(experiment => experiment.IsOpen)];

    /// <summary>The step that has been started and not yet seen; there is one at most.</summary>
    public static Experiment? RunningStep(this Storyboard board) => board.Experiments.FirstOrDefault(experiment => experiment.State == ExperimentState.Running);

    /// <summary>The step that wants attention: what happened is looked at before what comes next.</summary>
    public static Experiment? StepAtHand(this Storyboard board) => board.OpenSteps()
        .OrderBy(experiment => experiment.State switch { ExperimentState.Observed => 0, ExperimentState.Running => 1, _ => 2 })
        .FirstOrDefault(experiment => experiment.Started is not null || experiment.Obstacle == board.ActiveObstacle()?.Id);

    /// <summary>The next step: planned on the active obstacle, and not started.</summary>
    public static Experiment? NextStep(this Storyboard board) => board.Experiments.FirstOrDefault(experiment =>
        experiment.State is ExperimentState.Planned or ExperimentState.Predicted && experiment.Obstacle == board.ActiveObstacle()?.Id);

    /// <summary>What the board is called: its challenge, or what it began with.</summary>
    public static string Name(this Storyboard board) =>
        board.Challenge ?? board.Obstacles.Select(obstacle => obstacle.Text).FirstOrDefault() ?? "A storyboard without a challenge";

    /// <summary>The obstacle's test: it must read as a sentence.</summary>
    public static string Test(TargetCondition? aim, Obstacle obstacle) =>
        $"We can't {(aim is null ? "reach the target condition" : $"have \"{aim.Description}\"")} because {Language.Wording.Clause(ObstacleWords.Reason(obstacle.Text))}.";

    /// <summary>The zone by whose clock its people are reminded.</summary>
    public static DateTimeZone Clock(this Storyboard board) => Zones.Of(board.Zone);

    /// <summary>The day that an instant falls on where the board is.</summary>
    public static LocalDate DayOf(this Storyboard board, Instant at) => at.InZone(board.Clock()).Date;

    public static bool IsLearner(this Storyboard board, Person person) => board.Learner.Is(person);

    public static bool IsCoach(this Storyboard board, Person person) => person.Is(board.Coach) || person.Is(board.SecondCoach);

    /// <summary>Whether this person decides about the board: the learner and the coaches do.</summary>
    public static bool Leads(this Storyboard board, Person person) => board.IsLearner(person) || board.IsCoach(person);

    /// <summary>Whether this person does this step: its owner, or the learner.</summary>
    public static bool Does(this Storyboard board, Experiment experiment, Person person) => person.Is(experiment.Owner) || board.IsLearner(person);
}
