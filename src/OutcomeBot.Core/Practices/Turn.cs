using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>All that comes of one incoming thing: what changed, what is said, what shall come due.</summary>
public sealed record Turn
{
    /// <summary>What happened; empty when nothing did.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>What goes out, in order.</summary>
    public ImmutableArray<Reply> Replies { get; init; } = [];

    /// <summary>The page's whole set of reminders from now on; null leaves it as it is.</summary>
    public ImmutableArray<Reminder>? Reminders { get; init; }

    /// <summary>Where a new page lives; null means where the incoming thing was said.</summary>
    public Place? Place { get; init; }

    /// <summary>False when the practice has nothing to do with it, and somebody else may be asked.</summary>
    public bool IsMine { get; init; } = true;

    /// <summary>Nothing happens.</summary>
    public static Turn Nothing { get; } = new();

    /// <summary>This was for somebody else.</summary>
    public static Turn NotMine { get; } = new() { IsMine = false };

    /// <summary>Nothing changes; these go out.</summary>
    public static Turn Say(params IEnumerable<Reply> replies) => new() { Replies = [.. replies] };
}
