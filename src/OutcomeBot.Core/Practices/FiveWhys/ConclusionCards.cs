using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What was found, what is done about it, and how it will be known to have helped.</summary>
internal static class ConclusionCards
{
    /// <summary>What is said when nothing stronger than a reminder is done (RCA2's action hierarchy).</summary>
    public const string AllWeak = "Every countermeasure is a weaker action: it relies on people remembering. Add one that changes the system.";

    /// <summary>So many root causes get a button of their own.</summary>
    private const int Obstacles = 3;

    public static Card Of(Subject subject, Concluded concluded) => new(Typed.Clip($"Concluded: {ProblemWords.Question(concluded.Tree.Problem)}", 140),
    [
        .. FiveWhysCards.ProblemBlocks(concluded.Tree).Where(block => block is not Aside),
        .. FiveWhysCards.LinksOf(concluded.Tree) is { } links ? [links] : ImmutableArray<Block>.Empty,
        .. RootCauses(concluded).SelectMany(cause => RootCause(concluded, cause)),
        .. concluded.Tree.Countermeasures.Select(measure => new Prose(CauseWords.Of(measure))),
        .. IsWeak(concluded.Tree) ? [new Aside(AllWeak)] : ImmutableArray<Block>.Empty,
        new Prose($"{"Effectiveness check":strong} · {concluded.Conclusion.CheckOn}: {concluded.Conclusion.Metric}"),
        .. concluded.Conclusion.Effect is { } effect ? [new Prose($"{Verdict(effect.Helped):strong} · {effect.Text} · {effect.By}, {effect.At}")] : ImmutableArray<Block>.Empty,
        .. concluded.Conclusion.WhyStop is { } stop ? [new Aside($"Why it stopped here: {stop}")] : ImmutableArray<Block>.Empty,
        .. FiveWhysCards.TreeBlocks(concluded.Tree),
        .. concluded.Tree.Amendments.Select(amendment => new Aside(Of(concluded.Tree, amendment))),
        .. concluded.Tree.Reopenings.Select(again => new Aside($"Reopened by {again.By}, {again.At}: {again.Reason}")),
        new Buttons(
        [
            .. concluded.Tree.Countermeasures.Any(measure => measure.End is null) ? [new Button("Countermeasure done", subject.Press(PressVerb.Done))] : ImmutableArray<Button>.Empty,
            .. RootCauses(concluded).Where(cause => !concluded.Tree.HandedOn.Contains(cause.Id)).Take(Obstacles).Select(cause => ObstacleButton(subject, concluded, cause)),
            .. concluded.Conclusion.Effect is null ? [new Button("Did it help?", subject.Press(PressVerb.Check))] : ImmutableArray<Button>.Empty,
            new Button("Picture", subject.Press(PressVerb.Picture), About: "the tree of causes"),
            new Button("Export", subject.Press(PressVerb.Export)),
            new Button("Add countermeasure", subject.Press(PressVerb.Measure)),
            new Button("Amend", subject.Press(PressVerb.Amend)),
            new Button("Reopen", subject.Press(PressVerb.Reopen)),
        ]),
        FiveWhysCards.LastStep(concluded.Tree),
    ]);

    public static IEnumerable<Cause> RootCauses(Concluded concluded) =>
        concluded.Conclusion.RootCauses.Select(id => concluded.Tree.Find(id)).OfType<Cause>();

    /// <summary>The cause, its effect and the problem in one sentence.</summary>
    public static string CausalStatement(WhyTree tree, Cause cause) => tree.Find(cause.Parent) is { } effect
        ? Wording.CausalStatement(cause.Text, effect.Text, tree.Problem.Statement)
        : $"{Wording.Sentence(cause.Text).TrimEnd('.')}. Therefore {Wording.Clause(ProblemWords.Statement(tree.Problem))}.";

    /// <summary>Whether there are countermeasures, and every one of them is weak.</summary>
    public static bool IsWeak(WhyTree tree) =>
        tree.Countermeasures.Length > 0 && tree.Countermeasures.All(measure => measure.Strength == ActionStrength.Weaker);

    /// <summary>A text by name, for amendments.</summary>
    public static string NameOf(WhyTree tree, string of) => of switch
    {
        Amend.Problem => "the problem",
        Amend.Metric => "how we'll know",
        _ when tree.Find(of) is not null => $"cause {tree.Mark(of)}",
        _ => $"countermeasure {of[1..]}",
    };

    /// <summary>What an effectiveness check found, in words.</summary>
    public static string Verdict(Helped helped) => helped switch
    {
        Helped.Yes => "It helped",
        Helped.Partly => "It helped in part",
        Helped.No => "It didn't help",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Button ObstacleButton(Subject subject, Concluded concluded, Cause cause) => new(
        concluded.Conclusion.RootCauses.Length == 1 ? "Make it an obstacle" : $"Make {concluded.Tree.Mark(cause.Id)} an obstacle",
        subject.Press(PressVerb.Obstacle, cause.Id),
        About: cause.Text);

    private static IEnumerable<Block> RootCause(Concluded concluded, Cause cause)
    {
        yield return new Prose($"{$"Root cause {concluded.Tree.Mark(cause.Id)}":strong} · {CausalStatement(concluded.Tree, cause)}");
        Words quiet = $"{cause.Category} · {CauseWords.Of(concluded.Conclusion.Reach)} · {cause.Standing.ToString()} · {FiveWhysCards.Count(cause.Evidence.Length, "piece of evidence", "pieces of evidence")}";
        yield return new Aside(cause.Seen is { } seen ? quiet + Words.Add(" · ", CauseWords.Of(seen)) : quiet);
    }

    private static Words Of(WhyTree tree, Amendment amendment) =>
        $"Amended by {amendment.By}, {amendment.At}: {NameOf(tree, amendment.Of)} read \"{amendment.Was}\". Why: {amendment.Why}";
}
