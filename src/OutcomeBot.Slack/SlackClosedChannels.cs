using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// How channels stand: archived and deleted ones take no messages, and those that the bot was taken out of none of its own. Kept in the
/// store, a text a channel, by the id that the bot knew the channel by first. Only newer news counts, in whichever order it comes.
/// </summary>
internal sealed class SlackClosedChannels(IAddressBook book, SlackMovedChannels moved, TimeProvider time) : IForgets, IDisposable
{
    /// <summary>What is in memory is a copy: beyond this many it is read again.</summary>
    private const int Most = 50_000;

    /// <summary>
    /// As far as the gate lets Slack's clock and this machine's differ. What is known by this machine's own clock is dated back by it, so
    /// that what Slack tells next is the newer news even when its clock is behind.
    /// </summary>
    private static readonly Duration s_skew = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<(Tenant, string), ChannelStanding> _known = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>How the channel of a place stands, as far as Slack has told; open when it hasn't, and where a person stands for a channel.</summary>
    public async ValueTask<ChannelState> OfAsync(Place place, CancellationToken cancellationToken) =>
        SlackIds.IsUser(place.Channel) ? ChannelState.Open : (await StandingAsync(place.Tenant, await moved.FirstAsync(place, cancellationToken), cancellationToken)).State;

    /// <summary>Keeps what an event tells, on disk too. Doing it twice is harmless.</summary>
    public Task FollowAsync(ChannelStands news, CancellationToken cancellationToken) =>
        KeepAsync(new Place(news.Tenant, news.Channel), new ChannelStanding(news.State, news.At ?? Now), cancellationToken);

    /// <summary>What people do there shows that it is open; if Slack says otherwise, that is learned again. That the bot was let in is kept in any case: an earlier farewell may still be on its way.</summary>
    public async ValueTask HeardAsync(ForInbox read, CancellationToken cancellationToken)
    {
        var place = read.Incoming.Place;
        if (read.Incoming is Invited || await OfAsync(place, cancellationToken) != ChannelState.Open)
            await KeepAsync(place, new ChannelStanding(ChannelState.Open, read.HappenedAt ?? Now), cancellationToken);
    }

    /// <summary>Learns from a refusal: the event that would have told may never have come.</summary>
    public async ValueTask RefusedAsync(Place place, SlackResult result, CancellationToken cancellationToken)
    {
        if (SlackErrors.Closed(result) is { } state) await KeepAsync(place, new ChannelStanding(state, Now), cancellationToken);
    }

    public void Forget(Tenant tenant) => _known.Forget(tenant);

    public void Dispose() => _one.Dispose();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow()) - s_skew;

    private async Task KeepAsync(Place place, ChannelStanding standing, CancellationToken cancellationToken)
    {
        var channel = await moved.FirstAsync(place, cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            var before = await StandingAsync(place.Tenant, channel, cancellationToken);
            if (standing == before || standing.Since < before.Since) return;
            await book.PutAsync(place.Tenant, Name(channel), standing.Text, cancellationToken);
            _known[(place.Tenant, channel)] = standing;
        }
        finally
        {
            _one.Release();
        }
    }

    private async ValueTask<ChannelStanding> StandingAsync(Tenant tenant, string channel, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((tenant, channel), out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known.GetOrAdd((tenant, channel), ChannelStanding.Read(await book.TextAsync(tenant, Name(channel), cancellationToken)));
    }

    private static string Name(string channel) => "channel/" + channel;
}

/// <summary>Whether a channel takes messages of the bot, and why not. The names stand in the store: they stay.</summary>
internal enum ChannelState
{
    Open,
    Archived,
    Deleted,

    /// <summary>The bot is not in it.</summary>
    Left,
}

/// <summary>A channel of this workspace stands so since then; null when the event doesn't say since when.</summary>
internal sealed record ChannelStands(Tenant Tenant, string Channel, ChannelState State, Instant? At) : AboutChannel(Tenant);

/// <summary>How a channel stands and since when; as text "Archived 16102616590002000", in ticks since 1970.</summary>
internal sealed record ChannelStanding(ChannelState State, Instant Since)
{
    private static readonly ChannelStanding s_untold = new(ChannelState.Open, Instant.MinValue);

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{State} {Since.ToUnixTimeTicks()}");

    public static ChannelStanding Read(string? text) => text?.Split(' ') is [var state, var since]
        ? new(Enum.Parse<ChannelState>(state), Instant.FromUnixTimeTicks(long.Parse(since, CultureInfo.InvariantCulture)))
        : s_untold;
}
