using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// Everything that must survive: pages, changes, replies to send, reminders, delivery keys. The tenant is part of every key.
/// When a method that writes returns, what it wrote is on disk.
/// </summary>
public interface IJournal
{
    /// <summary>The page of a subject, or null when nothing has happened to it yet.</summary>
    ValueTask<Page?> OpenAsync(Subject subject, CancellationToken cancellationToken);

    /// <summary>The page whose card lives in this thread, open or ended; null when the thread is nobody's.</summary>
    ValueTask<Page?> OpenThreadAsync(Place thread, CancellationToken cancellationToken);

    /// <summary>What a practice asked to read, within one tenant, never more than the need takes.</summary>
    ValueTask<ImmutableArray<Found>> ReadAsync(Tenant tenant, Need need, CancellationToken cancellationToken);

    /// <summary>Replies of this tenant that ended undelivered, newest first.</summary>
    ValueTask<ImmutableArray<Stuck>> StuckAsync(Tenant tenant, int take, CancellationToken cancellationToken);

    /// <summary>Saves a turn in one commit, or reports that the page has moved on and the turn must be decided again.</summary>
    ValueTask<SaveResult> SaveAsync(TurnRecord turn, CancellationToken cancellationToken);

    /// <summary>Notes what became of a parcel, in one commit with what it teaches about the page (where its card is).</summary>
    ValueTask MarkAsync(Mark mark, CancellationToken cancellationToken);

    /// <summary>Parcels that have neither been delivered nor given up, oldest first: read once at the start.</summary>
    IAsyncEnumerable<Waiting> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>A parcel that was given up, so that a person can have it tried again; null when it is not this tenant's or not stuck.</summary>
    ValueTask<Parcel?> StuckParcelAsync(Tenant tenant, string parcel, CancellationToken cancellationToken);

    /// <summary>All reminders that pages hold: read once at the start.</summary>
    IAsyncEnumerable<(Subject Subject, Reminder Reminder)> RemindersAsync(CancellationToken cancellationToken);

    /// <summary>The turns of a subject, newest first.</summary>
    IAsyncEnumerable<PastTurn> HistoryAsync(Subject subject, CancellationToken cancellationToken);

    /// <summary>Removes a subject with all its turns and parcels.</summary>
    ValueTask EraseAsync(Subject subject, CancellationToken cancellationToken);

    /// <summary>Whether the store can be read and written now, for the readiness check.</summary>
    ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken);
}

/// <summary>What a save did.</summary>
public enum SaveResult
{
    /// <summary>It is on disk.</summary>
    Saved,

    /// <summary>Somebody else changed the page first: load and decide again.</summary>
    Clash,
}

/// <summary>One turn as it is stored: a single record with all its effects.</summary>
public sealed record TurnRecord
{
    /// <summary>The page after the turn; its version is one more than the page the turn was decided on (1 for a new page).</summary>
    public required Page After { get; init; }

    /// <summary>What happened.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>What is to be sent.</summary>
    public required ImmutableArray<Parcel> Parcels { get; init; }

    /// <summary>Who acted, when, where, and the key by which a repeat is known.</summary>
    public required Person By { get; init; }

    public required Instant At { get; init; }

    public required Place Place { get; init; }

    public required string Delivery { get; init; }
}

/// <summary>A stored turn, read back.</summary>
public sealed record PastTurn(long Version, Person By, Instant At, Place Place, ImmutableArray<Change> Changes);
