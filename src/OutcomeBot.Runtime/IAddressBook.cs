using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// What a door must still know of its platform after a start, such as how a conversation is reached: a short text under a
/// tenant and a name. Kept in the same store as everything else, and on disk when it returns.
/// </summary>
public interface IAddressBook
{
    /// <summary>Writes a text under its name, in place of the one before.</summary>
    ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken);

    /// <summary>The text under a name; null when there is none.</summary>
    ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken);

    /// <summary>The texts of a tenant whose names come after this one (null: from the first), at most <paramref name="take"/>, by name.</summary>
    ValueTask<ImmutableArray<string>> TextsAsync(Tenant tenant, string? after, int take, CancellationToken cancellationToken);

    /// <summary>The tenants of a door that have any text, in order: read when an installation of many ends.</summary>
    ValueTask<ImmutableArray<Tenant>> TenantsAsync(string door, CancellationToken cancellationToken);
}
