using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The forms about the board, its target conditions and its roles. Field names are the same that refusals name.</summary>
internal static class KataForms
{
    public static ChannelField Channel { get; } = new("channel", "In which channel?") { Hint = "The bot has to be in it." };

    /// <summary>A new storyboard. The intro says what was wrong with an earlier wording, if anything was.</summary>
    public static Form New(Press press, string challenge = "", Words? intro = null, ChannelField? channel = null) => new(
        "Start a storyboard", "Start storyboard", press,
        intro ?? "One challenge, one learner. Target conditions and obstacles come next.",
        [
            .. ChallengeFields(challenge, ""),
            new PersonField("learner", "Who is the learner?") { Answering = Answering.Optional, Hint = "Left empty, it's you." },
            new PersonField("coach", "Who coaches?") { Answering = Answering.Optional, Hint = "Somebody else than the learner. Can be named later." },
            .. channel is null ? ImmutableArray<Field>.Empty : [channel],
        ]);

    public static Form Challenge(Subject subject, Storyboard board) => new(
        "The challenge", "Save challenge", subject.Press(PressVerb.Challenge),
        "What is to be true in half a year to three years?",
        [.. ChallengeFields(board.Challenge ?? "", board.FocusProcess ?? "")]);

    public static Form Target(Subject subject, Storyboard board) => new(
        "Target condition", "Set target condition", subject.Press(PressVerb.Target),
        Typed.Clip($"The next condition on the way to: {board.Name()}", 200),
        [
            new TextField("description", "How will the work go then?", Limits.Note, TextSize.Paragraph) { Hint = "A condition, not a task: requests are released in the week they are finished" },
            new DateField("by", "Achieve by") { Hint = "Most are one week to three months away." },
            new TextField("metric", "Which metric shows it?", Limits.Metric, Value: Named(board)) { Answering = Answering.Optional, Hint = "By its name, such as lead-time. Leave empty when nothing is measured." },
            new TextField("to", "To which value?", 40) { Answering = Answering.Optional, Hint = "57 days" },
            new TextField("from", "From which value?", 40) { Answering = Answering.Optional, Hint = "Left empty, the metric's newest value is taken." },
            new TextField("current", "How does it go today?", Limits.Note, TextSize.Paragraph) { Answering = Answering.Optional, Hint = "The current condition, fixed from now on. A metric's value is taken down by itself." },
        ]);

    public static Form Review(Subject subject, TargetCondition target, Condition? measured) => new(
        "Review", "Save review", subject.Press(PressVerb.Review, target.Id),
        (Words)$"{Typed.Clip(target.Description, 160)} · {(measured ?? target.Actual) switch { { } actual => Conditions.Said(actual), null => (Words)"nobody has looked since the start" }}",
        [
            new ChoiceField("outcome", "Was it met?",
            [
                new(nameof(TargetState.Met), "Met: the condition is reached"),
                new(nameof(TargetState.Missed), "Missed: the day passed without it"),
                new(nameof(TargetState.Abandoned), "Abandoned: we no longer want it"),
            ], TargetWords.IsReached(target.Goal, measured ?? target.Actual) switch { true => nameof(TargetState.Met), false => nameof(TargetState.Missed), null => null }),
            .. measured is null ? [new TextField("actual", "How is it now?", Limits.Note) { Answering = Answering.Optional, Hint = "What somebody counted or saw. There's no metric to read it from." }] : ImmutableArray<Field>.Empty,
            new TextField("reason", "Why?", Limits.Note, TextSize.Paragraph) { Answering = Answering.Optional, Hint = "Needed when it was missed or abandoned: the next target condition begins with it." },
        ]);

    public static Form Role(Subject subject, Storyboard board) => new(
        "Roles", "Name for the role", subject.Press(PressVerb.Role),
        $"Learner: {board.Learner.Name}. Coach: {board.Coach?.Name ?? "nobody yet"}. Second coach: {board.SecondCoach?.Name ?? "nobody yet"}.",
        [
            new ChoiceField("role", "Which role?",
            [
                new(nameof(Kata.Role.Coach), "Coach: asks the five questions"),
                new(nameof(Kata.Role.SecondCoach), "Second coach: watches the coaching"),
                new(nameof(Kata.Role.Learner), "Learner: answers and experiments"),
            ], nameof(Kata.Role.Coach)),
            new PersonField("to", "Who?"),
        ]);

    public static Form Reword(Subject subject, Part part, string text) => new(
        "Reword", "Save wording", subject.Press(PressVerb.Reword, part.Argument),
        part.Kind == PartKind.Expect ? "A prediction can be reworded until its step starts." : "The old wording stays in the history.",
        [new TextField("text", "How should it read?", RewordRules.Longest(part), TextSize.Paragraph, text)]);

    public static Form End(Subject subject) => new(
        "End the storyboard", "End it", subject.Press(PressVerb.End),
        "Nothing is deleted, and it can be reopened.",
        [new TextField("reason", "How did it end?", Limits.Note, TextSize.Paragraph) { Hint = "The challenge is met, or why nobody goes on." }]);

    public static Form Reopen(Subject subject) => new(
        "Reopen", "Reopen it", subject.Press(PressVerb.Reopen),
        "Everything stays as it was, and goes on from there.",
        [new TextField("reason", "What's new?", Limits.Note, TextSize.Paragraph)]);

    /// <summary>The metric that the finder of an obstacle named: the first target condition is mostly about it.</summary>
    private static string Named(Storyboard board) => board.Targets.IsEmpty && board.Obstacles.Select(obstacle => obstacle.From?.Metric).FirstOrDefault(metric => metric is not null) is { } named
        ? Typed.Clip(named, Limits.Metric - 1)
        : "";

    private static IEnumerable<Field> ChallengeFields(string challenge, string focus) =>
    [
        new TextField("challenge", "What's the challenge?", Limits.Challenge, TextSize.Paragraph, Typed.Clip(challenge, Limits.Challenge - 1)) { Hint = "True in half a year to three years: every customer request is live within a month" },
        new TextField("focus", "Which process do you look at?", Limits.Note, Value: focus) { Answering = Answering.Optional, Hint = "From customer request to release" },
    ];
}
