using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Experiments: predict, do, observe, learn, in this order and one at a time.</summary>
internal static class ExperimentRules
{
    public static Refusal Gone { get; } = new("That step isn't on the board any more. The newest board shows what is.");

    public static Decision Of(Storyboard board, PlanStep plan) =>
        Unfit(board) ?? Misspelt(Typed.Line(plan.Step), "Say what you try next.", "step") ?? TooLong(plan.Expect, "expect") ?? Passed(plan.GoAndSeeBy, plan.Today) ?? Planned(board, plan);

    public static Decision Of(Storyboard board, Predict predict) => board.Experiment(predict.Experiment) switch
    {
        null => Gone,
        var experiment when !board.Does(experiment, predict.By) => board.OnlyDoer(experiment, "write its prediction"),
        { Expectation: { } locked, Started: { } start } => new Refusal(
            $"The prediction was written {CardText.Of(locked.At)} and is locked since {start.By.Name} started the step. What differs from it belongs to what you learned."),
        { IsOpen: false } => Over,
        var experiment => Misspelt(Typed.Line(predict.Text), "Say what you expect to happen, so that you can be surprised.", "expect")
            ?? (Decision)new OutcomePredicted(experiment.Id, Typed.Line(predict.Text)) { By = predict.By, At = predict.At },
    };

    public static Decision Of(Storyboard board, StartStep start) => (board.Experiment(start.Experiment), start.GoAndSeeBy) switch
    {
        (null, _) => Gone,
        ({ State: ExperimentState.Running }, _) => new Refusal("This step is running already."),
        ({ Started: not null } or { IsOpen: false }, _) => Over,
        ({ Owner: not null } experiment, _) when !board.Does(experiment, start.By) => board.OnlyDoer(experiment, "start it"),
        ({ Expectation: null }, _) => new Refusal("Write what you expect first. Once the step has started, everybody knows better."),
        _ when board.RunningStep() is { } running => new Refusal($"{running.Id} is still running: \"{Typed.Clip(running.Step, 80)}\". One at a time, or you can't tell what did it. Say what happened there first."),
        (var experiment, var day) => When(day ?? experiment.GoAndSeeBy, start.Today) ?? (Decision)new StepStarted(experiment.Id, experiment.Owner ?? start.By, (day ?? experiment.GoAndSeeBy)!.Value)
        {
            By = start.By,
            At = start.At,
        },
    };

    public static Decision Of(Storyboard board, SetGoAndSee set) => board.Experiment(set.Experiment) switch
    {
        null => Gone,
        { IsOpen: false } or { Outcome: not null } => Over,
        var experiment when !board.Does(experiment, set.By) => board.OnlyDoer(experiment, "move its day"),
        var experiment => When(set.Day, set.Today) ?? (Decision)new GoAndSeeSet(experiment.Id, set.Day!.Value) { By = set.By, At = set.At },
    };

    public static Decision Of(Storyboard board, Observe observe) => board.Experiment(observe.Experiment) switch
    {
        null => Gone,
        { State: ExperimentState.Planned or ExperimentState.Predicted } => new Refusal("This step hasn't started, so nothing can have happened yet. Start it first."),
        { State: not ExperimentState.Running } => Over,
        var experiment when !board.Does(experiment, observe.By) => board.OnlyDoer(experiment, "say what happened"),
        var experiment => Misspelt(Typed.Line(observe.Text), "Say what happened, as somebody saw it.", "happened")
            ?? (Decision)new OutcomeSeen(experiment.Id, Typed.Line(observe.Text)) { By = observe.By, At = observe.At },
    };

    public static Decision Of(Storyboard board, Learn learn) => board.Experiment(learn.Experiment) switch
    {
        null => Gone,
        { Started: null } or { State: ExperimentState.Running } => new Refusal("Say what happened first: what you learned is how that differs from what you expected."),
        { State: not ExperimentState.Observed } => Over,
        var experiment when !board.Does(experiment, learn.By) => board.OnlyDoer(experiment, "say what was learned"),
        var experiment => Misspelt(Typed.Line(learn.Text), "Say what you know now that you didn't know before.", "learned")
            ?? (Decision)new LearningNoted(experiment.Id, Typed.Line(learn.Text)) { By = learn.By, At = learn.At },
    };

    public static Decision Of(Storyboard board, DropStep drop) => board.Experiment(drop.Experiment) switch
    {
        null => Gone,
        { IsOpen: false } or { Outcome: not null } => Over,
        var experiment when !board.Does(experiment, drop.By) => board.OnlyDoer(experiment, "give it up"),
        var experiment => Misspelt(Typed.Line(drop.Reason), "Say why you give it up: the reason stays in the record.", "reason")
            ?? (Decision)new StepDropped(experiment.Id, Typed.Line(drop.Reason)) { By = drop.By, At = drop.At },
    };

    public static Decision Of(Storyboard board, Nudge nudge) => board.Experiment(nudge.Experiment) switch
    {
        { } experiment when nudge.At >= Reminding.At(experiment, board.Clock()) => new Nudged(experiment.Id) { By = nudge.By, At = nudge.At },
        _ => Decision.Of(),
    };

    private static Refusal Over { get; } = new("This step is over, and what was written stays. Plan the next one.");

    private static Refusal? Unfit(Storyboard board) => board switch
    {
        _ when board.ActiveObstacle() is null && board.OpenObstacles().IsEmpty => new Refusal("Park an obstacle first: a step works on one. Type obstacle, and what stands in the way."),
        _ when board.ActiveObstacle() is null => new Refusal("Choose the ONE obstacle to work on first. A step without an obstacle has nothing to teach."),
        _ when board.OpenSteps().Length >= Limits.OpenSteps => new Refusal($"{Limits.OpenSteps} steps are open. Finish or give up some of them first."),
        { Experiments.Length: >= Limits.Experiments } => new Refusal($"This record holds {Limits.Experiments} experiments. End this storyboard, and start a new one for what comes next."),
        _ => null,
    };

    private static Decision Planned(Storyboard board, PlanStep plan)
    {
        var id = $"e{board.Experiments.Length + 1}";
        var step = new StepPlanned(id, board.ActiveObstacle()!.Id, Typed.Line(plan.Step), plan.Owner, plan.GoAndSeeBy) { By = plan.By, At = plan.At };
        return Typed.Line(plan.Expect) is { Length: > 0 } expect
            ? Decision.Of(step, new OutcomePredicted(id, expect) { By = plan.By, At = plan.At })
            : step;
    }

    private static Refusal? Misspelt(string text, string empty, string field) =>
        text.Length < 3 ? new Refusal(empty, field) : TooLong(text, field);

    private static Refusal? TooLong(string text, string field) =>
        Typed.Line(text).Length > Limits.Note ? new Refusal($"Keep it under {Limits.Note} characters: one step, one thing to see.", field) : null;

    private static Refusal? When(LocalDate? day, LocalDate today) => day is null
        ? new Refusal("Say by when you go and see what you have learned.", "by")
        : Passed(day, today);

    // The last day on earth is a day behind Greenwich at most.
    private static Refusal? Passed(LocalDate? day, LocalDate today) =>
        day < today.PlusDays(-1) ? new Refusal("That day has passed. Choose one from today on, and soon: a small step teaches faster.", "by") : null;
}
