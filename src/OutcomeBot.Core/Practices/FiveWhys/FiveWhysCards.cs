using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The card of an analysis, state by state.</summary>
public static class FiveWhysCards
{
    /// <summary>How many branches get their own buttons; the others are reached by choosing.</summary>
    public const int Branches = 4;

    private const int TitleLength = 140;

    public static Card Of(Subject subject, FiveWhysState state) => state switch
    {
        Unasked { Draft: { } draft } => new Card("A question to reword", new Prose(draft), new Buttons(new Button("Reword", subject.Press(PressVerb.New), ButtonKind.Primary))),
        Unasked => new Card("Nothing asked yet", new Prose("Start with the word why and your question.")),
        Open(var tree) => OpenCard(subject, tree),
        Concluded concluded => ConclusionCards.Of(subject, concluded),
        Abandoned abandoned => AbandonedCard(subject, abandoned),
        Settings settings => SettingsCard(subject, settings),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The question of a cause or, when null, of the problem.</summary>
    public static string Question(WhyTree tree, string? cause) =>
        tree.Find(cause) is { } found ? Wording.WhyOf(found.Text) : ProblemWords.Question(tree.Problem);

    /// <summary>The analysis by name: its question, shortened to a line.</summary>
    public static string Name(WhyTree tree) => Typed.Clip(ProblemWords.Question(tree.Problem), TitleLength - 20);

    /// <summary>What is being explained: the statement, its facts, and what it doesn't say yet.</summary>
    public static IEnumerable<Block> ProblemBlocks(WhyTree tree)
    {
        var problem = tree.Problem;
        yield return new Prose(Words.Of(new Strong("Problem"), new Plain($" · {problem.Statement}")));
        var facts = FactsOf(problem).Where(fact => fact.Text is not null).Select(fact => new Fact(fact.Label, fact.Text!)).ToImmutableArray();
        if (facts.Length > 0) yield return new Facts(facts);
        if (NotSaid(problem) is { Length: > 0 } missing) yield return new Aside($"Not said yet: {Listed(missing)}.");
        if (LinksOf(tree) is { } links) yield return links;
        if (tree.From is { } from) yield return new Aside($"Goes on from \"{from.Title}\", cause \"{from.Cause}\".");
        if (problem.Revisions is [.., { } last]) yield return new Aside($"Reworded by {last.By}, {last.At}. Before: {last.Was}");
    }

    /// <summary>The causes in reading order, each with who, state and evidence.</summary>
    public static IEnumerable<Block> TreeBlocks(WhyTree tree)
    {
        if (tree.Causes.Length == 0) yield break;
        if (CauseWords.Gate(tree, null) is { } gate) yield return new Aside($"The causes of the problem: {gate}.");
        yield return new Outline([.. tree.Rows().Select(row => new OutlineRow(row.Depth - 1, row.Mark, row.Cause.Text, CauseWords.Quiet(tree, row.Cause), CauseWords.Mark(row.Cause)))]);
    }

    /// <summary>What the problem doesn't say, in words.</summary>
    public static ImmutableArray<string> NotSaid(Problem problem)
    {
        var said = ProblemChecks.Missing(problem.Statement);
        return [.. FactsOf(problem)
            .Where(fact => fact.Text is null && (fact.Name == "source" ? problem.Metric is not null || problem.Baseline is not null : said.Contains(fact.Name)))
            .Select(fact => fact.Label.ToLowerInvariant())];
    }

    /// <summary>The pages that it came from or led to; null when there are none.</summary>
    public static Aside? LinksOf(WhyTree tree) => tree.Links.Length == 0
        ? null
        : new Aside($"Belongs to: {Listed([.. tree.Links.Select(link => $"{link.Practice} \"{link.Title}\"")])}.");

    /// <summary>Words as a list: a, b and c.</summary>
    public static string Listed(ImmutableArray<string> words) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";

    /// <summary>Who did the last step, who leads, how many take part.</summary>
    public static Aside LastStep(WhyTree tree) =>
        new($"{tree.Last.By} {tree.Last.What}, {tree.Last.At} · facilitator {tree.Facilitator} · {Count(tree.Participants.Length, "person", "people")}");

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} {many}";

    private static Card OpenCard(Subject subject, WhyTree tree) => new(Typed.Clip(OpenTitle(tree), TitleLength),
    [
        .. ProblemBlocks(tree),
        .. tree.Reopenings.Select(again => new Aside($"Reopened by {again.By}, {again.At}: {again.Reason}")),
        .. TreeBlocks(tree),
        .. tree.Causes.Length == 0 ? [new Prose("Nobody has answered yet. Answer in this thread, or press Answer.")] : BranchBlocks.Of(subject, tree),
        .. CountermeasureBlocks(tree),
        new Buttons(Actions(subject, tree)),
        LastStep(tree),
    ]);

    private static IEnumerable<Block> CountermeasureBlocks(WhyTree tree) => tree.Countermeasures.Select(measure => new Prose(CauseWords.Of(measure)));

    private static string OpenTitle(WhyTree tree)
    {
        if (tree.Find(tree.Focus) is { } asked && tree.WaitsFor(asked) is { GoAndSee: { } task } waiting)
            return task.IsOverdue
                ? $"Overdue: {task.Owner.Name} was to go and see: {waiting.Text}"
                : $"Waiting for {task.Owner.Name} to go and see: {waiting.Text}";
        if (IsReady(tree)) return $"Ready to conclude: {ProblemWords.Question(tree.Problem)}";
        var depth = tree.Find(tree.Focus) is { } focus ? tree.Depth(focus) : 0;
        return $"Why {depth + 1} is open: {Question(tree, tree.Focus)}";
    }

    /// <summary>Whether a branch may be concluded: eligible, deep enough, and every step of it holds.</summary>
    private static bool IsReady(WhyTree tree) => tree.Eligible().Any(leaf =>
        Holds(tree, leaf) && StopRule.Of(tree, leaf).Verdict != StopVerdict.GoOn);

    private static bool Holds(WhyTree tree, Cause leaf) => tree.Path(leaf).All(cause => cause.Held is not null);

    private static IEnumerable<Button> Actions(Subject subject, WhyTree tree)
    {
        var ready = IsReady(tree);
        if (tree.Find(tree.Focus) is not { } focus || tree.WaitsFor(focus) is null)
            yield return new Button("Answer", subject.Press(PressVerb.Answer, tree.Focus ?? PressVerb.TheProblem), ready ? ButtonKind.Plain : ButtonKind.Primary, Question(tree, tree.Focus));
        if (tree.Causes.Length == 0)
        {
            yield return new Button("Add facts", subject.Press(PressVerb.Facts), About: "the problem");
            yield return new Button("More", subject.Press(PressVerb.More));
            yield break;
        }

        yield return new Button("Read back", subject.Press(PressVerb.ReadBack), About: "the chain, with therefore");
        if (tree.Eligible().Any(leaf => Holds(tree, leaf))) yield return new Button("Conclude", subject.Press(PressVerb.Conclude), ready ? ButtonKind.Primary : ButtonKind.Plain);
        yield return new Button("Picture", subject.Press(PressVerb.Picture), About: "the tree of causes");
        yield return new Button("More", subject.Press(PressVerb.More));
    }

    private static Card AbandonedCard(Subject subject, Abandoned abandoned) => new(Typed.Clip($"Abandoned: {ProblemWords.Question(abandoned.Tree.Problem)}", TitleLength),
    [
        new Prose($"{abandoned.By} abandoned this, {abandoned.At}: {abandoned.Reason}"),
        .. ProblemBlocks(abandoned.Tree).Take(1),
        .. TreeBlocks(abandoned.Tree),
        new Buttons(new Button("Reopen", subject.Press(PressVerb.Reopen)), new Button("Export", subject.Press(PressVerb.Export))),
        LastStep(abandoned.Tree),
    ]);

    private static Card SettingsCard(Subject subject, Settings settings) => new("Categories of root causes",
        new Prose(string.Join(", ", settings.Categories)),
        new Buttons(new Button("Change the list", subject.Press(PressVerb.Categories))));

    private static (string Name, string Label, string? Text)[] FactsOf(Problem problem) =>
    [
        ("metric", "Metric", problem.Metric), ("baseline", "Baseline", problem.Baseline), ("when", "When", problem.When),
        ("where", "Where", problem.Where), ("source", "Source", problem.Source),
    ];
}
