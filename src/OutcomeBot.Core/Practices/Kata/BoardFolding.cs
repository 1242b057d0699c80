using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The board after a change: what is new on it, who did it, and what an undo would put back.</summary>
internal static class BoardFolding
{
    public static Storyboard After(Storyboard board, KataChange change)
    {
        var after = Changed(board, change);
        if (change is Nudged or ReviewPrompted or LineTaken) return after;
        return after with
        {
            LearnerActedAt = after.IsLearner(change.By) ? change.At : after.LearnerActedAt,
            Last = new Step(change.By, change.At, StepWords.Of(board, change), Undoing.Of(board, after, change)),
        };
    }

    private static Storyboard Changed(Storyboard board, KataChange change) => change switch
    {
        ChallengeSet set => board with { Challenge = set.Challenge, FocusProcess = set.FocusProcess },
        TargetSet set => board with { Targets = board.Targets.Add(new(set.Id, set.Description, set.Current, set.AchieveBy, set.By, set.At) { Goal = set.Goal }) },
        ActualSeen seen => seen.Readings.Aggregate(board, (with, reading) => Target(with, reading.Target, target => target with { Actual = reading.Condition })),
        ReviewPrompted prompted => Target(board, prompted.Target, target => target with { Prompts = Nudges.After(target.Prompts, count => Reminding.At(target with { Prompts = count }, board.Clock()), prompted.At) }),
        TargetReviewed it => Target(board, it.Target, target => target with { Review = new(it.Outcome, it.Reason, it.Actual, it.By, it.At), Actual = it.Actual }),
        ObstacleParked parked => board with { Obstacles = board.Obstacles.Add(new(parked.Id, parked.Text, parked.By, parked.At) { From = parked.From }) },
        ObstacleActivated active => board with { Obstacles = [.. board.Obstacles.Select(obstacle => obstacle.IsOpen ? obstacle with { State = obstacle.Id == active.Id ? ObstacleState.Active : ObstacleState.Parked } : obstacle)] },
        ObstacleOvercome overcome => Overcome(board, overcome),
        StepPlanned planned => board with { Experiments = board.Experiments.Add(new(planned.Id, planned.Obstacle, planned.Step, planned.By, planned.At) { Owner = planned.Owner, GoAndSeeBy = planned.GoAndSeeBy }) },
        OutcomePredicted predicted => Experiment(board, predicted.Id, experiment => experiment with { Expectation = new(predicted.Text, predicted.By, predicted.At) }),
        StepStarted started => Experiment(board, started.Id, experiment => experiment with { Started = new(started.By, started.At), Owner = started.Owner, GoAndSeeBy = started.GoAndSeeBy, Nudges = 0 }),
        GoAndSeeSet set => Experiment(board, set.Id, experiment => experiment with { GoAndSeeBy = set.Day, Nudges = 0 }),
        OutcomeSeen seen => Experiment(board, seen.Id, experiment => experiment with { Outcome = new(seen.Text, seen.By, seen.At) }),
        LearningNoted noted => Experiment(board, noted.Id, experiment => experiment with { Learning = new(noted.Text, noted.By, noted.At) }),
        StepDropped dropped => Experiment(board, dropped.Id, experiment => experiment with { Dropped = new(dropped.Reason, dropped.By, dropped.At) }),
        Nudged nudged => Experiment(board, nudged.Id, experiment => experiment with { Nudges = Nudges.After(experiment.Nudges, count => Reminding.At(experiment with { Nudges = count }, board.Clock()), nudged.At) }),
        LineTaken line => board with { Lines = [.. board.Lines.Append(new(line.Message, line.By, line.Parts)).TakeLast(Limits.Lines)] },
        Reworded reworded => InOtherWords(board, reworded),
        CoachingBegun begun => board with { Coaching = new($"k{board.CyclesNumbered + 1}", begun.Coach, Reflects(board), begun.At), CyclesNumbered = board.CyclesNumbered + 1 },
        CoachingAnswered answered => board with { Coaching = board.Coaching! with { Answers = board.Coaching.Answers.Add(new(answered.Question, answered.Text)) } },
        CoachingEnded ended => Held(board, board.Coaching!, ended),
        RoleGiven given => Cast(board, given),
        Undone => Undoing.PutBack(board),
        BoardEnded or BoardReopened => board,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Storyboard Target(Storyboard board, string id, Func<TargetCondition, TargetCondition> change) =>
        board with { Targets = [.. board.Targets.Select(target => target.Id == id ? change(target) : target)] };

    private static Storyboard Obstacle(Storyboard board, string id, Func<Obstacle, Obstacle> change) =>
        board with { Obstacles = [.. board.Obstacles.Select(obstacle => obstacle.Id == id ? change(obstacle) : obstacle)] };

    private static Storyboard Experiment(Storyboard board, string id, Func<Experiment, Experiment> change) =>
        board with { Experiments = [.. board.Experiments.Select(experiment => experiment.Id == id ? change(experiment) : experiment)] };

    /// <summary>Steps that were planned on it and never started have nothing left to find out.</summary>
    private static Storyboard Overcome(Storyboard board, ObstacleOvercome overcome)
    {
        var gone = new Written("The obstacle was overcome.", overcome.By, overcome.At);
        var without = Obstacle(board, overcome.Id, obstacle => obstacle with { State = ObstacleState.Overcome, Overcome = new(overcome.How, overcome.By, overcome.At) });
        return without with
        {
            Experiments = [.. without.Experiments.Select(experiment => experiment.Obstacle == overcome.Id && experiment is { IsOpen: true, Started: null } ? experiment with { Dropped = gone } : experiment)],
        };
    }

    private static Storyboard InOtherWords(Storyboard board, Reworded reworded) => reworded.Part.Kind switch
    {
        PartKind.Target => Target(board, reworded.Part.Item, target => target with { Description = reworded.Text }),
        PartKind.Actual => Target(board, reworded.Part.Item, target => target with { Actual = target.Actual! with { Text = reworded.Text, Value = null } }),
        PartKind.Obstacle => Obstacle(board, reworded.Part.Item, obstacle => obstacle with { Text = reworded.Text }),
        PartKind.Step => Experiment(board, reworded.Part.Item, experiment => experiment with { Step = reworded.Text }),
        PartKind.Happened => Experiment(board, reworded.Part.Item, experiment => experiment with { Outcome = experiment.Outcome! with { Text = reworded.Text } }),
        PartKind.Learned => Experiment(board, reworded.Part.Item, experiment => experiment with { Learning = experiment.Learning! with { Text = reworded.Text } }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What there is to reflect on: the step that is running or seen, else the last one that taught something.</summary>
    private static string? Reflects(Storyboard board) =>
        (board.Experiments.FirstOrDefault(experiment => experiment.State is ExperimentState.Running or ExperimentState.Observed)
            ?? board.Experiments.Where(experiment => experiment.Learning is not null).MaxBy(experiment => experiment.Learning!.At))?.Id;

    private static Storyboard Held(Storyboard board, Coaching coaching, CoachingEnded ended)
    {
        var cycle = new CoachingCycle(
            coaching.Id, board.Learner, coaching.Coach, board.SecondCoach, board.Aim()?.Id, coaching.Reflects,
            (board.NextStep() ?? board.RunningStep())?.Id, coaching.At, ended.At)
        {
            Answers = coaching.Answers,
            Actual = board.Aim()?.Actual,
            IsWhole = CoachingOrder.Next(board) is null,
        };
        return board with { Coaching = null, Cycles = [.. board.Cycles.Add(cycle).TakeLast(Limits.Cycles)] };
    }

    private static Storyboard Cast(Storyboard board, RoleGiven given) => given.Role switch
    {
        Role.Learner => board with { Learner = given.To, LearnerActedAt = given.At },
        Role.Coach => board with { Coach = given.To },
        Role.SecondCoach => board with { SecondCoach = given.To },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
