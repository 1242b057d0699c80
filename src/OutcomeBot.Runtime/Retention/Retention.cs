using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// The tenants that the bot was removed from. Memory has all of them, for they are few; the store is told of every change
/// first. Who comes back finds everything, or nothing.
/// </summary>
internal sealed partial class Retention(IRemovals removals, TimeProvider time, ILogger<Retention> logger) : IRetention, IDisposable
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
        if (_removed.TryAdd(tenant, removal)) Log.Removed(logger, tenant);
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
            Log.Back(logger, tenant, removal.IsBegun ? "what was kept is erased" : "what was kept stays");
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "OutcomeBot is in {Tenant} no more. What is kept of it is erased when Retention:AfterRemovalDays is over, unless it is installed there again.")]
        public static partial void Removed(ILogger logger, Tenant tenant);

        [LoggerMessage(2, LogLevel.Information, "OutcomeBot is in {Tenant} again: {Kept}.")]
        public static partial void Back(ILogger logger, Tenant tenant, string kept);
    }
}
