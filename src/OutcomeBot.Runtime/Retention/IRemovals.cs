using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>The store's part of retention: which tenants the bot was removed from, and the erasing of all that is kept of one.</summary>
public interface IRemovals
{
    /// <summary>All of them: read once at the start.</summary>
    ValueTask<ImmutableArray<Removal>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Writes a removal in place of the one before. On disk when it returns.</summary>
    ValueTask PutAsync(Removal removal, CancellationToken cancellationToken);

    /// <summary>Takes a removal off the list. On disk when it returns.</summary>
    ValueTask DropAsync(Tenant tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Erases everything that is kept of a tenant: pages, turns, replies, rooms, what doors remember. The list of removals stays.
    /// Work of others goes on meanwhile; what is broken off goes on where it ended when it is called again.
    /// </summary>
    ValueTask EraseAsync(Tenant tenant, CancellationToken cancellationToken);
}

/// <summary>A tenant that the bot was removed from.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="At">Since when the bot is gone.</param>
/// <param name="IsBegun">Whether the erasing has begun: from then on it is carried through.</param>
public sealed record Removal(Tenant Tenant, Instant At, bool IsBegun = false);
