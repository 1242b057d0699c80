using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What is said when something has happened, and what can be done when it was refused.</summary>
internal static class Consequences
{
    public static Turn Of(Scene scene, FiveWhysState after, ImmutableArray<Change> changes, Wants wants) => scene.Happened(
        changes,
        [
            .. after.Known is null ? ImmutableArray<Reply>.Empty : [new Show()],
            .. changes.Cast<FiveWhysChange>().SelectMany(change => Of(scene, after, change)),
            .. wants.Then,
        ],
        Reminding.Of(scene.Subject, after),
        wants.Place);

    private static IEnumerable<Reply> Of(Scene scene, FiveWhysState after, FiveWhysChange change) => (change, after.Known) switch
    {
        (Asked, { } tree) =>
        [
            .. FiveWhysCards.NotSaid(tree.Problem).Length > 0 ? [scene.Tell(FiveWhysNotes.MissingFacts(scene.Subject, tree))] : ImmutableArray<Reply>.Empty,
            .. FollowUpCards.CarryOver(scene.Readings.Work, scene.Today) is { } carried ? [scene.Tell(carried)] : ImmutableArray<Reply>.Empty,
        ],
        (MeasureNudged nudged, { } tree) when tree.Countermeasures.FirstOrDefault(one => one.Id == nudged.Measure) is { } measure =>
            [new Post(scene.Thread, FollowUpCards.Nudge(scene.Subject, measure, scene.Today))],
        (CheckNudged, _) when after is Concluded concluded =>
            [new Post(scene.Thread, FollowUpCards.Check(scene.Subject, concluded, FollowUpCards.NamedIn(concluded.Conclusion.Metric, scene.Readings.Metrics.Values)))],
        (EffectFound, _) when after is Concluded { Conclusion.Effect: { } effect } concluded => [new Post(scene.Thread, FollowUpCards.Found(scene.Subject, concluded, effect))],
        (Answered answered, { } tree) => Questions(scene, tree, answered.Id),
        (Reworded reworded, { } tree) => Questions(scene, tree, reworded.Cause),
        (Contested { Owner: not null } contested, { } tree) when tree.Find(contested.Cause) is { GoAndSee: { } task } cause =>
            [new Post(scene.Thread, FiveWhysNotes.GoAndSee(scene.Subject, cause, task))],
        (Nudged nudged, { } tree) when tree.Find(nudged.Cause) is { GoAndSee: { } task } cause => [new Post(scene.Thread, FiveWhysNotes.Nudge(scene.Subject, cause, task))],
        (ConclusionDrawn, { } tree) =>
        [
            new Post(scene.Thread, new Card(Typed.Clip($"Concluded: {FiveWhysCards.Name(tree)}", 140), FiveWhysTree.Of(after, tree))),
            .. Weak(scene, tree),
        ],
        (CountermeasureAdded, { } tree) when after is Open => Weak(scene, tree),
        (FacilitatorChanged changed, { }) => [new Post(scene.Thread, new Card($"{changed.To.Name} is the facilitator now", new Prose($"{changed.To} refutes, concludes and abandons from here on. Anybody still answers.")))],
        (CategoriesSet set, _) => [scene.Tell(new Card("Saved", new Prose($"The categories are now: {string.Join(", ", set.Categories)}.")))],
        _ => [],
    };

    private static IEnumerable<Reply> Questions(Scene scene, WhyTree tree, string id) => tree.Find(id) is { } cause
        && Checking.Of(tree, cause) is var checks && (checks.Length > 0 || cause.Seen is not null)
        ? [scene.Tell(FiveWhysNotes.Questions(scene.Subject, cause, checks))]
        : [];

    private static IEnumerable<Reply> Weak(Scene scene, WhyTree tree) => ConclusionCards.IsWeak(tree)
        ? [scene.Tell(new Card("Only weaker actions", new Prose(ConclusionCards.AllWeak), new Buttons(new Button("Add countermeasure", scene.Subject.Press(PressVerb.Measure)))))]
        : [];

    /// <summary>What can be done instead of what was refused.</summary>
    public static IEnumerable<Button> Ways(Scene scene, Command command) => (scene.State, command) switch
    {
        (Open(var tree), Answer { Parent: { } cause }) when Depth(tree, cause) >= Limits.Deep => [Spin(scene, cause)],
        (Open(var tree), AskNext { Cause: { } cause }) when Depth(tree, cause) >= Limits.Deep => [Spin(scene, cause)],
        (Open(var tree), Answer { Parent: { } cause }) when tree.Causes.Length >= Limits.Causes => [Spin(scene, cause)],
        (Open(var tree), Conclude) when tree.IsFacilitator(scene.By) && ReadBack.Unheld(tree).Length > 0 => [new Button("Read back", scene.Subject.Press(PressVerb.ReadBack))],
        (Open, HoldLinks) => [new Button("Read back", scene.Subject.Press(PressVerb.ReadBack))],
        (Open(var tree), Refute refute) when !tree.IsFacilitator(scene.By) => [new Button("Contest", scene.Subject.Press(PressVerb.Contest, refute.Cause))],
        (Open, Reword reword) when !IsTheirs(scene, reword) => [new Button("Contest", scene.Subject.Press(PressVerb.Contest, reword.Cause))],
        (Concluded, not Amend) => [new Button("Amend", scene.Subject.Press(PressVerb.Amend))],
        _ => [],
    };

    private static bool IsTheirs(Scene scene, Reword reword) => scene.State.Known?.Find(reword.Cause)?.By.Is(scene.By) == true;

    private static int Depth(WhyTree tree, string id) => tree.Find(id) is { } cause ? tree.Depth(cause) : 0;

    private static Button Spin(Scene scene, string cause) => new("New analysis from here", scene.Subject.Press(PressVerb.Spin, cause));
}
