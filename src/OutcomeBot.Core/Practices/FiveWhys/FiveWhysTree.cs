using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The tree as a picture, with what a person would say aloud about it.</summary>
internal static class FiveWhysTree
{
    private const string Problem = "p";

    public static Tree Of(FiveWhysState state, WhyTree tree) => new(
        Title(state, tree),
        FiveWhysCards.Name(tree),
        Footnote(tree),
        [new TreeNode(Problem, null, "", tree.Problem.Statement, "", CauseMark.Problem, tree.Problem.Gate), .. tree.Rows().Select(row => Node(state, row))],
        Aloud(state, tree));

    private static TreeNode Node(FiveWhysState state, Row row) => new(
        row.Cause.Id, row.Cause.Parent ?? Problem, row.Mark, row.Cause.Text, Quiet(row.Cause), CauseWords.Mark(row.Cause), row.Cause.Gate)
    {
        IsRootCause = Roots(state).Contains(row.Cause.Id),
    };

    private static string Quiet(Cause cause) => cause.Evidence.Length == 0
        ? $"{cause.Standing} · {cause.By.Name}"
        : $"{cause.Standing} · {cause.By.Name} · {FiveWhysCards.Count(cause.Evidence.Length, "piece of evidence", "pieces of evidence")}";

    private static string Title(FiveWhysState state, WhyTree tree) => Roots(state) switch
    {
        [var only] => $"Root cause: {Typed.Clip(tree.TextOf(only), 120)}",
        { Length: > 1 } roots => $"{roots.Length} root causes found",
        _ => $"{FiveWhysCards.Count(tree.Causes.Length, "cause", "causes")}, {FiveWhysCards.Count(tree.Deepest(), "why", "whys")} deep so far",
    };

    private static string Footnote(WhyTree tree) =>
        $"{FiveWhysCards.Count(tree.Causes.Length, "cause", "causes")}, {tree.Causes.Count(cause => cause.Standing == Standing.Supported)} supported"
        + $" · {FiveWhysCards.Count(tree.Participants.Length, "person", "people")} · {CardText.Of(tree.DayOf(tree.Last.At))}";

    private static string Aloud(FiveWhysState state, WhyTree tree)
    {
        var problem = $"The problem: {Wording.Sentence(tree.Problem.Statement)}";
        var said = Roots(state) switch
        {
            { Length: > 0 } roots => string.Join(' ', roots.Select(id => tree.Find(id)).OfType<Cause>().Select(cause => Root(tree, cause))),
            _ => string.Join(' ', tree.Leaves().Take(5).Select(leaf => $"One branch has come to: {Wording.Sentence(leaf.Text)}")),
        };
        return $"{problem} {Tally(tree)} {said}".TrimEnd();
    }

    private static string Root(WhyTree tree, Cause cause) =>
        $"Root cause, {FiveWhysCards.Count(tree.Depth(cause), "why", "whys")} down: {ConclusionCards.CausalStatement(tree, cause)}";

    private static string Tally(WhyTree tree)
    {
        var counts = tree.Causes.GroupBy(cause => cause.Standing).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
        return tree.Causes.Length == 0
            ? "Nobody has answered yet."
            : $"There {(tree.Causes.Length == 1 ? "is" : "are")} {FiveWhysCards.Count(tree.Causes.Length, "cause", "causes")}: {FiveWhysCards.Listed([.. counts])}.";
    }

    private static ImmutableArray<string> Roots(FiveWhysState state) => state is Concluded(_, var conclusion) ? conclusion.RootCauses : [];
}
