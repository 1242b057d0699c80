using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Where a storyboard stands, in a line, and the one next thing to do.</summary>
internal sealed record Stage(string Title, Button Next)
{
    private const int Long = 110;

    public static Stage Of(Subject subject, Storyboard board) => board switch
    {
        { Challenge: null } => new($"Which challenge does this obstacle belong to? {Short(board.Name())}", Button("Say the challenge", subject, PressVerb.Challenge)),
        _ when board.OpenTargets().FirstOrDefault(target => target.IsReviewDue) is { } due =>
            new($"Review is due: {Short(due.Description)}", Button("Review", subject, PressVerb.Review, due.Id)),
        _ when board.Aim() is null => new($"The next target condition is open: {Short(board.Name())}", Button("Set target condition", subject, PressVerb.Target)),
        _ => board.StepAtHand() is { } experiment ? OfStep(subject, experiment) : WithoutStep(subject, board),
    };

    private static Stage OfStep(Subject subject, Experiment experiment) => experiment.State switch
    {
        ExperimentState.Planned => new($"{experiment.Id} waits for its prediction: {Short(experiment.Step)}", Button("Write the prediction", subject, PressVerb.Predict, experiment.Id)),
        ExperimentState.Predicted => new($"{experiment.Id} is ready to start: {Short(experiment.Step)}", Button("Start the step", subject, PressVerb.Start, experiment.Id)),
        ExperimentState.Running when experiment.IsOverdue => new($"{experiment.Id} is overdue: what happened? {Short(experiment.Step)}", Button("What happened?", subject, PressVerb.Happened, experiment.Id)),
        ExperimentState.Running => new($"{experiment.Id} is running until {CardText.Of(experiment.GoAndSeeBy!.Value)}: {Short(experiment.Step)}", Button("What happened?", subject, PressVerb.Happened, experiment.Id)),
        ExperimentState.Observed => new($"What did {experiment.Id} teach? {Short(experiment.Step)}", Button("What did you learn?", subject, PressVerb.Learned, experiment.Id)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Stage WithoutStep(Subject subject, Storyboard board) => (board.ActiveObstacle(), board.OpenObstacles().Length) switch
    {
        ({ } active, _) => new($"The next step is open. Obstacle: {Short(active.Text)}", Button("Plan the next step", subject, PressVerb.Step)),
        (null, 0) => new($"What stands in the way? {Short(board.Aim()!.Description)}", Button("Park an obstacle", subject, PressVerb.Obstacle)),
        _ => new($"Which ONE obstacle now? {Short(board.Aim()!.Description)}", Button("Choose an obstacle", subject, PressVerb.Choose)),
    };

    private static Button Button(string label, Subject subject, string verb, string? argument = null) =>
        new(label, subject.Press(verb, argument), ButtonKind.Primary, argument);

    private static string Short(string text) => Typed.Clip(text, Long);
}
