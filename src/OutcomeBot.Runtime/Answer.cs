using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>What the open door is to say at once: forms, field errors, whispers it can carry. All else goes out by the outbox.</summary>
public sealed record Answer(ImmutableArray<Reply> Replies)
{
    /// <summary>False when the turn broke and nothing of it was saved: a door that can keeps what was typed.</summary>
    public bool IsTaken { get; init; } = true;

    /// <summary>The turn broke and nothing of it was saved: a door whose platform repeats deliveries should let it.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Taken; nothing to say.</summary>
    public static Answer Quiet { get; } = new([]);
}
