using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// How every conversation is reached, learned from each activity and kept in the store, so that a reminder finds its way
/// after a start. Written only when something in it has changed.
/// </summary>
internal sealed class TeamsAddresses(IAddressBook book, IRetention retention) : IForgets, IDisposable
{
    /// <summary>What is in memory is a copy: beyond this many it is read again.</summary>
    private const int Most = 50_000;

    /// <summary>The most that a list of choices offers.</summary>
    private const int MostListed = 500;

    private readonly ConcurrentDictionary<(Tenant, string), TeamsAddress> _known = new();

    /// <summary>One change of an address at a time, so that the store has them in order; different ones go side by side, or a busy morning would stand in line.</summary>
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>The address of a conversation or person; null when nothing has come from there.</summary>
    public async ValueTask<TeamsAddress?> OfAsync(Tenant tenant, string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((tenant, name), out var known)) return known;
        if (await book.TextAsync(tenant, name, cancellationToken) is not { } text) return null;
        if (_known.Count >= Most) _known.Clear();
        return _known.GetOrAdd((tenant, name), JsonSerializer.Deserialize(text, TeamsAddressJson.Default.TeamsAddress)!);
    }

    /// <summary>All addresses of a tenant, for choices.</summary>
    public async ValueTask<ImmutableArray<TeamsAddress>> AllAsync(Tenant tenant, CancellationToken cancellationToken) =>
        await AllAsync(tenant, after: null, cancellationToken);

    /// <summary>Whether the bot is in any conversation of a tenant, besides one, as far as Teams has told.</summary>
    public async ValueTask<bool> IsAnywhereAsync(Tenant tenant, string? besides, CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var some = await AllAsync(tenant, after, cancellationToken);
            if (some.Any(address => address.IsThere && address.Name != besides)) return true;
            if (some.Length < MostListed) return false;
            after = some[^1].Name;
        }
    }

    /// <summary>Changes an address; what comes back is how it was before. A change to nothing leaves it as it is.</summary>
    public async ValueTask<TeamsAddress?> ChangeAsync(Tenant tenant, string name, Func<TeamsAddress?, TeamsAddress?> change, CancellationToken cancellationToken)
    {
        if (await OfAsync(tenant, name, cancellationToken) is { } known && change(known) is var same && (same is null || same == known)) return known;
        var gate = _gates[(uint)HashCode.Combine(tenant, name) % (uint)_gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            var before = await OfAsync(tenant, name, cancellationToken);
            if (change(before) is not { } after || after == before) return before;
            if ((before?.IsThere ?? false) != after.IsThere) await ToldAsync(tenant, after, cancellationToken);
            await book.PutAsync(tenant, name, JsonSerializer.Serialize(after, TeamsAddressJson.Default.TeamsAddress), cancellationToken);
            _known[(tenant, name)] = after;
            return before;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Changes every address of a team.</summary>
    public async Task ChangeTeamAsync(Tenant tenant, string team, Func<TeamsAddress, TeamsAddress> change, CancellationToken cancellationToken)
    {
        foreach (var address in await AllAsync(tenant, cancellationToken))
            if (address.Team == team) await ChangeAsync(tenant, address.Name, found => found is null ? null : change(found), cancellationToken);
    }

    /// <summary>Learns what an activity tells: where it came from, who sent it, and by which address both are reached now.</summary>
    public async Task LearnAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var isAlive = activity.Node.Text("type") is "message" or "invoke";
        if (activity.Scope != TeamsScope.Person) await ChangeAsync(activity.Tenant, activity.Channel, before => Conversation(activity, before, isAlive), cancellationToken);
        if (activity.Person is { } person && activity.Mri != activity.Bot) await ChangeAsync(activity.Tenant, person, before => Person(activity, person, before, isAlive), cancellationToken);
    }

    public void Forget(Tenant tenant) => _known.Forget(tenant);

    public void Dispose()
    {
        foreach (var gate in _gates) gate.Dispose();
    }

    /// <summary>Teams tells of conversations only: a tenant's first one is the bot's coming there, and the last one its leaving.</summary>
    private async ValueTask ToldAsync(Tenant tenant, TeamsAddress after, CancellationToken cancellationToken)
    {
        if (after.IsThere) await retention.BackAsync(tenant, cancellationToken);
        else if (!await IsAnywhereAsync(tenant, after.Name, cancellationToken)) await retention.RemovedAsync(tenant, cancellationToken);
    }

    private async ValueTask<ImmutableArray<TeamsAddress>> AllAsync(Tenant tenant, string? after, CancellationToken cancellationToken) =>
        [.. (await book.TextsAsync(tenant, after, MostListed, cancellationToken)).Select(text => JsonSerializer.Deserialize(text, TeamsAddressJson.Default.TeamsAddress)!)];

    private static TeamsAddress Conversation(TeamsActivity activity, TeamsAddress? before, bool isAlive)
    {
        var (team, channel) = (activity.Node.At("channelData").At("team"), activity.Node.At("channelData").At("channel"));
        return (before ?? new TeamsAddress(activity.Channel, activity.Scope, activity.ServiceUrl)) with
        {
            ServiceUrl = activity.ServiceUrl,
            Conversation = activity.Base,
            Bot = activity.Bot ?? before?.Bot,
            Team = team.Id("id") ?? before?.Team,
            TeamTitle = team.Text("name") is { Length: > 0 } title ? TeamsPeople.Tidy(title) : before?.TeamTitle,
            Title = channel.Id("id") == activity.Base && channel.Text("name") is { Length: > 0 } name ? TeamsPeople.Tidy(name) : before?.Title,
            Closed = isAlive ? null : before?.Closed,
        };
    }

    private static TeamsAddress Person(TeamsActivity activity, string person, TeamsAddress? before, bool isAlive)
    {
        var isAlone = activity.Scope == TeamsScope.Person;
        return (before ?? new TeamsAddress(person, TeamsScope.Person, activity.ServiceUrl)) with
        {
            ServiceUrl = activity.ServiceUrl,
            Conversation = isAlone ? activity.Base : before?.Conversation,
            Bot = activity.Bot ?? before?.Bot,
            Mri = activity.Mri ?? before?.Mri,
            Title = activity.Node.At("from").Text("name") is { } name && !string.IsNullOrWhiteSpace(name) ? TeamsPeople.Tidy(name) : before?.Title,
            Zone = activity.Zone ?? before?.Zone,
            Closed = isAlone && isAlive ? null : before?.Closed,
        };
    }
}
