using System.Collections.Concurrent;
using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>Removals in memory, for tests of the loop alone; the real ones have their own tests.</summary>
internal sealed class MemoryRemovals : IRemovals
{
    private readonly ConcurrentDictionary<Tenant, Removal> _removals = new();

    /// <summary>The tenants that were erased, in order; one that was broken off is not among them.</summary>
    public ConcurrentQueue<Tenant> Erased { get; } = new();

    /// <summary>What happens while a tenant is erased.</summary>
    public Func<Tenant, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public ImmutableArray<Removal> All => [.. _removals.Values.OrderBy(removal => removal.Tenant.Id, StringComparer.Ordinal)];

    public ValueTask<ImmutableArray<Removal>> AllAsync(CancellationToken cancellationToken) => new(All);

    public ValueTask PutAsync(Removal removal, CancellationToken cancellationToken)
    {
        _removals[removal.Tenant] = removal;
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        _removals.TryRemove(tenant, out _);
        return ValueTask.CompletedTask;
    }

    public async ValueTask EraseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await Meanwhile(tenant);
        Erased.Enqueue(tenant);
    }
}
