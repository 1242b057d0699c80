using System.Collections.Concurrent;
using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// Channels that got another id, as a private one does when it is shared with another organisation. Within the bot a channel
/// keeps the id by which it was known first, so that its pages, threads and reminders go on; towards Slack it has its newest.
/// </summary>
internal sealed class SlackMovedChannels(IAddressBook book) : IForgets, IDisposable
{
    private const string Name = "moved-channels";

    private readonly ConcurrentDictionary<Tenant, ChannelMoves> _moves = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Keeps in mind, on disk too, that a channel has another id from now on. Doing it twice is harmless.</summary>
    public async Task FollowAsync(ChannelMoved moved, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var moves = (await OfAsync(moved.Tenant, cancellationToken)).With(moved.From, moved.To);
            await book.PutAsync(moved.Tenant, Name, moves.Text, cancellationToken);
            _moves[moved.Tenant] = moves;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What came in, with its channels by the ids that the bot knows them by.</summary>
    public async ValueTask<ForInbox> KnownAsync(ForInbox read, CancellationToken cancellationToken)
    {
        var place = read.Incoming.Place;
        var moves = await OfAsync(place.Tenant, cancellationToken);
        if (moves.IsEmpty) return read;
        var known = read.Incoming with { Place = place with { Channel = moves.First(place.Channel) } };
        return read with { Incoming = known is Filled filled ? filled with { Values = filled.Values with { Texts = Known(filled.Values.Texts, read.Channels, moves) } } : known };
    }

    /// <summary>The id by which the bot knew a place's channel first.</summary>
    public async ValueTask<string> FirstAsync(Place place, CancellationToken cancellationToken) =>
        (await OfAsync(place.Tenant, cancellationToken)).First(place.Channel);

    /// <summary>The id by which Slack knows a place's channel now.</summary>
    public async ValueTask<string> NewestAsync(Place place, CancellationToken cancellationToken) =>
        (await OfAsync(place.Tenant, cancellationToken)).Newest(place.Channel);

    public void Forget(Tenant tenant) => _moves.TryRemove(tenant, out _);

    public void Dispose() => _one.Dispose();

    private async ValueTask<ChannelMoves> OfAsync(Tenant tenant, CancellationToken cancellationToken) =>
        _moves.TryGetValue(tenant, out var known) ? known : _moves.GetOrAdd(tenant, ChannelMoves.Read(await book.TextAsync(tenant, Name, cancellationToken)));

    private static ImmutableDictionary<string, ImmutableArray<string>> Known(ImmutableDictionary<string, ImmutableArray<string>> texts, ImmutableArray<string> channels, ChannelMoves moves) =>
        texts.SetItems(from field in channels
                       where texts.ContainsKey(field)
                       select KeyValuePair.Create(field, texts[field].Select(moves.First).ToImmutableArray()));
}

/// <summary>A channel of this workspace goes by another id from now on.</summary>
internal sealed record ChannelMoved(Tenant Tenant, string From, string To) : AboutChannel(Tenant);

/// <summary>The moves of a workspace's channels, oldest first; as text a line each, "G111 C222".</summary>
internal sealed record ChannelMoves
{
    private ImmutableArray<string> _lines = [];
    private ImmutableDictionary<string, string> _first = ImmutableDictionary<string, string>.Empty;
    private ImmutableDictionary<string, string> _newest = ImmutableDictionary<string, string>.Empty;

    public bool IsEmpty => _lines.IsEmpty;

    public string Text => string.Join('\n', _lines);

    public static ChannelMoves Read(string? text) => (text ?? "").Split('\n').Select(line => line.Split(' '))
        .Aggregate(new ChannelMoves(), (moves, move) => move is [var from, var to] ? moves.With(from, to) : moves);

    /// <summary>The id by which the bot knew a channel first.</summary>
    public string First(string channel) => _first.GetValueOrDefault(channel, channel);

    /// <summary>The id that a channel has now, by whichever of its ids.</summary>
    public string Newest(string channel) => _newest.GetValueOrDefault(First(channel), channel);

    /// <summary>With this move; an id that the channel has had is no new one, but an event that Slack sent again, perhaps late.</summary>
    public ChannelMoves With(string from, string to) => First(from) == First(to) ? this : this with
    {
        _lines = _lines.Add($"{from} {to}"),
        _first = _first.SetItem(to, First(from)),
        _newest = _newest.SetItem(First(from), to),
    };
}
