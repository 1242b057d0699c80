using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>What the open door is to say at once: forms, field errors, whispers it can carry. All else goes out by the outbox.</summary>
public sealed record Answer(ImmutableArray<Reply> Replies)
{
    /// <summary>False when the turn broke and nothing of it was saved: a door keeps what was typed, or lets its platform repeat the delivery.</summary>
    public bool IsTaken { get; init; } = true;

    /// <summary>Taken; nothing to say.</summary>
    public static Answer Quiet { get; } = new([]);
}
