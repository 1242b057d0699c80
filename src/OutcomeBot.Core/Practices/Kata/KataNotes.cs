using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The smaller cards: notes to one person, and messages in the thread.</summary>
internal static class KataNotes
{
    /// <summary>How many storyboards are offered for an obstacle, and listed.</summary>
    private const int Offers = 4;

    private const int Listed = 10;

    public static Card Help { get; } = new("Improvement kata",
        new Prose("One storyboard, one learner: a challenge, the next target condition, the obstacles in the way, and one experiment after the other. What you expect is written down before a step starts, and then it's locked."),
        new Prose("In the thread of a storyboard these words alone on a line are commands:"),
        new Facts(
            new Fact("target", "describes the next target condition, with the metric and the day"),
            new Fact("obstacle we can't ... because ...", "parks what stands in the way"),
            new Fact("step: ... expect: ...", "plans the next step, and what you expect of it"),
            new Fact("expect, start, happened, learned", "predict, do, observe, learn; with a colon and your words, or alone for a form"),
            new Fact("coach", "asks the five questions, with the reflection built from your prediction"),
            new Fact("review", "met, missed or abandoned"),
            new Fact("log", "the record, the cycles a week, and where work gets stuck"),
            new Fact("storyboard", "posts the board as a picture"),
            new Fact("roles", "names learner, coach and second coach"),
            new Fact("undo", "takes your last step back; a step that has started stays"),
            new Fact("who can review this?", "says who may do what")),
        new Aside("In a channel: kata and your challenge starts a storyboard; kata alone lists what's open."));

    public static Card NothingToCoach { get; } = new("There's nothing to coach yet",
        new Prose("A coaching cycle was due, and no storyboard is open in this channel."),
        new Buttons(new Button("Start a storyboard", new Press(KataPractice.Name, null, PressVerb.New), ButtonKind.Primary)));

    /// <summary>What the checks would ask. It never blocks: the words are on the board.</summary>
    public static Card Questions(Subject subject, ImmutableArray<Questioned> asked) => new(
        asked.Sum(one => one.Checks.Length) is var count && count == 1 ? "A question about what you wrote" : $"{count} questions about what you wrote",
    [
        .. asked.SelectMany(one => About(subject, one, asked.Length)),
        new Aside("Your words are on the storyboard."),
    ]);

    public static Card NoMetric(Goal goal) => new($"There's no metric called {goal.Metric} yet",
        new Prose($"The actual condition will be typed at each review until somebody defines it. Type metric {goal.Metric} and a value with its unit, and it's read from there."),
        new Aside("Your target condition is on the board."));

    public static Card ReviewDue(Scene scene, Storyboard board, TargetCondition target) => new($"Review: was it met? {Typed.Clip(target.Description, 110)}",
        new Prose(target.Prompts > 1
            ? (Words)$"{board.Learner}, the day was {target.AchieveBy}, and nobody has reviewed it yet. A target condition is never rolled over in silence."
            : $"{board.Learner}, {target.AchieveBy} has passed. Met, missed or abandoned?"),
        new Facts(
        [
            .. target.Goal is { } goal ? [new Fact("Goal", TargetWords.Of(goal))] : ImmutableArray<Fact>.Empty,
            new Fact("Current condition then", Conditions.Said(target.Current)),
            new Fact("Actual condition", (scene.Measured(target) ?? target.Actual) is { } actual ? Conditions.Since(target, actual) + Words.Of(new Plain(TargetWords.Distance(target.Goal, actual) is { } distance ? $" · {distance}" : "")) : "nobody has looked since the start"),
        ]),
        new Buttons(new Button("Review", scene.Subject.Press(PressVerb.Review, target.Id), ButtonKind.Primary)));

    public static Card Reviewed(Subject subject, TargetCondition target) => new($"{TargetWords.Of(target.State)}: {Typed.Clip(target.Description, 110)}",
    [
        new Prose($"{target.Review!.By} reviewed it, {target.Review.At}.{(target.Review.Reason is { } reason ? $" {reason}" : "")}"),
        .. target.Review.Actual is { } actual ? [new Prose(Words.Of(new Strong("Actual condition"), new Plain(" · ")) + Conditions.Said(actual))] : ImmutableArray<Block>.Empty,
        new Prose(target.State == TargetState.Met ? "What is the next target condition on the way to the challenge?" : "What is the next target condition, with what you know now?"),
        new Buttons(new Button("Set target condition", subject.Press(PressVerb.Target), ButtonKind.Primary), new Button("End the storyboard", subject.Press(PressVerb.End))),
    ]);

    public static Card Nudge(Subject subject, Storyboard board, Experiment experiment)
    {
        var who = experiment.Owner ?? board.Learner;
        var isStarted = experiment.Started is not null;
        return new Card($"{(experiment.IsOverdue ? "Overdue" : isStarted ? "Go and see today" : "Not started yet")}: {Typed.Clip(experiment.Step, 110)}",
            new Prose(isStarted
                ? (Words)$"{who}, what happened? You expected: {experiment.Expectation!.Text} ({experiment.Expectation.At})"
                : $"{who}, this step was to be seen by {experiment.GoAndSeeBy!.Value} and hasn't started. Start it, give it another day, or give it up."),
            new Buttons(isStarted
                ? [new Button("What happened?", subject.Press(PressVerb.Happened, experiment.Id), ButtonKind.Primary), new Button("Another day", subject.Press(PressVerb.GoAndSee, experiment.Id))]
                : [new Button("Start the step", subject.Press(PressVerb.Start, experiment.Id), ButtonKind.Primary), new Button("Another day", subject.Press(PressVerb.GoAndSee, experiment.Id)), new Button("Give it up", subject.Press(PressVerb.Drop, experiment.Id))]));
    }

    public static Card RoleGiven(RoleGiven given) => new($"{given.To.Name} is the {RoleWords.Of(given.Role)} now", new Prose(given.Role switch
    {
        Role.Learner => (Words)$"{given.To} answers the five questions and experiments from here on.",
        Role.Coach => $"{given.To} asks the five questions from here on.",
        Role.SecondCoach => $"{given.To} watches the coaching from here on.",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    /// <summary>Where an obstacle that was handed over could go: to an open storyboard of this channel, or to one of its own.</summary>
    public static Card Offer(Subject subject, Offered offered, ImmutableArray<Found> open) => new("Which storyboard takes this obstacle?",
    [
        new Prose(offered.Text),
        new Aside($"From \"{offered.From.Title}\"."),
        new Buttons(
        [
            .. open.Take(Offers).Select((found, index) => new Button(open.Length == 1 ? $"Put it on \"{Typed.Clip(found.Index.Title, 40)}\"" : Typed.Clip(found.Index.Title, 60), subject.Press(PressVerb.Place, found.Subject.Id), index == 0 ? ButtonKind.Primary : ButtonKind.Plain)),
            new Button("Start a new storyboard", subject.Press(PressVerb.StartHere)),
        ]),
    ]);

    public static Card HandedIn(Subject subject, ObstacleParked parked, Origin from) => new($"A new obstacle: {Typed.Clip(parked.Text, 110)}",
        new Prose($"{parked.By} handed it over as {parked.Id}. It was found in \"{from.Title}\"."),
        new Buttons(new Button("Choose the obstacle to work on", subject.Press(PressVerb.Choose))));

    public static Card FoundItsBoard(Storyboard board, ObstacleParked parked) => new("It's an obstacle now",
        new Prose(board.Challenge is { } challenge
            ? $"It stands as {parked.Id} in the parking lot of \"{Typed.Clip(challenge, 120)}\"."
            : "A storyboard has begun with it in this channel. Say the challenge there, and then the target condition."));

    public static Card OpenOnes(IReadOnlyList<Found> found, Instant now) => new(
        found.Count switch { 0 => "No storyboard is open here", 1 => "One storyboard is open here", _ => $"{found.Count} storyboards are open here" },
    [
        .. found.Count == 0 ? [new Prose("Say a challenge, and work towards it with one small experiment after the other.")] : ImmutableArray<Block>.Empty,
        .. found.Count == 0 ? ImmutableArray<Block>.Empty : [new Outline([.. found.Take(Listed).Select((one, index) => new OutlineRow(0, $"{index + 1}", one.Index.Title, Whereabouts(one, now)))])],
        new Buttons(new Button("Start a new one", new Press(KataPractice.Name, null, PressVerb.New), ButtonKind.Primary)),
    ]);

    public static Card More(Scene scene, Storyboard board) => new("More",
        new Buttons(MoreButtons(scene, board)),
        new Aside($"Learner: {board.Learner}. Ask \"who can review this?\" in the thread to learn who may do what."));

    private static IEnumerable<Block> About(Subject subject, Questioned one, int all)
    {
        yield return new Prose($"\"{one.Text}\"");
        foreach (var check in one.Checks) yield return new Prose(Words.Of(new Strong(check.Name), new Plain($" · {check.Explanation} {check.Question}")));
        yield return new Buttons(
            new Button("Reword", subject.Press(PressVerb.Reword, one.Part.Argument), all == 1 ? ButtonKind.Primary : ButtonKind.Plain, Typed.Clip(one.Text, 60)),
            new Button("Keep it", subject.Press(PressVerb.Keep, one.Part.Argument), About: Typed.Clip(one.Text, 60)));
    }

    private static Words Whereabouts(Found found, Instant now) => found.State is not Running(var board)
        ? (Words)$"changed {found.ChangedAt}"
        : $"{board.Learner} · {(board.Aim() is { } aim ? (Words)$"{aim.Description}, by {aim.AchieveBy}" : "no target condition yet")} · {KataCards.Count(board.OpenObstacles().Length, "obstacle", "obstacles")} · {KataCards.Count((int)(now - board.OpenedAt).TotalDays, "day", "days")} old";

    private static IEnumerable<Button> MoreButtons(Scene scene, Storyboard board)
    {
        var subject = scene.Subject;
        yield return new Button("Set target condition", subject.Press(PressVerb.Target));
        foreach (var target in board.OpenTargets()) yield return new Button($"Review {target.Id}", subject.Press(PressVerb.Review, target.Id), About: Typed.Clip(target.Description, 60));
        if (board.OpenObstacles().Length > 0) yield return new Button("Choose an obstacle", subject.Press(PressVerb.Choose));
        if (board.ActiveObstacle() is { } active) yield return new Button("Obstacle overcome", subject.Press(PressVerb.Overcome, active.Id), About: Typed.Clip(active.Text, 60));
        yield return new Button("Plan a step", subject.Press(PressVerb.Step));
        if (board.StepAtHand() is { Started: null } step) yield return new Button("Change the prediction", subject.Press(PressVerb.Predict, step.Id), About: step.Id);
        if (board.StepAtHand() is { Outcome: null } drop) yield return new Button($"Give {drop.Id} up", subject.Press(PressVerb.Drop, drop.Id), About: Typed.Clip(drop.Step, 60));
        yield return new Button("Reword the challenge", subject.Press(PressVerb.Challenge));
        yield return new Button("Roles", subject.Press(PressVerb.Role));
        if (!board.IsLearner(scene.By) && RoleRules.IsSilent(board, scene.At)) yield return new Button("Take over as learner", subject.Press(PressVerb.TakeOver));
        if (board.Last is { Before: not null } last && last.By.Is(scene.By)) yield return new Button("Undo my last step", subject.Press(PressVerb.Undo));
        yield return new Button("Picture", subject.Press(PressVerb.Board), About: "the storyboard");
        yield return new Button("Log", subject.Press(PressVerb.Log));
        yield return new Button("Help", subject.Press(PressVerb.Help));
        if (board.Leads(scene.By)) yield return new Button("End the storyboard", subject.Press(PressVerb.End));
    }
}
