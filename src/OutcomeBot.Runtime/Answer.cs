using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>What the open door is to say at once: forms, field errors, whispers it can carry. All else goes out by the outbox.</summary>
public sealed record Answer(ImmutableArray<Reply> Replies)
{
    /// <summary>Taken; nothing to say.</summary>
    public static Answer Quiet { get; } = new([]);
}
