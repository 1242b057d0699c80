using System.Collections.Immutable;
using System.Threading.Channels;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Something that open browsers should show.</summary>
public abstract record Announcement;

/// <summary>A line is new or has changed.</summary>
public sealed record LineChanged(RoomLine Line) : Announcement;

/// <summary>Rooms or people have come, gone or changed.</summary>
public sealed record HouseChanged : Announcement;

/// <summary>More happened than this browser could follow: it reads everything again.</summary>
public sealed record Missed : Announcement;

/// <summary>Tells open browsers what happened. It never waits for one: a slow browser misses news and reads again.</summary>
public sealed class LocalFeed
{
    private ImmutableArray<Subscription> _subscriptions = [];

    /// <summary>From now on, until it is disposed, the subscription hears what happens in this tenant.</summary>
    public Subscription Subscribe(Tenant tenant)
    {
        var subscription = new Subscription(tenant, gone => ImmutableInterlocked.Update(ref _subscriptions, all => all.Remove(gone)));
        ImmutableInterlocked.Update(ref _subscriptions, all => all.Add(subscription));
        return subscription;
    }

    /// <summary>Tells everybody in the tenant.</summary>
    public void Announce(Tenant tenant, Announcement announcement)
    {
        foreach (var subscription in _subscriptions)
            if (subscription.Tenant == tenant) subscription.Offer(announcement);
    }
}

/// <summary>One browser's ear.</summary>
public sealed class Subscription(Tenant tenant, Action<Subscription> leave) : IDisposable
{
    private const int Capacity = 512;
    private readonly Channel<Announcement> _news = Channel.CreateBounded<Announcement>(Capacity);
    private int _missed;

    internal Tenant Tenant => tenant;

    /// <summary>What happens, in order, until cancelled or disposed.</summary>
    public async IAsyncEnumerable<Announcement> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var announcement in _news.Reader.ReadAllAsync(cancellationToken))
        {
            if (Interlocked.Exchange(ref _missed, 0) == 1) yield return new Missed();
            yield return announcement;
        }
    }

    public void Dispose()
    {
        leave(this);
        _news.Writer.TryComplete();
    }

    internal void Offer(Announcement announcement)
    {
        if (!_news.Writer.TryWrite(announcement)) Interlocked.Exchange(ref _missed, 1);
    }
}
