using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// The tenants that the bot was removed from. Memory has all of them, for they are few; the store is told of every change
/// first. Who comes back finds everything, or nothing.
/// </summary>
internal sealed class Retention(IRemovals removals, TimeProvider time) : IRetention, IDisposable
{
    private readonly ConcurrentDictionary<Tenant, Removal> _removed = new();

    /// <summary>One erasing or return at a time.</summary>
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Everything that was kept of this tenant has just been erased.</summary>
    public event Action<Tenant>? Erased;

    /// <summary>Reads the list, and carries through what an earlier process had begun to erase.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var removal in await removals.AllAsync(cancellationToken)) _removed[removal.Tenant] = removal;
        foreach (var removal in _removed.Values.Where(removal => removal.IsBegun).ToList()) await EraseAsync(removal, cancellationToken);
    }

    /// <summary>Those that the bot has been gone from since this instant or longer, the first gone first.</summary>
    public ImmutableArray<Removal> GoneSince(Instant at) => [.. _removed.Values.Where(removal => removal.At <= at).OrderBy(removal => removal.At)];

    /// <inheritdoc />
    public async ValueTask RemovedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (_removed.ContainsKey(tenant)) return;
        var removal = new Removal(tenant, Instant.FromDateTimeOffset(time.GetUtcNow()));
        await removals.PutAsync(removal, cancellationToken);
        _removed.TryAdd(tenant, removal);
    }

    /// <inheritdoc />
    public async ValueTask BackAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!_removed.ContainsKey(tenant)) return;
        await AloneAsync(async () =>
        {
            if (!_removed.TryGetValue(tenant, out var removal)) return;
            if (removal.IsBegun) await ErasedAsync(removal, cancellationToken);
            else await DroppedAsync(tenant, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Erases what is kept of a tenant, unless the bot is back there; true when everything is gone.</summary>
    public async Task<bool> EraseAsync(Removal removal, CancellationToken cancellationToken)
    {
        var isErased = false;
        await AloneAsync(async () =>
        {
            isErased = _removed.TryGetValue(removal.Tenant, out var still) && still == removal;
            if (isErased) await ErasedAsync(removal, cancellationToken);
        }, cancellationToken);
        return isErased;
    }

    public void Dispose() => _one.Dispose();

    private async Task ErasedAsync(Removal removal, CancellationToken cancellationToken)
    {
        if (!removal.IsBegun)
        {
            await removals.PutAsync(removal with { IsBegun = true }, cancellationToken);
            _removed[removal.Tenant] = removal with { IsBegun = true };
        }

        await removals.EraseAsync(removal.Tenant, cancellationToken);
        Erased?.Invoke(removal.Tenant);
        await DroppedAsync(removal.Tenant, cancellationToken);
    }

    private async Task DroppedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await removals.DropAsync(tenant, cancellationToken);
        _removed.TryRemove(tenant, out _);
    }

    private async Task AloneAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await act();
        }
        finally
        {
            _one.Release();
        }
    }
}
