using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What makes a problem one that can be explained.</summary>
internal static class ProblemRules
{
    public static Decision Of(AskWhy ask) => Wrong(ask.Problem, [ask.By.Name]) switch
    {
        { } refusal => refusal,
        null => new Asked(ask.Id, Clean(ask.Problem), ask.From) { By = ask.By, At = ask.At, Zone = ask.Clock.ForPage },
    };

    public static Decision Of(WhyTree tree, AddFacts facts) => WrongFacts(facts.Facts) switch
    {
        { } refusal => refusal,
        null => new FactsAdded(Clean(facts.Facts) with { Statement = tree.Problem.Statement, Gate = tree.Problem.Gate, Revisions = tree.Problem.Revisions })
        {
            By = facts.By,
            At = facts.At,
        },
    };

    public static Decision Of(WhyTree tree, RewordProblem reword) => Typed.Line(reword.Text) switch
    {
        _ when !tree.IsFacilitator(reword.By) && !tree.OpenedBy.Is(reword.By) =>
            tree.OnlyFacilitator("reword the problem", "Write your wording in the thread, starting with //, so that it isn't taken as an answer."),
        var text when Wrong(new Problem(text), tree.PeopleNames()) is { } refusal => refusal,
        var text when text == tree.Problem.Statement => new Refusal("That's how it reads already.", "problem"),
        var text => new ProblemReworded(text) { By = reword.By, At = reword.At },
    };

    private static Refusal? Wrong(Problem problem, System.Collections.Immutable.ImmutableArray<string> names) => Typed.Line(problem.Statement) switch
    {
        { Length: < 3 } => new Refusal("Say what the problem is, in a sentence: what is happening that shouldn't?", "problem"),
        { Length: > Limits.Problem } text => new Refusal($"The problem has {text.Length} characters; {Limits.Problem} fit. Say the one thing to explain; the rest belongs in the answers.", "problem"),
        var text when ProblemChecks.Refused(text, names) is { } check => new Refusal($"{check.Explanation} {check.Question}", "problem"),
        _ => WrongFacts(problem),
    };

    private static Refusal? WrongFacts(Problem problem) =>
        new[] { ("metric", problem.Metric), ("baseline", problem.Baseline), ("when", problem.When), ("where", problem.Where), ("source", problem.Source) }
            .Where(fact => fact.Item2?.Length > Limits.Fact)
            .Select(fact => new Refusal($"This is too long: {Limits.Fact} characters fit here.", fact.Item1))
            .FirstOrDefault();

    private static Problem Clean(Problem problem) => problem with
    {
        Statement = Typed.Line(problem.Statement),
        Metric = Typed.LineOrNull(problem.Metric),
        Baseline = Typed.LineOrNull(problem.Baseline),
        When = Typed.LineOrNull(problem.When),
        Where = Typed.LineOrNull(problem.Where),
        Source = Typed.LineOrNull(problem.Source),
    };
}
