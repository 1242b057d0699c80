using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What buttons want. A press comes from outside: what it names is looked up, and the rules decide.</summary>
internal static class PressedTalk
{
    private const string NotHere = "That storyboard isn't here any more. To see what's open, type kata alone.";

    public static Meaning Of(Scene scene, Pressed pressed) => (pressed.Press.Verb, scene.State) switch
    {
        (PressVerb.New, _) => New(scene, pressed),
        (PressVerb.Keep, _) => new Says(scene.Tell(new Card("Kept as it is", new Prose("Your words stay as you wrote them.")))),
        (PressVerb.StartHere, Offered) => new Wants(new StartWithOffer(scene.Subject.Id)),
        (PressVerb.Place, Offered offered) => Place(scene, offered),
        (PressVerb.StartHere or PressVerb.Place, Running or Placed) => Meaning.Refuse(scene, "This obstacle has found its storyboard already."),
        _ => Of(scene, pressed.Press.Verb, pressed.Press.Argument),
    };

    /// <summary>What a verb wants of a storyboard.</summary>
    public static Meaning Of(Scene scene, string verb, string? argument) => scene.Board switch
    {
        null => Meaning.Refuse(scene, NotHere),
        var board when OfBoard(scene, board, verb) is { } meaning => meaning,
        var board when Part.Of(argument) is { } part && verb == PressVerb.Reword => Reword(scene, board, part),
        var board when board.Target(argument) is { } target && verb == PressVerb.Review =>
            new Opens(KataForms.Review(scene.Subject, target, scene.Measured(target)), new ReviewTarget(target.Id, null, "", "")),
        var board when board.Obstacle(argument) is { } obstacle && OfObstacle(scene, obstacle, verb) is { } meaning => meaning,
        var board when board.Experiment(argument) is { } experiment => OfExperiment(scene, experiment, verb),
        _ when argument is not null => Meaning.Refuse(scene, "That isn't on the board any more. The newest board shows what is."),
        _ when verb == PressVerb.Review => Meaning.Refuse(scene, "No target condition is open, so there's nothing to review."),
        _ => Meaning.NotMine,
    };

    /// <summary>What a verb wants of the step at hand.</summary>
    public static Meaning OfStep(Scene scene, string verb) => scene.Board!.StepAtHand() is { } experiment
        ? OfExperiment(scene, experiment, verb)
        : Meaning.Refuse(scene, "No step is planned. Type step, and what you try next.");

    private static Meaning? OfBoard(Scene scene, Storyboard board, string verb) => verb switch
    {
        PressVerb.Challenge => new Opens(KataForms.Challenge(scene.Subject, board), new SetChallenge("", null)),
        PressVerb.Target => new Opens(KataForms.Target(scene.Subject, board), new SetTarget("", null, "", null)),
        PressVerb.Obstacle => new Opens(StepForms.Obstacle(scene.Subject, board), new ParkObstacle("")),
        PressVerb.Choose => Choose(scene, board),
        PressVerb.Step => new Opens(StepForms.Step(scene.Subject, board), new PlanStep("", "", null, null)),
        PressVerb.Coach => Coach(scene, board),
        PressVerb.Answer => Answer(scene, board),
        PressVerb.StopCoaching => new Wants(new StopCoaching()),
        PressVerb.Role => new Opens(KataForms.Role(scene.Subject, board), new GiveRole(Role.Coach, null)),
        PressVerb.TakeOver => new Wants(new GiveRole(Role.Learner, scene.By)),
        PressVerb.Log => new Says(scene.Tell(LogCards.Of(board, scene.At))),
        PressVerb.Board => new Says(new Post(scene.Thread, KataCards.Picture(scene.Subject, scene.State, board))),
        PressVerb.Undo => new Wants(new Undo()),
        PressVerb.More => new Says(scene.Tell(KataNotes.More(scene, board))),
        PressVerb.Help => new Says(scene.Tell(KataNotes.Help)),
        PressVerb.End => new Opens(KataForms.End(scene.Subject), new EndBoard("")),
        PressVerb.Reopen => new Opens(KataForms.Reopen(scene.Subject), new ReopenBoard("")),
        _ => null,
    };

    private static Opens? OfObstacle(Scene scene, Obstacle obstacle, string verb) => verb switch
    {
        PressVerb.Overcome => new Opens(StepForms.Overcome(scene.Subject, obstacle), new Overcome(obstacle.Id, "")),
        _ => null,
    };

    private static Meaning OfExperiment(Scene scene, Experiment experiment, string verb) => verb switch
    {
        PressVerb.Predict => new Opens(StepForms.Predict(scene.Subject, experiment), new Predict(experiment.Id, "")),
        PressVerb.Start when experiment.GoAndSeeBy is not null => new Wants(new StartStep(experiment.Id, null)),
        PressVerb.Start => new Opens(StepForms.Start(scene.Subject, experiment), new StartStep(experiment.Id, null)),
        PressVerb.Happened => new Opens(StepForms.Happened(scene.Subject, experiment), new Observe(experiment.Id, "")),
        PressVerb.Learned => new Opens(StepForms.Learned(scene.Subject, experiment), new Learn(experiment.Id, "")),
        PressVerb.GoAndSee => new Opens(StepForms.GoAndSee(scene.Subject, experiment), new SetGoAndSee(experiment.Id, null)),
        PressVerb.Drop => new Opens(StepForms.Drop(scene.Subject, experiment), new DropStep(experiment.Id, "")),
        _ => Meaning.NotMine,
    };

    private static Says New(Scene scene, Pressed pressed)
    {
        var press = new Press(KataPractice.Name, null, PressVerb.New, pressed.Press.Argument);
        var channel = pressed.Press.Argument == PressVerb.Home ? KataForms.Channel : null;
        return new Says(scene.Open(KataForms.New(press, Typed.Line(pressed.About), channel: channel)));
    }

    /// <summary>Only a board that is open takes it; else it keeps waiting here.</summary>
    private static Meaning Place(Scene scene, Offered offered)
    {
        var board = scene.Readings.Pages.Where(pair => pair.Key is OnePage).SelectMany(pair => pair.Value).FirstOrDefault(found => found.State is Running);
        if (board is null) return Meaning.Refuse(scene, "That storyboard has ended. Start one with the obstacle instead.", new Button("Start a storyboard with it", scene.Subject.Press(PressVerb.StartHere), ButtonKind.Primary));
        if (board.State is Running(var there) && ObstacleRules.Of(there, new ParkObstacle(offered.Text, offered.From)) is Refusal full)
            return Meaning.Refuse(scene, $"{full.Sentence} The obstacle keeps waiting here.", new Button("Start a storyboard with it", scene.Subject.Press(PressVerb.StartHere), ButtonKind.Primary));
        return new Wants(new PlaceOffer(board.Subject.Id)) { Then = [new HandOver($"{KataPractice.Name}/{board.Subject.Id}/{HandedTalk.Moved}", JsonSerializer.Serialize(offered, KataJson.Offer))] };
    }

    private static Meaning Choose(Scene scene, Storyboard board) => board.OpenObstacles() switch
    {
        [] => Meaning.Refuse(scene, "The parking lot is empty. Park an obstacle first.", new Button("Park an obstacle", scene.Subject.Press(PressVerb.Obstacle), ButtonKind.Primary)),
        [var only] => new Wants(new Activate(only.Id)),
        [var first, ..] => new Opens(StepForms.Choose(scene.Subject, board), new Activate(first.State == ObstacleState.Active ? board.OpenObstacles()[1].Id : first.Id)),
    };

    private static Meaning Coach(Scene scene, Storyboard board) => scene.Decide(new BeginCoaching(Called.ByPerson)) is Accepted { Changes.IsEmpty: true }
        ? new Says(new Post(scene.Thread, CoachingCards.Question(scene.Subject, board)))
        : new Wants([new SeeActual(scene.Actuals), new BeginCoaching(Called.ByPerson)]);

    private static Meaning Answer(Scene scene, Storyboard board) => CoachingOrder.Next(board) is { } question
        ? new Opens(StepForms.Questions(scene.Subject, board), new AnswerCoach(question, ""))
        : Meaning.Refuse(scene, "No coaching cycle is open. Type coach to begin one.");

    private static Meaning Reword(Scene scene, Storyboard board, Part part) => part.On(board) is { } written
        ? new Opens(KataForms.Reword(scene.Subject, part, written.Text), new Reword(part, ""))
        : Meaning.Refuse(scene, "That text isn't on the board any more. The newest board shows what is.");
}
