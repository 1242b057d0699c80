using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The smaller cards: notes to one person, and messages in the thread.</summary>
internal static class FiveWhysNotes
{
    /// <summary>The longest list of analyses that is shown at once.</summary>
    public const int Listed = 10;

    /// <summary>What the checks would ask the author. It never blocks: the answer stands as it is.</summary>
    public static Card Questions(Subject subject, Cause cause, ImmutableArray<Check> checks) => new(
        checks.Length == 0 ? "Seen before" : checks.Length == 1 ? "A question about your answer" : $"{checks.Length} questions about your answer",
    [
        new Prose($"\"{cause.Text}\""),
        .. checks.Select(check => new Prose(Words.Of(new Strong(check.Name), new Plain($" · {check.Explanation} {check.Question}")))),
        .. cause.Seen is { } seen ? [new Prose(Recurs(seen))] : ImmutableArray<Block>.Empty,
        .. checks.Length == 0 ? ImmutableArray<Block>.Empty : [new Buttons(
        [
            new Button("Reword", subject.Press(PressVerb.Reword, cause.Id), ButtonKind.Primary),
            .. Wording.Split(cause.Text).Length > 1 ? [new Button("Split", subject.Press(PressVerb.Split, cause.Id))] : ImmutableArray<Button>.Empty,
            new Button("Keep it", subject.Press(PressVerb.Keep, cause.Id)),
        ])],
        new Aside("Your answer is on the tree."),
    ]);

    public static Card MissingFacts(Subject subject, WhyTree tree) => new("What's known about it?",
        new Prose($"The problem doesn't say yet: {FiveWhysCards.Listed(FiveWhysCards.NotSaid(tree.Problem))}. With them it's easier to tell whether you've found the cause. The asking goes on either way."),
        new Buttons(new Button("Add facts", subject.Press(PressVerb.Facts), ButtonKind.Primary)));

    public static Card More(Scene scene, WhyTree tree) => new("More",
        new Buttons(MoreButtons(scene.Subject, scene, tree)),
        new Aside($"Facilitator: {tree.Facilitator}. Ask \"who can conclude this?\" in the thread to learn who may do what."));

    public static Card OneCause(Subject subject, WhyTree tree, Row row) => new($"{row.Mark} {Typed.Clip(row.Cause.Text, 120)}",
    [
        new Prose(CauseWords.Quiet(tree, row.Cause)),
        .. row.Cause.Evidence.Select(evidence => new Prose(Of(evidence))),
        .. row.Cause.GoAndSee?.Finding is { } finding ? [new Prose($"{finding.By} went and saw: {finding.Text}")] : ImmutableArray<Block>.Empty,
        .. row.Cause.Revisions.Select(revision => new Aside($"Before {revision.By} reworded it, {revision.At}: {revision.Was}")),
        .. tree.IsAlive(row.Cause) ? [new Aside(StopRule.Of(tree, row.Cause).Sentence)] : ImmutableArray<Block>.Empty,
        new Buttons(BranchBlocks.Everything(subject, tree, row)),
    ]);

    public static Card GoAndSee(Subject subject, Cause cause, GoAndSee task) => new($"Go and see: {Typed.Clip(cause.Text, 110)}",
        new Prose($"{task.Owner}, please look at the place where this happens, and report by {task.Due}. {task.By} doubts it: {cause.Judged?.Reason}"),
        new Buttons(new Button("I went and saw", subject.Press(PressVerb.Saw, cause.Id), ButtonKind.Primary)),
        new Aside("This branch of the tree waits until then; the others go on."));

    public static Card Nudge(Subject subject, Cause cause, GoAndSee task) => new(
        task.IsOverdue ? $"Overdue: {Typed.Clip(cause.Text, 110)}" : $"Due today: {Typed.Clip(cause.Text, 110)}",
        new Prose(task.IsOverdue
            ? (Words)$"{task.Owner}, you were to go and see by {task.Due}, and the branch still waits. What did you see? If you can't go, say so here, and somebody else can."
            : $"{task.Owner}, today is the day to have gone and seen. What did you see?"),
        new Buttons(new Button("I went and saw", subject.Press(PressVerb.Saw, cause.Id), ButtonKind.Primary)));

    public static Card Help { get; } = new("Five whys",
        new Prose("Ask why until you reach a cause that you can change. Anybody answers in the thread or by pressing Answer; several causes of one why are welcome."),
        new Prose("A line that ends with a question mark, or begins with // or (, is talk and not an answer. These words alone on a line are commands:"),
        new Facts(
            new Fact("read back", "reads the chain backwards, with therefore"),
            new Fact("conclude", "names root causes and countermeasures (the facilitator)"),
            new Fact("picture", "posts the tree as a picture"),
            new Fact("export", "posts it as Markdown and JSON"),
            new Fact("undo", "takes your last step back"),
            new Fact("who can conclude this?", "says who may do what")),
        new Prose("Before you conclude, the chain is read backwards with THEREFORE, and each step needs a yes from somebody."),
        new Aside("In a channel: why and your question starts another one; why alone lists what's open; why pareto counts the categories of causes."));

    public static Card OpenOnes(IReadOnlyList<Found> found, Instant now) => new(
        found.Count switch { 0 => "No analysis is open here", 1 => "One analysis is open here", _ => $"{found.Count} analyses are open here" },
    [
        .. found.Count == 0 ? [new Prose("Ask why about something that bothers you, and the channel answers.")] : ImmutableArray<Block>.Empty,
        .. found.Count == 0 ? ImmutableArray<Block>.Empty : [new Outline([.. found.Take(Listed).Select((one, index) => new OutlineRow(0, $"{index + 1}", one.Index.Title, Whereabouts(one, now)))])],
        new Buttons(new Button("Start a new one", new Press(FiveWhysPractice.Name, null, PressVerb.New), ButtonKind.Primary)),
    ]);

    public static Words Of(Evidence evidence)
    {
        Span text = evidence.Kind == EvidenceKind.Link ? new Link(evidence.Text, evidence.Text) : new Plain(evidence.Text);
        return evidence.Source is { } source
            ? (Words)$"{CauseWords.Of(evidence.Kind):strong} · {text} · source: {source} · {evidence.By}, {evidence.At}"
            : $"{CauseWords.Of(evidence.Kind):strong} · {text} · {evidence.By}, {evidence.At}";
    }

    private static Words Recurs(Seen seen) => seen.On is { } on
        ? (Words)$"{"Seen before":strong} in \"{seen.Title}\" (concluded {on}): \"{seen.Cause}\". If it's the same cause, what kept the countermeasure from working?"
        : $"{"Seen before":strong} in \"{seen.Title}\": \"{seen.Cause}\". Perhaps the two belong together.";

    private static Words Whereabouts(Found found, Instant now) => found.State is not FiveWhysState { Known: { } tree }
        ? (Words)$"changed {found.ChangedAt}"
        : $"{tree.Facilitator} · {FiveWhysCards.Count(tree.Deepest(), "why", "whys")} deep · {Age(now - tree.OpenedAt)} · {FiveWhysCards.Count(tree.Participants.Length, "person", "people")}";

    private static string Age(Duration age) => age.TotalDays >= 1
        ? FiveWhysCards.Count((int)age.TotalDays, "day old", "days old")
        : age.TotalHours >= 1 ? FiveWhysCards.Count((int)age.TotalHours, "hour old", "hours old") : "just begun";

    private static IEnumerable<Button> MoreButtons(Subject subject, Scene scene, WhyTree tree)
    {
        if (tree.Causes.Length > 1) yield return new Button("Choose a cause", subject.Press(PressVerb.Choose));
        if (tree.ChildrenOf(null).Count(cause => !cause.IsRefuted) > 1) yield return new Button("AND / OR", subject.Press(PressVerb.Gate, PressVerb.TheProblem), About: "the causes of the problem");
        yield return new Button("Add facts", subject.Press(PressVerb.Facts));
        yield return new Button("Reword the problem", subject.Press(PressVerb.Problem));
        yield return new Button("Add countermeasure", subject.Press(PressVerb.Measure));
        if (tree.Last is { Before: not null } last && last.By.Is(scene.By)) yield return new Button("Undo my last step", subject.Press(PressVerb.Undo));
        yield return new Button("Export", subject.Press(PressVerb.Export));
        if (tree.IsFacilitator(scene.By)) yield return new Button("Hand over", subject.Press(PressVerb.HandOver));
        else if (FacilitatorRules.IsSilent(tree, scene.At)) yield return new Button("Take over", subject.Press(PressVerb.TakeOver));
        yield return new Button("Help", subject.Press(PressVerb.Help));
        if (tree.IsFacilitator(scene.By)) yield return new Button("Abandon", subject.Press(PressVerb.Abandon));
    }
}
