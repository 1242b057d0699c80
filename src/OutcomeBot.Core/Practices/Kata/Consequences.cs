using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What is said when something has happened, and what can be done when it was refused.</summary>
internal static class Consequences
{
    public static Turn Of(Scene scene, KataState after, ImmutableArray<Change> changes, Wants wants) => scene.Happened(
        [.. changes, .. Taken(scene, changes)],
        [
            .. after.Known is null ? ImmutableArray<Reply>.Empty : [new Show()],
            .. changes.Cast<KataChange>().SelectMany(change => Of(scene, after, change)),
            .. Questions(scene, after, changes),
            .. wants.Then,
        ],
        Reminding.Of(scene.Subject, after),
        wants.Place);

    private static IEnumerable<Reply> Of(Scene scene, KataState after, KataChange change) => (change, after.Known) switch
    {
        (TargetSet { Goal: { } goal } set, { }) when scene.Readings.MetricOf(goal.Metric) is not null => [Told(scene, goal, set.AchieveBy)],
        (TargetSet { Goal: { } goal }, { }) => [scene.Tell(KataNotes.NoMetric(goal))],
        (ReviewPrompted prompted, { } board) when board.Target(prompted.Target) is { } target => [new Post(scene.Thread, KataNotes.ReviewDue(scene, board, target))],
        (TargetReviewed it, { } board) when board.Target(it.Target) is { } target => [new Post(scene.Thread, KataPlot.With(KataNotes.Reviewed(scene.Subject, target), scene, target)), .. Over(scene, board, target, it.Outcome)],
        (ObstacleParked { From: { } from } parked, { } board) => HandedIn(scene, board, parked, from),
        (Nudged nudged, { } board) when board.Experiment(nudged.Id) is { } experiment => [new Post(scene.Thread, KataNotes.Nudge(scene.Subject, board, experiment))],
        (CoachingBegun, { } board) => [new Post(scene.Thread, KataPlot.With(CoachingCards.Of(scene.Subject, board), scene, board.Aim()))],
        (CoachingAnswered, { Coaching: not null } board) when scene.Incoming is not Filled => [new Post(scene.Thread, CoachingCards.Question(scene.Subject, board))],
        (CoachingEnded, { Coaching: null, Cycles: [.., { IsWhole: true } cycle] } board) => [new Post(scene.Thread, CoachingCards.Held(scene.Subject, board, cycle))],
        (RoleGiven given, { }) => [new Post(scene.Thread, KataNotes.RoleGiven(given))],
        _ => [],
    };

    /// <summary>Which texts a line in the thread became, so that an edit of it can find them.</summary>
    private static IEnumerable<Change> Taken(Scene scene, ImmutableArray<Change> changes)
    {
        if (scene.Incoming is not Heard heard) yield break;
        ImmutableArray<Part> parts = [.. changes.Cast<KataChange>().SelectMany(PartOf)];
        if (!parts.IsEmpty) yield return new LineTaken(heard.Message, parts) { By = scene.By, At = scene.At };
    }

    private static HandOver Told(Scene scene, Goal goal, LocalDate by) => new(
        $"{MetricName.Practice}/{MetricName.IdOf(goal.Metric)}/target",
        JsonSerializer.Serialize(new TargetTold(goal.To, by, scene.Subject.Id), KataJson.Told));

    /// <summary>The metric's target ends with the review; where another target condition of this board moves the same metric, that is its target now.</summary>
    private static IEnumerable<HandOver> Over(Scene scene, Storyboard board, TargetCondition target, TargetState outcome)
    {
        if (target.Goal is not { } goal || scene.Readings.MetricOf(goal.Metric) is null) yield break;
        yield return new HandOver(
            $"{MetricName.Practice}/{MetricName.IdOf(goal.Metric)}/settled",
            JsonSerializer.Serialize(new TargetOver(new TargetTold(goal.To, target.AchieveBy, scene.Subject.Id), outcome), KataJson.Over));
        if (board.OpenTargets().FirstOrDefault(other => other.Goal is { } same && MetricName.IdOf(same.Metric) == MetricName.IdOf(goal.Metric)) is { Goal: { } next } left)
            yield return Told(scene, next, left.AchieveBy);
    }

    /// <summary>The page that found it hears where it went, and so does whoever sent it; this thread hears that it came.</summary>
    private static IEnumerable<Reply> HandedIn(Scene scene, Storyboard board, ObstacleParked parked, Origin from)
    {
        yield return new HandOver($"{from.Practice}/{from.Id}/{Linked.Verb}", new Linked(scene.Subject.Practice, scene.Subject.Id, board.Name(), from.About).ToText());
        if (scene.Page is { Place.Thread: not null }) yield return new Post(scene.Thread, KataNotes.HandedIn(scene.Subject, parked, from));
        yield return scene.Tell(KataNotes.FoundItsBoard(board, parked));
    }

    /// <summary>What the checks would ask whoever wrote it, in one note. It never blocks: the words stand as they are.</summary>
    private static IEnumerable<Reply> Questions(Scene scene, KataState after, ImmutableArray<Change> changes)
    {
        if (after is not Running(var board) || scene.Incoming is HandedOver or Due) return [];
        var asked = changes.Cast<KataChange>().SelectMany(PartOf).Distinct()
            .Select(part => (Part: part, Written: part.On(board)))
            .Where(pair => pair.Written is not null)
            .Select(pair => new Questioned(pair.Part, pair.Written!.Text, [.. KataChecks.Of(pair.Part.Kind, pair.Written.Text, board.Target(pair.Part.Item) ?? board.Aim()), .. Advice(scene, board, pair.Part)]))
            .Where(one => one.Checks.Length > 0)
            .ToImmutableArray();
        return asked.IsEmpty ? [] : [scene.Tell(KataNotes.Questions(scene.Subject, asked))];
    }

    private static ImmutableArray<Check> Advice(Scene scene, Storyboard board, Part part) => part.Kind == PartKind.Target && board.Target(part.Item) is { } target
        ? TargetAdvice.Of(board, target, target.Goal is { } goal ? scene.Readings.MetricOf(goal.Metric) : null)
        : [];

    private static IEnumerable<Part> PartOf(KataChange change) => change switch
    {
        TargetSet set => [new(set.Id, PartKind.Target)],
        ActualSeen seen => seen.Readings.Where(reading => !reading.Condition.IsMeasured).Select(reading => new Part(reading.Target, PartKind.Actual)),
        ObstacleParked parked => [new(parked.Id, PartKind.Obstacle)],
        StepPlanned planned => [new(planned.Id, PartKind.Step)],
        OutcomePredicted predicted => [new(predicted.Id, PartKind.Expect)],
        OutcomeSeen seen => [new(seen.Id, PartKind.Happened)],
        LearningNoted noted => [new(noted.Id, PartKind.Learned)],
        Reworded reworded => [reworded.Part],
        _ => [],
    };

    /// <summary>What can be done instead of what was refused.</summary>
    public static IEnumerable<Button> Ways(Scene scene, Command command) => (scene.Board, command) switch
    {
        ({ } board, StartStep start) when board.Experiment(start.Experiment) is { Expectation: null, IsOpen: true } => [new Button("Write the prediction", scene.Subject.Press(PressVerb.Predict, start.Experiment), ButtonKind.Primary)],
        ({ } board, StartStep or Activate or Overcome) when board.RunningStep() is { } running => [new Button("What happened?", scene.Subject.Press(PressVerb.Happened, running.Id), ButtonKind.Primary)],
        ({ } board, Observe observe) when board.Experiment(observe.Experiment) is { State: ExperimentState.Predicted } => [new Button("Start the step", scene.Subject.Press(PressVerb.Start, observe.Experiment), ButtonKind.Primary)],
        ({ } board, Learn learn) when board.Experiment(learn.Experiment) is { State: ExperimentState.Running } => [new Button("What happened?", scene.Subject.Press(PressVerb.Happened, learn.Experiment), ButtonKind.Primary)],
        ({ } board, PlanStep) when board.ActiveObstacle() is null && board.OpenObstacles().Length > 0 => [new Button("Choose an obstacle", scene.Subject.Press(PressVerb.Choose), ButtonKind.Primary)],
        ({ } board, PlanStep) when board.OpenObstacles().IsEmpty => [new Button("Park an obstacle", scene.Subject.Press(PressVerb.Obstacle), ButtonKind.Primary)],
        ({ Challenge: null }, SetTarget) => [new Button("Say the challenge", scene.Subject.Press(PressVerb.Challenge), ButtonKind.Primary)],
        ({ } board, SetTarget or EndBoard) when board.Aim() is { } aim => [new Button("Review", scene.Subject.Press(PressVerb.Review, aim.Id), ButtonKind.Primary, aim.Id)],
        ({ } board, BeginCoaching) when board.Aim() is null => [new Button("Set target condition", scene.Subject.Press(PressVerb.Target), ButtonKind.Primary)],
        ({ } board, _) when !board.IsLearner(scene.By) && RoleRules.IsSilent(board, scene.At) => [new Button("Take over as learner", scene.Subject.Press(PressVerb.TakeOver))],
        _ => [],
    };
}

/// <summary>A text, and what is worth asking about it.</summary>
internal sealed record Questioned(Part Part, string Text, ImmutableArray<Check> Checks);
