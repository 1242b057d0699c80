using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What doors remember of their platforms, in the same file and as durable as a turn.</summary>
public sealed class LiteDbAddressBook(LiteDbStore store) : IAddressBook
{
    /// <summary>The most texts that are read at once.</summary>
    private const int Most = 1_000;

    public async ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            new SettledRequest(EntryKind.Address, JsonSerializer.SerializeToUtf8Bytes(new StoredAddress(tenant, name, text), StorageJson.Stored.StoredAddress)),
            cancellationToken);

    public ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Addresses.Text(tenant, name), cancellationToken);

    public ValueTask<ImmutableArray<string>> TextsAsync(Tenant tenant, int take, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Addresses.Texts(tenant, Math.Clamp(take, 0, Most)).ToImmutableArray(), cancellationToken);
}
