using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The coaching card: the five questions, with what the board knows already filled in.</summary>
internal static class CoachingCards
{
    private const string Actual = "2 What is the actual condition now?";

    /// <summary>The card that begins a cycle: the whole card as on paper, and the question that is asked now.</summary>
    public static Card Of(Subject subject, Storyboard board) => new($"Coaching cycle {board.Coaching!.Id}: the five questions",
    [
        new Prose(board.Coaching.Coach is { } coach ? (Words)$"{coach} asks, {board.Learner} answers." : $"{board.Learner} answers."),
        .. board.OpenTargets().Select((target, index) => new Prose($"{(index == 0 ? "1 What is the target condition?" : "and"):strong} {target.Description}{Goal(target)}, by {target.AchieveBy}")),
        .. board.OpenTargets().Select((target, index) => new Prose(target.Actual is { IsMeasured: true } actual
            ? (Words)$"{(index == 0 ? Actual : "and"):strong} {Conditions.Since(target, actual)}{Distance(target)}"
            : $"{(index == 0 ? Actual : "and"):strong} {target.Id} has no metric to read it from.")),
        new Prose(Reflection(board)),
        new Prose($"{"3 What obstacles are in the way? Which ONE now?":strong} {(board.ActiveObstacle() is { } active ? $"So far {active.Id}: {active.Text}" : "None is active yet.")}"),
        new Prose($"{"4 What is your next step? What do you expect?":strong}{(board.NextStep() is { } next ? $" Planned: {next.Step}" : "")}"),
        new Prose($"{"5 How quickly can we go and see what we have learned?":strong}"),
        .. Asked(subject, board),
    ]);

    /// <summary>The question that is asked now, with what helps to answer it.</summary>
    public static Card Question(Subject subject, Storyboard board) => CoachingOrder.Next(board) is { } question
        ? new Card(CoachingOrder.Text(question), [.. Hints(board, question), .. Asked(subject, board).Skip(1)])
        : new Card("Every question is answered", new Prose("The cycle is over. The storyboard shows the next step."));

    /// <summary>The cycle in three lines, for the channel.</summary>
    public static Card Held(Subject subject, Storyboard board, CoachingCycle cycle) => new($"Coaching cycle {cycle.Id} is done",
    [
        new Prose(board.Experiment(cycle.Next) switch
        {
            { GoAndSeeBy: { } day } next => (Words)$"{"Next step":strong} {next.Id} · {next.Step} · go and see by {day}",
            { } next => $"{"Next step":strong} {next.Id} · {next.Step}",
            null => "No next step was agreed.",
        }),
        .. board.Experiment(cycle.Next)?.Expectation is { } expected ? [new Prose($"{"Expected":strong} · {expected.Text}")] : ImmutableArray<Block>.Empty,
        .. board.Experiment(cycle.Next) is { State: ExperimentState.Predicted } ready ? [new Buttons(new Button("Start the step", subject.Press(PressVerb.Start, ready.Id), ButtonKind.Primary))] : ImmutableArray<Block>.Empty,
    ]);

    /// <summary>The reflection side, built from the stored prediction: nobody rewrites what they expected.</summary>
    public static Words Reflection(Storyboard board) => board.Experiment(board.Coaching?.Reflects) switch
    {
        null => (Words)$"{"Reflection":strong} · no step has been taken yet.",
        var last => Words.Of(
        [
            new Strong("2a Last step"), new Plain($" {last.Id} · {last.Step}\n"),
            new Strong("2b You expected"), .. last.Expectation is { } expected ? new Span[] { new Plain($" {expected.Text} ("), new Who(expected.By), new Plain(", "), new At(expected.At), new Plain(")\n") } : [new Plain(" nothing was written\n")],
            new Strong("2c What actually happened?"), new Plain(last.Outcome is { } outcome ? $" {outcome.Text}\n" : "\n"),
            new Strong("2d What did you learn?"), new Plain(last.Learning is { } learning ? $" {learning.Text}" : ""),
        ]),
    };

    private static IEnumerable<Block> Asked(Subject subject, Storyboard board)
    {
        if (CoachingOrder.Next(board) is not { } question) yield break;
        yield return new Prose($"{board.Learner}, the first one to answer: {CoachingOrder.Text(question)}");
        yield return new Buttons(new Button("Answer by form", subject.Press(PressVerb.Answer), ButtonKind.Primary), new Button("Stop here", subject.Press(PressVerb.StopCoaching)));
        yield return new Aside($"{board.Learner} can also answer in this thread. A line that ends with a question mark, or begins with // or (, is talk.");
    }

    private static IEnumerable<Block> Hints(Storyboard board, CoachQuestion question) => question switch
    {
        CoachQuestion.Actual => [new Prose("Data that somebody counted or saw; skip when nobody has looked.")],
        CoachQuestion.Happened or CoachQuestion.Learned => [new Prose(Reflection(board)), .. question == CoachQuestion.Happened ? [new Aside("Facts only. Write \"not yet\" when the step still runs.")] : ImmutableArray<Block>.Empty],
        CoachQuestion.Obstacle => [.. BoardBlocks.Obstacles(board).Skip(1), new Aside("Answer with a mark such as o1, with \"same\", or with a new one: we can't ... because ...")],
        CoachQuestion.NextStep => [new Prose(board.ActiveObstacle() is { } active ? $"On {active.Id}: {active.Text}" : "On the active obstacle."), new Aside("Small enough to see its effect in days.")],
        CoachQuestion.Expect => [new Prose($"Step: {board.NextStep()?.Step}"), new Aside("Something that can turn out wrong. It's locked when the step starts.")],
        CoachQuestion.GoAndSee => [new Aside("A day: tomorrow, Friday, in 3 days, 2026-12-04.")],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Goal(TargetCondition target) => target.Goal is { } goal ? $" ({TargetWords.Of(goal)})" : "";

    private static string Distance(TargetCondition target) => TargetWords.Distance(target.Goal, target.Actual) is { } distance ? $" · {distance}" : "";
}
