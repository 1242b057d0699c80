using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The forms about obstacles, experiments and the five questions.</summary>
internal static class StepForms
{
    public static Form Obstacle(Subject subject, Storyboard board) => new(
        "Park an obstacle", "Park obstacle", subject.Press(PressVerb.Obstacle),
        Typed.Clip(board.Aim() is { } aim ? $"We can't have \"{aim.Description}\" because ..." : "We can't reach the target condition because ...", 200),
        [new TextField("text", "Because ...", Limits.Obstacle, TextSize.Paragraph) { Hint = "What happens in the work. Not what you wish for." }]);

    public static Form Choose(Subject subject, Storyboard board) => new(
        "Choose an obstacle", "Work on this one", subject.Press(PressVerb.Choose),
        "ONE at a time. The others stay in the parking lot.",
        [new ChoiceField("obstacle", "Which one now?", Options(board), board.ActiveObstacle()?.Id)]);

    public static Form Overcome(Subject subject, Obstacle obstacle) => new(
        "Overcome", "Call it overcome", subject.Press(PressVerb.Overcome, obstacle.Id),
        Typed.Clip(obstacle.Text, 200),
        [new TextField("how", "What shows that it's gone?", Limits.Note, TextSize.Paragraph)]);

    public static Form Step(Subject subject, Storyboard board) => new(
        "The next step", "Plan this step", subject.Press(PressVerb.Step),
        Typed.Clip(board.ActiveObstacle() is { } obstacle ? $"On {obstacle.Id}: {obstacle.Text}" : "On the active obstacle", 200),
        [
            new TextField("step", "What do you try?", Limits.Note, TextSize.Paragraph) { Hint = "Small enough to see its effect in days." },
            new TextField("expect", "What do you expect?", Limits.Note, TextSize.Paragraph) { Answering = Answering.Optional, Hint = "Before it starts it must be here. From then on it's locked." },
            new PersonField("owner", "Who does it?", board.Learner) { Answering = Answering.Optional },
            new DateField("by", "Go and see by") { Answering = Answering.Optional },
        ]);

    public static Form Predict(Subject subject, Experiment experiment) => new(
        "What do you expect?", "Save prediction", subject.Press(PressVerb.Predict, experiment.Id),
        Typed.Clip(experiment.Step, 200),
        [new TextField("expect", "What do you expect?", Limits.Note, TextSize.Paragraph, experiment.Expectation?.Text ?? "") { Hint = "Something that can turn out wrong. It's locked when the step starts." }]);

    public static Form Start(Subject subject, Experiment experiment) => new(
        "Start the step", "Start the step", subject.Press(PressVerb.Start, experiment.Id),
        Typed.Clip($"{experiment.Step}. The prediction is locked from now on.", 200),
        [new DateField("by", "Go and see by", experiment.GoAndSeeBy)]);

    public static Form Happened(Subject subject, Experiment experiment) => new(
        "What happened?", "Save what happened", subject.Press(PressVerb.Happened, experiment.Id),
        Expected(experiment),
        [new TextField("happened", "What actually happened?", Limits.Note, TextSize.Paragraph) { Hint = "Facts only: what a camera would have seen." }]);

    public static Form Learned(Subject subject, Experiment experiment) => new(
        "What did you learn?", "Save what we learned", subject.Press(PressVerb.Learned, experiment.Id),
        (Words)$"{Expected(experiment)} · Happened: {Typed.Clip(experiment.Outcome?.Text ?? "", 120)}",
        [new TextField("learned", "What did you learn?", Limits.Note, TextSize.Paragraph) { Hint = "How what happened differs from what you expected, and what that tells you." }]);

    public static Form GoAndSee(Subject subject, Experiment experiment) => new(
        "Another day", "Save the day", subject.Press(PressVerb.GoAndSee, experiment.Id),
        Typed.Clip(experiment.Step, 200),
        [new DateField("by", "Go and see by", experiment.GoAndSeeBy)]);

    public static Form Drop(Subject subject, Experiment experiment) => new(
        "Give the step up", "Give it up", subject.Press(PressVerb.Drop, experiment.Id),
        Typed.Clip(experiment.Step, 200),
        [new TextField("reason", "Why?", Limits.Note)]);

    /// <summary>The questions that are left, on one form.</summary>
    public static Form Questions(Subject subject, Storyboard board) => new(
        "The five questions", "Save answers", subject.Press(PressVerb.Answer),
        CoachingCards.Reflection(board),
        [.. QuestionFields(board)]);

    private static IEnumerable<Field> QuestionFields(Storyboard board)
    {
        var from = CoachingOrder.Next(board) ?? CoachQuestion.Actual;
        var reflected = board.Experiment(board.Coaching?.Reflects);
        var isRunning = reflected?.State == ExperimentState.Running;
        var rest = isRunning ? Answering.Optional : Answering.Required;
        if (from <= CoachQuestion.Actual && board.Aim() is { Actual: not { IsMeasured: true } })
            yield return Text(CoachQuestion.Actual, "Data that somebody counted or saw. There's no metric to read it from.");
        if (isRunning && from <= CoachQuestion.Happened) yield return Text(CoachQuestion.Happened, "Facts only. Write \"not yet\" when the step still runs.");
        if (reflected is { State: ExperimentState.Running or ExperimentState.Observed } && from <= CoachQuestion.Learned)
            yield return Text(CoachQuestion.Learned, "The one place for what you make of it.", rest);
        yield return Obstacle(board);
        if (board.NextStep() is null) yield return Text(CoachQuestion.NextStep, "Small enough to see its effect in days.", rest);
        if (board.NextStep() is null or { Expectation: null }) yield return Text(CoachQuestion.Expect, "Something that can turn out wrong.", rest);
        yield return new DateField(CoachingOrder.Field(CoachQuestion.GoAndSee), "5 How quickly can we go and see?", (board.NextStep() ?? board.RunningStep())?.GoAndSeeBy);
    }

    private static Field Obstacle(Storyboard board) => board.OpenObstacles().Length > 1
        ? new ChoiceField(CoachingOrder.Field(CoachQuestion.Obstacle), "3 Which ONE obstacle do you work on now?", Options(board), board.ActiveObstacle()?.Id)
        : new TextField(CoachingOrder.Field(CoachQuestion.Obstacle), "3 Which ONE obstacle do you work on now?", Limits.Note, Value: board.ActiveObstacle()?.Id ?? "") { Hint = "We can't ... because ..., or the mark of one on the board." };

    private static TextField Text(CoachQuestion question, string hint, Answering answering = Answering.Required) =>
        new(CoachingOrder.Field(question), CoachingOrder.Text(question), Limits.Note, TextSize.Paragraph) { Hint = hint, Answering = answering };

    private static ImmutableArray<Option> Options(Storyboard board) =>
        [.. board.OpenObstacles().Select(obstacle => new Option(obstacle.Id, Typed.Clip($"{obstacle.Id} {obstacle.Text}", 74)))];

    private static Words Expected(Experiment experiment) => experiment.Expectation is { } expected
        ? (Words)$"{Typed.Clip(experiment.Step, 120)} · Expected on {expected.At}: {Typed.Clip(expected.Text, 160)}"
        : Typed.Clip(experiment.Step, 200);
}
