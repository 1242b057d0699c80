using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What filled forms want. Everything in them is as hostile as any text.</summary>
internal static class FilledTalk
{
    public static Meaning Of(Scene scene, Filled filled) => (filled.Press.Verb, filled.Press.Argument, filled.Values) switch
    {
        (PressVerb.New, _, var values) => New(scene, values),
        _ when scene.Board is null => Meaning.Refuse(scene, "That storyboard isn't here any more. To see what's open, type kata alone."),
        (PressVerb.Challenge, _, var values) => new Wants(new SetChallenge(values.Text("challenge"), values.Text("focus")), "challenge"),
        (PressVerb.Target, _, var values) => new Wants(Target(scene, values), "description"),
        (PressVerb.Review, { } target, var values) => Review(scene, target, values),
        (PressVerb.Obstacle, _, var values) => new Wants(new ParkObstacle(values.Text("text")), "text"),
        (PressVerb.Choose, _, var values) => new Wants(new Activate(values.Text("obstacle")), "obstacle"),
        (PressVerb.Overcome, { } obstacle, var values) => new Wants(new Overcome(obstacle, values.Text("how")), "how"),
        (PressVerb.Step, _, var values) => new Wants(new PlanStep(values.Text("step"), values.Text("expect"), values.Person("owner"), values.Date("by")), "step"),
        (PressVerb.Predict, { } experiment, var values) => new Wants(new Predict(experiment, values.Text("expect")), "expect"),
        (PressVerb.Start, { } experiment, var values) => new Wants(new StartStep(experiment, values.Date("by")), "by"),
        (PressVerb.Happened, { } experiment, var values) => new Wants([new SeeActual(scene.Actuals), new Observe(experiment, values.Text("happened"))], "happened"),
        (PressVerb.Learned, { } experiment, var values) => new Wants(new Learn(experiment, values.Text("learned")), "learned"),
        (PressVerb.GoAndSee, { } experiment, var values) => new Wants(new SetGoAndSee(experiment, values.Date("by")), "by"),
        (PressVerb.Drop, { } experiment, var values) => new Wants(new DropStep(experiment, values.Text("reason")), "reason"),
        (PressVerb.Answer, _, var values) => Answers(scene, values),
        (PressVerb.Role, _, var values) => values.Choice<Role>("role") is { } role ? new Wants(new GiveRole(role, values.Person("to")), "to") : NotChosen("role"),
        (PressVerb.Reword, var argument, var values) when Part.Of(argument) is { } part => new Wants(new Reword(part, values.Text("text")), "text"),
        (PressVerb.End, _, var values) => new Wants(new EndBoard(values.Text("reason")), "reason"),
        (PressVerb.Reopen, _, var values) => new Wants(new ReopenBoard(values.Text("reason")), "reason"),
        _ => Meaning.NotMine,
    };

    private static Wants New(Scene scene, FormValues values) =>
        new(new StartBoard(scene.Subject.Id, values.Text("challenge"), values.Text("focus"), values.Person("learner"), values.Person("coach")), "challenge")
        {
            Place = values.Text("channel") is { Length: > 0 } id ? new Place(scene.Subject.Tenant, id) : scene.Incoming.Place.Root,
        };

    private static SetTarget Target(Scene scene, FormValues values)
    {
        var (name, from, to) = (Typed.Line(values.Text("metric")), values.Text("from"), values.Text("to"));
        var metric = name.Length > 0 ? scene.Readings.MetricOf(name) : null;
        var goal = name.Length + from.Length + to.Length == 0 ? null : new GoalDraft(metric?.Name ?? name, metric?.Unit, from, to);
        return new SetTarget(values.Text("description"), goal, values.Text("current"), values.Date("by")) { Measured = Conditions.Of(metric) };
    }

    private static Wants Review(Scene scene, string target, FormValues values)
    {
        var measured = scene.Board!.Target(target) is { } known ? scene.Measured(known) : null;
        return new Wants(new ReviewTarget(target, values.Choice<TargetState>("outcome"), values.Text("reason"), values.Text("actual")) { Measured = measured }, "outcome");
    }

    /// <summary>A form that comes back when the cycle has been closed meanwhile begins another: nothing typed is lost.</summary>
    private static Wants Answers(Scene scene, FormValues values)
    {
        var answers = Enum.GetValues<CoachQuestion>().ToImmutableDictionary(question => question, question => values.Text(CoachingOrder.Field(question)));
        var all = new AnswerAll(answers, values.Date(CoachingOrder.Field(CoachQuestion.GoAndSee)));
        return scene.Board!.Coaching is null
            ? new Wants([new SeeActual(scene.Actuals), new BeginCoaching(Called.ByPerson), all], "obstacle")
            : new Wants(all, "obstacle");
    }

    private static Says NotChosen(string field) => new(new Wrong((field, "Choose one of these.")));
}
