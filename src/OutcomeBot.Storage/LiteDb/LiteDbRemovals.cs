using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Removed tenants and the erasing of one, in the same file and as durable as a turn.</summary>
public sealed class LiteDbRemovals(LiteDbStore store, IJournal journal) : IRemovals
{
    /// <summary>So many pages are erased at once; whoever writes meanwhile waits for no more than these.</summary>
    private const int Slice = 100;

    public ValueTask<ImmutableArray<Removal>> AllAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Removals.All().ToImmutableArray(), cancellationToken);

    public async ValueTask PutAsync(Removal removal, CancellationToken cancellationToken) =>
        await store.WriteAsync(new SettledRequest(EntryKind.Removal, JsonSerializer.SerializeToUtf8Bytes(removal, StorageJson.Stored.Removal)), cancellationToken);

    public ValueTask DropAsync(Tenant tenant, CancellationToken cancellationToken) => WriteAsync(EntryKind.RemovalDropped, tenant, cancellationToken);

    public async ValueTask EraseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        // What was given up goes first: it would be looked through anew for every page.
        await ClearAsync(tenant, cancellationToken);
        while (await PagesAsync(tenant, cancellationToken) is { Count: > 0 } pages)
            await Task.WhenAll(pages.Select(page => journal.EraseAsync(page, cancellationToken).AsTask()));
        await ClearAsync(tenant, cancellationToken);
    }

    private async Task<IReadOnlyList<Subject>> PagesAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        // The memory first: a page that is settled meanwhile is then found in the data file.
        var late = store.Desk.ChangedOf(tenant, Slice);
        return late.Count > 0 ? late : await store.ReadAsync(shelves => shelves.Pages.Of(tenant, Slice).ToList(), cancellationToken);
    }

    private async Task ClearAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        do await WriteAsync(EntryKind.Cleared, tenant, cancellationToken);
        while (await store.ReadAsync(shelves => shelves.HasBesidePages(tenant), cancellationToken));
    }

    private async ValueTask WriteAsync(EntryKind kind, Tenant tenant, CancellationToken cancellationToken) =>
        await store.WriteAsync(new SettledRequest(kind, JsonSerializer.SerializeToUtf8Bytes(tenant, StorageJson.Stored.Tenant)), cancellationToken);
}
