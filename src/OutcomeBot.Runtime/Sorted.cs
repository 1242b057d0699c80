using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>A turn's replies, sorted into what the open door says at once and what goes out by the outbox.</summary>
internal sealed record Sorted(ImmutableArray<Reply> ForTheDoor, ImmutableArray<Reply> ForTheOutbox, ImmutableArray<SendAgain> Again)
{
    public static Sorted Of(ImmutableArray<Reply> replies, Incoming incoming)
    {
        var byDoor = replies.Where(reply => IsForTheDoor(reply, incoming)).ToImmutableArray();

        // A form needs the door that asked for it: without one, it can't be shown later.
        var byOutbox = replies.Where(reply => !IsForTheDoor(reply, incoming) && reply is not (Ask or Wrong or SendAgain)).ToImmutableArray();
        return new Sorted(byDoor, byOutbox, [.. replies.OfType<SendAgain>()]);
    }

    /// <summary>Whether the subject's own card is among them.</summary>
    public bool Shows => ForTheOutbox.Any(reply => reply is Show);

    /// <summary>Whether something must reach the channel even if the process ends now; a whisper's reader will just ask again.</summary>
    public bool MustArrive => ForTheOutbox.Any(reply => reply is Post or Attach or HandOver);

    public static Place? PlaceOf(Reply reply) => reply switch
    {
        Post post => post.Place,
        Whisper whisper => whisper.Place,
        Attach attach => attach.Place,
        _ => null,
    };

    private static bool IsForTheDoor(Reply reply, Incoming incoming) => reply switch
    {
        Ask => incoming.Door.HasFlag(OpenDoor.Form),
        Wrong => incoming.Door.HasFlag(OpenDoor.FieldErrors),
        Whisper whisper => incoming.Door.HasFlag(OpenDoor.Whisper) && whisper.To.Is(incoming.By),
        _ => false,
    };
}
