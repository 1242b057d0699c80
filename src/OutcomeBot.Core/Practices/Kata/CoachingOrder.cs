namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Which question comes next, and how each is asked. What the board knows already is not asked again.</summary>
internal static class CoachingOrder
{
    /// <summary>The question that is asked now; null when every one is answered, or no cycle is open.</summary>
    public static CoachQuestion? Next(Storyboard board)
    {
        if (board.Coaching is not { } coaching) return null;
        var from = coaching.Answers.Select(answer => (int)answer.Question + 1).LastOrDefault();
        return Enum.GetValues<CoachQuestion>().Where(question => (int)question >= from && IsAsked(board, coaching, question))
            .Select(question => (CoachQuestion?)question).FirstOrDefault();
    }

    /// <summary>The question with its number on the coaching card.</summary>
    public static string Text(CoachQuestion question) => question switch
    {
        CoachQuestion.Actual => "2 What is the actual condition now?",
        CoachQuestion.Happened => "2c What actually happened?",
        CoachQuestion.Learned => "2d What did you learn?",
        CoachQuestion.Obstacle => "3 What obstacles are in the way, and which ONE do you work on now?",
        CoachQuestion.NextStep => "4 What is your next step?",
        CoachQuestion.Expect => "4 What do you expect?",
        CoachQuestion.GoAndSee => "5 How quickly can we go and see what we have learned?",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The name of its field on the form.</summary>
    public static string Field(CoachQuestion question) => question switch
    {
        CoachQuestion.Actual => "actual",
        CoachQuestion.Happened => "happened",
        CoachQuestion.Learned => "learned",
        CoachQuestion.Obstacle => "obstacle",
        CoachQuestion.NextStep => "step",
        CoachQuestion.Expect => "expect",
        CoachQuestion.GoAndSee => "by",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsAsked(Storyboard board, Coaching coaching, CoachQuestion question) => question switch
    {
        CoachQuestion.Actual => board.Aim() is { Actual: not { IsMeasured: true } },
        CoachQuestion.Happened => board.Experiment(coaching.Reflects) is { State: ExperimentState.Running },
        CoachQuestion.Learned => board.Experiment(coaching.Reflects) is { State: ExperimentState.Observed },
        CoachQuestion.Obstacle => true,
        CoachQuestion.NextStep => board.ActiveObstacle() is not null && board.NextStep() is null && board.RunningStep() is null,
        CoachQuestion.Expect => board.NextStep() is { Expectation: null },
        CoachQuestion.GoAndSee => board.NextStep() is not null || board.RunningStep() is not null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
