using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>A subject as it stands: the practice's own state, and what the runtime keeps about it.</summary>
public sealed record Page
{
    /// <summary>The key, tenant included.</summary>
    public required Subject Subject { get; init; }

    /// <summary>How many turns have changed it; a save that expects another version is a clash and is decided again.</summary>
    public required long Version { get; init; }

    /// <summary>Where its card lives. The thread is known once the card has been posted.</summary>
    public required Place Place { get; init; }

    /// <summary>The practice's own state.</summary>
    public required object State { get; init; }

    /// <summary>The platform's id of the message that shows its card; null until it has been posted.</summary>
    public string? Message { get; init; }

    /// <summary>When it was opened: lists are in this order, so that a change of a page moves nothing.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>What is to come due.</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>The deliveries it has taken lately, oldest first: a repeat is recognised here, in the same commit as its effects.</summary>
    public ImmutableArray<Delivery> Deliveries { get; init; } = [];
}

/// <summary>A delivery that has been taken, and when.</summary>
public sealed record Delivery(string Key, Instant At);

/// <summary>How a page is found again: what lists show, and what searches look for.</summary>
/// <param name="Title">One line for people.</param>
/// <param name="IsOpen">Whether work on it goes on.</param>
/// <param name="Tags">Small exact words, such as a category; for counting and filtering.</param>
/// <param name="Terms">Word stems by which a like page is found; at most 40.</param>
/// <param name="HasWork">Whether somebody still has to do something that it asks for, open or not.</param>
public sealed record PageIndex(string Title, bool IsOpen, ImmutableArray<string> Tags, ImmutableArray<string> Terms, bool HasWork = false);
