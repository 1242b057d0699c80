using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What other practices hand over: an obstacle that was found, and the hour for coaching.</summary>
internal static class HandedTalk
{
    /// <summary>The verb under which an obstacle goes from where it was offered to the board that was chosen.</summary>
    public const string Moved = "moved";

    /// <summary>The verb under which it comes back when the board that was chosen can't take it.</summary>
    private const string Back = "back";

    private const int LongestTitle = 140;

    public static Meaning Of(Scene scene, HandedOver handed) => handed.To.Split('/') switch
    {
        [_, "obstacle"] => Fresh(scene, handed),
        [_, _, "obstacle"] => Parked(scene, Read(handed)),
        [_, _, Moved] => Moving(scene, handed),
        [_, _, Back] => Offer(handed) is var (text, from) ? new Wants(new Offer(text, from)) : Unreadable(scene),
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

    private static Meaning Parked(Scene scene, (string Text, Origin From)? found) => found is var (text, from)
        ? new Wants(new ParkObstacle(text, from))
        : Unreadable(scene);

    /// <summary>The board may have filled up since it was chosen: then the obstacle waits again where it was offered.</summary>
    private static Meaning Moving(Scene scene, HandedOver handed) => Offer(handed) is var (text, from) && scene.Decide(new ParkObstacle(text, from)) is Refusal full
        ? new Says(Turn.Say(
            new HandOver($"{KataPractice.Name}/{handed.FromId}/{Back}", handed.Text),
            scene.Refuse($"{full.Sentence} The obstacle waits again where it was offered: choose another storyboard there.")))
        : Parked(scene, Offer(handed));

    /// <summary>A schedule belongs to a channel: each storyboard that is open there has its own cycle.</summary>
    private static Says Everybody(Scene scene) => scene.OpenBoards.IsEmpty
        ? new Says(new Post(scene.Incoming.Place.Root, KataNotes.NothingToCoach))
        : new Says(Turn.Say(scene.OpenBoards.Select(found => new HandOver($"{KataPractice.Name}/{found.Subject.Id}/coach", ""))));

    private static Meaning Coached(Scene scene) => (scene.Board, scene.Decide(new BeginCoaching(Called.BySchedule))) switch
    {
        (null, _) => Meaning.Nothing,
        (_, Refusal refusal) => new Says(new Post(scene.Thread, Scene.Refusing("Not done", refusal.Sentence))),
        (var board, Accepted { Changes.IsEmpty: true }) => new Says(new Post(scene.Thread, CoachingCards.Question(scene.Subject, board))),
        _ => new Wants([new SeeActual(scene.Actuals), new BeginCoaching(Called.BySchedule)]),
    };

    private static (string Text, Origin From)? Read(HandedOver handed) => FoundCause.Of(handed.Text) is { Text: not null } found && Typed.LineOrNull(found.Text) is { } text
        ? (Typed.Clip(text, Limits.Obstacle - 1), new Origin(handed.FromPractice, handed.FromId, Typed.Clip(Typed.Line(found.Question), LongestTitle), found.Cause, Typed.LineOrNull(found.Metric)))
        : null;

    /// <summary>What another page of this practice offered: the obstacle, and where it was found first.</summary>
    private static (string Text, Origin From)? Offer(HandedOver handed)
    {
        if (handed.FromPractice != KataPractice.Name) return null;
        var offered = JsonSerializer.Deserialize(handed.Text, KataJson.Offer);
        return offered is null ? null : (offered.Text, offered.From);
    }

    private static Meaning Unreadable(Scene scene) =>
        Meaning.Refuse(scene, "The obstacle that was handed over couldn't be read, so nothing was changed. Type obstacle and its words in the storyboard's thread.");
}
