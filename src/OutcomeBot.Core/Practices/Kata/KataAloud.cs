using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A storyboard in a few sentences, as somebody would read it to a person who can't see it.</summary>
internal static class KataAloud
{
    public static string Of(Storyboard board) => string.Join(' ', Sentences(board));

    private static IEnumerable<string> Sentences(Storyboard board)
    {
        yield return board.Challenge is { } challenge ? $"The challenge of {board.Learner.Name}: {Wording.Sentence(challenge)}" : $"The storyboard of {board.Learner.Name} has no challenge yet.";
        foreach (var target in board.OpenTargets()) yield return Aloud(target);
        yield return board.ActiveObstacle() is { } active
            ? $"Of {KataCards.Count(board.OpenObstacles().Length, "open obstacle", "open obstacles")} the active one is: {Wording.Sentence(active.Text)}"
            : $"There {(board.OpenObstacles().Length == 1 ? "is" : "are")} {KataCards.Count(board.OpenObstacles().Length, "open obstacle", "open obstacles")}, and none is active.";
        if (board.Experiments is [.., var last]) yield return Aloud(last);
    }

    private static string Aloud(TargetCondition target)
    {
        var goal = target.Goal is { } measured ? $" ({TargetWords.Of(measured)})" : "";
        var now = target.Actual is { } actual ? $"Now: {Wording.Sentence(Conditions.Brief(actual))}" : "Nobody has looked since it was set.";
        return $"Target condition {target.Id}{goal} by {CardText.Of(target.AchieveBy)}: {Wording.Sentence(target.Description)} {now}";
    }

    private static string Aloud(Experiment step)
    {
        var expected = step.Expectation is { } expectation ? $" Expected: {Wording.Sentence(expectation.Text)}" : "";
        var happened = step.Outcome is { } outcome ? $" Happened: {Wording.Sentence(outcome.Text)}" : "";
        var learned = step.Learning is { } learning ? $" Learned: {Wording.Sentence(learning.Text)}" : "";
        return $"The newest step {step.Id}, {ExperimentWords.Of(step).ToLowerInvariant()}: {Wording.Sentence(step.Step)}{expected}{happened}{learned}";
    }
}
