using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime.Outgoing;

/// <summary>
/// When the next letter may go: the platform's rate limits, kept by the generic cell rate algorithm (ITU-T I.371),
/// and the waits that a platform has told us to keep.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    private readonly ConcurrentDictionary<(Tenant Tenant, string Name), DateTimeOffset> _next = new();
    private readonly ConcurrentDictionary<(Tenant Tenant, string Name), DateTimeOffset> _held = new();

    /// <summary>How long this tenant's letters of this kind have to wait; zero takes a place in the limit.</summary>
    public TimeSpan Take(Tenant tenant, string kind, RateLimit? limit)
    {
        var now = time.GetUtcNow();
        var held = Max(Held(tenant, ""), Held(tenant, kind));
        if (held > now) return held - now;
        return limit is null ? TimeSpan.Zero : Take((tenant, limit.Name), limit, now);
    }

    /// <summary>Nothing of this kind (or nothing at all, when the kind is empty) goes to this tenant for a while.</summary>
    public void Hold(Tenant tenant, string kind, TimeSpan wait)
    {
        var until = time.GetUtcNow() + wait;
        _held.AddOrUpdate((tenant, kind), until, (_, before) => Max(before, until));
    }

    private TimeSpan Take((Tenant, string) key, RateLimit limit, DateTimeOffset now)
    {
        var interval = TimeSpan.FromMinutes(1) / limit.PerMinute;
        var tolerance = interval * (limit.Burst - 1);
        while (true)
        {
            var known = _next.TryGetValue(key, out var due);
            var start = known ? Max(due, now) : now;
            if (start - now > tolerance) return start - now - tolerance;
            if (known ? _next.TryUpdate(key, start + interval, due) : _next.TryAdd(key, start + interval)) return TimeSpan.Zero;
        }
    }

    private DateTimeOffset Held(Tenant tenant, string kind) => _held.GetValueOrDefault((tenant, kind));

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
