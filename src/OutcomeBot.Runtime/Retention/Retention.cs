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
internal sealed partial class Retention(IRemovals removals, TimeProvider time, ILogger<Retention> logger) : IRetention
{
    private readonly ConcurrentDictionary<Tenant, Removal> _removed = new();

    /// <summary>A tenant is erased or back, one after the other.</summary>
    private readonly Lanes<Tenant> _lanes = new();

    /// <summary>Everything that was kept of this tenant has just been erased.</summary>
    public event Action<Tenant>? Erased;

    /// <summary>Reads what an earlier process left on the list.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var removal in await removals.AllAsync(cancellationToken)) _removed[removal.Tenant] = removal;
    }

    /// <summary>Those that the bot has been gone from since this instant or longer, and those whose erasing was broken off; the first gone first.</summary>
    public ImmutableArray<Removal> GoneSince(Instant at) => [.. _removed.Values.Where(removal => removal.IsBegun || removal.At <= at).OrderBy(removal => removal.At)];

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
        if (_removed.ContainsKey(tenant)) await _lanes.RunAsync(tenant, () => ReturnedAsync(tenant, cancellationToken));
    }

    /// <summary>Erases what is kept of a tenant; false when it is not on the list any more, because the bot is back there.</summary>
    public Task<bool> EraseAsync(Tenant tenant, CancellationToken cancellationToken) => _lanes.RunAsync(tenant, () => ErasedAsync(tenant, cancellationToken));

    private async Task<bool> ReturnedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!_removed.TryGetValue(tenant, out var removal)) return false;
        if (removal.IsBegun) await ErasedAsync(tenant, cancellationToken);
        else await DroppedAsync(tenant, cancellationToken);
        Log.Back(logger, tenant, removal.IsBegun ? "what was kept is erased" : "what was kept stays");
        return true;
    }

    private async Task<bool> ErasedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!_removed.TryGetValue(tenant, out var removal)) return false;
        if (!removal.IsBegun)
        {
            await removals.PutAsync(removal with { IsBegun = true }, cancellationToken);
            _removed[tenant] = removal with { IsBegun = true };
        }

        await removals.EraseAsync(tenant, cancellationToken);
        Erased?.Invoke(tenant);
        await DroppedAsync(tenant, cancellationToken);
        return true;
    }

    private async Task DroppedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await removals.DropAsync(tenant, cancellationToken);
        _removed.TryRemove(tenant, out _);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "OutcomeBot is in {Tenant} no more. What is kept of it is erased when Retention:AfterRemovalDays is over, unless it is installed there again.")]
        public static partial void Removed(ILogger logger, Tenant tenant);

        [LoggerMessage(2, LogLevel.Information, "OutcomeBot is in {Tenant} again: {Kept}.")]
        public static partial void Back(ILogger logger, Tenant tenant, string kept);
    }
}
