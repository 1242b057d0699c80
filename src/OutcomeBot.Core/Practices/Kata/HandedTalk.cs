using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What other practices hand over: an obstacle that was found, and the hour for coaching.</summary>
internal static class HandedTalk
{
    private const int LongestTitle = 140;

    public static Meaning Of(Scene scene, HandedOver handed) => handed.To.Split('/') switch
    {
        [_, "obstacle"] => Fresh(scene, handed),
        [_, _, "obstacle"] => Parked(scene, handed),
        [_, "coach"] => Everybody(scene),
        [_, _, "coach"] => Coached(scene),
        _ => Meaning.NotMine,
    };

    /// <summary>With nothing open here it begins a storyboard; else somebody chooses, in one click, where it belongs.</summary>
    private static Meaning Fresh(Scene scene, HandedOver handed)
    {
        if (Read(handed) is not var (text, from)) return Unreadable(scene);
        var offer = new Offer(text, from);
        var root = scene.Incoming.Place.Root;
        return scene.OpenBoards.IsEmpty
            ? new Wants([offer, new StartWithOffer(scene.Subject.Id)]) { Place = root }
            : new Wants(offer) { Place = root, Then = [new Post(scene.Incoming.Place, KataNotes.Offer(scene.Subject, new Offered(text, from), scene.OpenBoards))] };
    }

    private static Meaning Parked(Scene scene, HandedOver handed) => Read(handed) is var (text, from)
        ? new Wants(new ParkObstacle(text, from))
        : Unreadable(scene);

    /// <summary>A schedule belongs to a channel: each storyboard that is open there has its own cycle.</summary>
    private static Says Everybody(Scene scene) => scene.OpenBoards.IsEmpty
        ? new Says(new Post(scene.Incoming.Place.Root, KataNotes.NothingToCoach))
        : new Says(Turn.Say(scene.OpenBoards.Select(found => new HandOver($"{KataPractice.Name}/{found.Subject.Id}/coach", ""))));

    private static Meaning Coached(Scene scene) => (scene.Board, scene.Decide(new BeginCoaching(Called.BySchedule))) switch
    {
        (null, _) => Meaning.Nothing,
        (_, Refusal refusal) => new Says(new Post(scene.Thread, KataNotes.Refused(refusal.Sentence))),
        (var board, Accepted { Changes.IsEmpty: true }) => new Says(new Post(scene.Thread, CoachingCards.Question(scene.Subject, board))),
        _ => new Wants([new SeeActual(scene.Actuals), new BeginCoaching(Called.BySchedule)]),
    };

    private static (string Text, Origin From)? Read(HandedOver handed)
    {
        if (FoundObstacle.Of(handed.Text) is not { } obstacle || Typed.LineOrNull(obstacle.Text) is not { } text) return null;
        var found = obstacle.From?.Split('/') is [var practice, var id] ? new Origin(practice, id, "") : new Origin(handed.FromPractice, handed.FromId, "");
        return (Typed.Clip(text, Limits.Obstacle - 1), found with { Title = Typed.Clip(Typed.Line(obstacle.Title), LongestTitle) });
    }

    private static Meaning Unreadable(Scene scene) =>
        Meaning.Refuse(scene, "The obstacle that was handed over couldn't be read, so nothing was changed. Type obstacle and its words in the storyboard's thread.");
}
