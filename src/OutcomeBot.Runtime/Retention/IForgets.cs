using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>Has something of tenants in memory that is true no more when all that was kept of one has been erased.</summary>
public interface IForgets
{
    /// <summary>Lets go of what it has of this tenant.</summary>
    void Forget(Tenant tenant);
}

/// <summary>What memory has by tenant and name.</summary>
public static class ByTenant
{
    /// <summary>Removes all of a tenant's.</summary>
    public static void Forget<T>(this ConcurrentDictionary<(Tenant, string), T> known, Tenant tenant)
    {
        foreach (var (key, _) in known)
            if (key.Item1 == tenant) known.TryRemove(key, out _);
    }
}
