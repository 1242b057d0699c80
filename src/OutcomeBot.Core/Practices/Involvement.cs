using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices;

/// <summary>What a page is to somebody who takes part in it: home pages are made of these, and show nobody what they take no part in.</summary>
/// <param name="Waiting">What waits for this person there.</param>
/// <param name="Standing">What this person has done there and can still change, such as a vote; null when there is nothing of the kind.</param>
public sealed record Involvement(ImmutableArray<Work> Waiting, Chat.Words? Standing = null)
{
    /// <summary>Takes part, and nothing waits.</summary>
    public static Involvement Quiet { get; } = new([]);

    /// <summary>Of all that a page asks of people, what it asks of this one; null for somebody who neither takes part nor is asked.</summary>
    public static Involvement? Of(ImmutableArray<Work> works, bool takesPart, Chat.Person who)
    {
        var waiting = works.Where(work => work.Owner?.Is(who) == true).ToImmutableArray();
        return takesPart || !waiting.IsEmpty ? new Involvement(waiting) : null;
    }
}

/// <summary>A page that somebody takes part in, and what it is to them.</summary>
public sealed record FoundInvolvement(Involvement Involvement, Found Page);
