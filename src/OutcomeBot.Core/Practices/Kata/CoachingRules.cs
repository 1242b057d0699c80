using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The coaching cycle: one question after the other, each answer taken down where it belongs.</summary>
internal static class CoachingRules
{
    // A cycle that was begun yesterday and never finished gives way to today's.
    private static readonly Duration s_sameDay = Duration.FromHours(20);

    private static readonly string[] s_skips = ["skip", "-", "none", "don't know"];

    private static readonly string[] s_notYets = ["not yet", "still running", "nothing yet", "it's still running"];

    private static readonly string[] s_sames = ["same", "the same", "same one", "still the same", "yes"];

    public static Decision Of(Storyboard board, BeginCoaching begin)
    {
        if (board.Aim() is null) return new Refusal("There's no open target condition, and the five questions begin with it. Set one first.");
        if (board.Coaching is { } open && begin.At - open.At < s_sameDay) return Decision.Of();
        var coach = begin.Called == Called.ByPerson && !board.IsLearner(begin.By) ? begin.By : board.Coach;
        var begun = new CoachingBegun(coach) { By = begin.By, At = begin.At };
        return board.Coaching is null ? begun : Decision.Of(new CoachingEnded { By = begin.By, At = begin.At }, begun);
    }

    public static Decision Of(Storyboard board, AnswerCoach answer)
    {
        if (board.Coaching is null) return new Refusal("No coaching cycle is open. Type coach to begin one.");
        if (!board.IsLearner(answer.By)) return new Refusal($"{board.Learner.Name} is the learner and answers. Ask, and wait a little.");
        if (CoachingOrder.Next(board) != answer.Question) return new Refusal("That question has been answered meanwhile. The newest card asks the next one.");
        return Effect(board, answer) switch
        {
            Refusal refusal => refusal with { Field = refusal.Field is null ? null : CoachingOrder.Field(answer.Question) },
            Accepted { Changes: var effects } => Answered(board, answer, effects),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static Decision Of(Storyboard board, AnswerAll all)
    {
        var (now, changes) = (board, ImmutableArray<Change>.Empty);
        if (CoachingOrder.Next(now) is null) return new Refusal("Every question has been answered meanwhile. Type coach to begin another cycle.");
        while (CoachingOrder.Next(now) is { } question)
        {
            var answer = new AnswerCoach(question, all.Answers.GetValueOrDefault(question, ""), question == CoachQuestion.GoAndSee ? all.Day : null) { By = all.By, At = all.At };
            if (Of(now, answer) is not Accepted accepted) return Of(now, answer);
            changes = changes.AddRange(accepted.Changes);
            now = accepted.Changes.Cast<KataChange>().Aggregate(now, BoardFolding.After);
        }

        return Decision.Of(changes);
    }

    public static Decision Of(Storyboard board, StopCoaching stop) => board.Coaching switch
    {
        null => new Refusal("No coaching cycle is open."),
        _ when !board.Leads(stop.By) => board.OnlyLeads("stop a coaching cycle"),
        _ => new CoachingEnded { By = stop.By, At = stop.At },
    };

    private static Decision Answered(Storyboard board, AnswerCoach answer, ImmutableArray<Change> effects)
    {
        var changes = effects.Add(new CoachingAnswered(answer.Question, Typed.Clip(Typed.Line(answer.Text), Limits.Note)) { By = answer.By, At = answer.At });
        var after = changes.Cast<KataChange>().Aggregate(board, BoardFolding.After);
        return CoachingOrder.Next(after) is null ? Decision.Of(changes.Add(new CoachingEnded { By = answer.By, At = answer.At })) : Decision.Of(changes);
    }

    private static Decision Effect(Storyboard board, AnswerCoach answer) => (answer.Question, Typed.Line(answer.Text)) switch
    {
        (CoachQuestion.GoAndSee, _) when answer.Day is not null => GoAndSee(board, answer, answer.Day),
        (not (CoachQuestion.Happened or CoachQuestion.Learned or CoachQuestion.Obstacle), var text) when Is(s_skips, text) => Decision.Of(),
        (CoachQuestion.Actual, { Length: 0 }) => new Refusal("Say how it is now: a number, or what somebody saw.", "actual"),
        (CoachQuestion.Actual, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters.", "actual"),
        (CoachQuestion.Actual, var text) => new ActualSeen([new Reading(board.Aim()!.Id, Conditions.Typed(text, answer, board.Aim()!.Goal))]) { By = answer.By, At = answer.At },
        (CoachQuestion.Happened, var text) when Is(s_notYets, text) => Decision.Of(),
        (CoachQuestion.Happened, var text) => ExperimentRules.Of(board, new Observe(board.Coaching!.Reflects!, text) { By = answer.By, At = answer.At }),
        (CoachQuestion.Learned, var text) => ExperimentRules.Of(board, new Learn(board.Coaching!.Reflects!, text) { By = answer.By, At = answer.At }),
        (CoachQuestion.Obstacle, var text) => Obstacle(board, answer, text),
        (CoachQuestion.NextStep, var text) => ExperimentRules.Of(board, new PlanStep(text, "", board.Learner, null) { By = answer.By, At = answer.At }),
        (CoachQuestion.Expect, var text) => ExperimentRules.Of(board, new Predict(board.NextStep()!.Id, text) { By = answer.By, At = answer.At }),
        (CoachQuestion.GoAndSee, var text) => GoAndSee(board, answer, DayWords.Read(text, answer.Today)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision Obstacle(Storyboard board, AnswerCoach answer, string text)
    {
        var active = board.ActiveObstacle();
        if (Is(s_sames, text) || text == active?.Id)
            return active is null ? new Refusal("No obstacle is active yet. Name the ONE you work on: its mark, such as o1, or a new one in your words.", "obstacle") : Decision.Of();
        var mark = text.StartsWith('o') ? text : "o" + text;
        if (board.Obstacle(mark) is { } named) return ObstacleRules.Of(board, new Activate(named.Id) { By = answer.By, At = answer.At });
        return ObstacleRules.Of(board, new ParkObstacle(text) { By = answer.By, At = answer.At }) switch
        {
            // While a step runs on the active one, a new obstacle waits in the parking lot.
            Accepted { Changes: [ObstacleParked parked] } when board.RunningStep() is null => Decision.Of(parked, new ObstacleActivated(parked.Id) { By = answer.By, At = answer.At }),
            var decision => decision,
        };
    }

    private static Decision GoAndSee(Storyboard board, AnswerCoach answer, LocalDate? day) => day is null
        ? new Refusal("Write a day, such as tomorrow, Friday, in 3 days, or 2026-12-04.", "by")
        : ExperimentRules.Of(board, new SetGoAndSee((board.NextStep() ?? board.RunningStep())!.Id, day) { By = answer.By, At = answer.At });

    private static bool Is(string[] words, string text) => words.Contains(text.TrimEnd('.', '!').ToLowerInvariant());
}
