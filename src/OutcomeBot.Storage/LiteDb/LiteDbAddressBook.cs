using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What doors remember of their platforms, in the same file and as durable as a turn.</summary>
public sealed class LiteDbAddressBook(LiteDbStore store) : IAddressBook
{
    /// <summary>The most texts that are read at once.</summary>
    private const int Most = 1_000;

    public async ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken) =>
        await store.WriteAsync(new AddressRequest(new StoredAddress(tenant, name, text)), cancellationToken);

    public async ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) =>
        store.Addresses.Text(Keys.Address(tenant, name)) ?? await store.ReadAsync(shelves => shelves.Addresses.Text(tenant, name), cancellationToken);

    public async ValueTask<ImmutableArray<string>> TextsAsync(Tenant tenant, string? after, int take, CancellationToken cancellationToken)
    {
        take = Math.Clamp(take, 0, Most);
        var from = after is null ? Keys.Of(tenant) : Keys.Address(tenant, after);

        // The fresh ones first: one that is settled meanwhile is then found in the data file.
        var fresh = store.Addresses.Of(Keys.Of(tenant)).Where(one => string.CompareOrdinal(one.Key, from) > 0).ToList();
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in await store.ReadAsync(shelves => shelves.Addresses.Texts(tenant, from, take).ToImmutableArray(), cancellationToken)) all[key] = text;
        foreach (var (key, text) in fresh) all[key] = text;
        return [.. all.Values.Take(take)];
    }

    public async ValueTask<ImmutableArray<Tenant>> TenantsAsync(string door, CancellationToken cancellationToken)
    {
        var fresh = store.Addresses.Of(Keys.OfDoor(door)).Select(one => Keys.TenantOf(one.Key)).ToList();
        var kept = await store.ReadAsync(shelves => shelves.Addresses.Tenants(door).ToList(), cancellationToken);
        return [.. fresh.Concat(kept).Distinct().OrderBy(tenant => tenant.Id, StringComparer.Ordinal)];
    }
}
