using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A text in other words: by its author or the learner, and never a prediction whose step has started.</summary>
internal static class RewordRules
{
    public static Decision Of(Storyboard board, Reword reword) => (reword.Part.On(board), Typed.Line(reword.Text)) switch
    {
        (null, _) => new Refusal("That text isn't on the board any more. The newest board shows what is."),
        _ when reword.Part.Kind == PartKind.Expect => ExperimentRules.Of(board, new Predict(reword.Part.Item, reword.Text) { By = reword.By, At = reword.At }) switch
        {
            Refusal { Field: not null } refusal => refusal with { Field = "text" },
            var decision => decision,
        },
        (var was, _) when !was.By.Is(reword.By) && !board.IsLearner(reword.By) => new Refusal($"{was.By.Name} wrote this. Only {was.By.Name} and the learner, {board.Learner.Name}, can reword it."),
        _ when IsOver(board, reword.Part) => new Refusal("This is settled, and what was written stays on record."),
        (_, { Length: < 3 }) => new Refusal("Write how it should read.", "text"),
        (_, { Length: var length }) when length > Longest(reword.Part) => new Refusal($"Keep it under {Longest(reword.Part)} characters.", "text"),
        var (was, text) when was.Text == text => new Refusal("That's how it reads already.", "text"),
        var (_, text) => new Reworded(reword.Part, text) { By = reword.By, At = reword.At },
    };

    /// <summary>How long this text may be.</summary>
    public static int Longest(Part part) => part.Kind == PartKind.Obstacle ? Limits.Obstacle : Limits.Note;

    // A step that has started was predicted in these words.
    private static bool IsOver(Storyboard board, Part part) => part.Kind switch
    {
        PartKind.Target or PartKind.Actual => board.Target(part.Item) is { IsOpen: false },
        PartKind.Obstacle => board.Obstacle(part.Item) is { IsOpen: false },
        PartKind.Step => board.Experiment(part.Item) is { Started: not null } or { IsOpen: false },
        _ => false,
    };
}
