using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests;

/// <summary>Keeps what a door tells about where the bot is gone.</summary>
internal sealed class MadeRetention : IRetention
{
    private readonly ConcurrentDictionary<Tenant, bool> _removed = new();

    /// <summary>The tenants that the bot is gone from, in order.</summary>
    public IEnumerable<string> Removed => _removed.Select(pair => pair.Key.Id).Order(StringComparer.Ordinal);

    public ValueTask RemovedAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        _removed[tenant] = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask BackAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        _removed.TryRemove(tenant, out _);
        return ValueTask.CompletedTask;
    }
}
