using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>People's names and time zones, learned from what Slack sends and, when it sends none, asked for. An id stands in for a name that is not known.</summary>
internal sealed class SlackPeople(SlackClient client, TimeProvider time) : IForgets
{
    /// <summary>Names are a convenience: beyond this many they are learned again.</summary>
    private const int Most = 50_000;

    private const int LongestName = 80;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Tenant, string), string> _names = new();
    private readonly ConcurrentDictionary<(Tenant, string), string> _zones = new();
    private readonly ConcurrentDictionary<(Tenant, string), SlackHome> _homes = new();
    private readonly ConcurrentDictionary<(Tenant, string), DateTimeOffset> _askedInVain = new();

    /// <summary>A person's name, when it is known.</summary>
    public string? NameOf(Tenant tenant, string id) => _names.GetValueOrDefault((tenant, id));

    /// <summary>Somebody who did something. What comes along is the handle of an account, which stands in until the name is known.</summary>
    public Person Met(Tenant tenant, string id, string? handle) =>
        new(id, NameOf(tenant, id) ?? (string.IsNullOrWhiteSpace(handle) ? id : Tidy(handle)));

    /// <summary>This is their name.</summary>
    public void Learn(Tenant tenant, string id, string name)
    {
        if (_names.Count >= Most) _names.Clear();
        _names[(tenant, id)] = Tidy(name);
    }

    /// <summary>What Slack's description of a user tells: the name, the time zone where tzdb knows it, and where they are at home.</summary>
    public void Learn(Tenant tenant, string id, JsonElement? user)
    {
        if (NameIn(user) is { } name) Learn(tenant, id, name);
        if (_homes.Count >= Most) _homes.Clear();
        _homes[(tenant, id)] = new SlackHome(user.Id("team_id"), user.At("enterprise_user").Id("enterprise_id"), user.Says("is_restricted") || user.Says("is_ultra_restricted"));
        if (_zones.Count >= Most) _zones.Clear();
        _zones[(tenant, id)] = user.Text("tz") is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : "";
    }

    /// <summary>What somebody is in this workspace. Who is not known counts as its own: trouble at Slack must lock nobody out.</summary>
    public SlackStatus StatusOf(Tenant tenant, string id, string? organisation) =>
        _homes.TryGetValue((tenant, id), out var home) ? home.In(tenant, organisation) : SlackStatus.Member;

    /// <summary>The person's zone by its IANA id, asking Slack once for it, for less than a second; null when it can't be had.</summary>
    public async ValueTask<string?> ZoneAsync(Tenant tenant, string id, CancellationToken cancellationToken)
    {
        if (!_zones.ContainsKey((tenant, id)) && MayAsk(tenant, id)) await AskAsync(tenant, id, cancellationToken);
        return _zones.GetValueOrDefault((tenant, id)) is { Length: > 0 } zone ? zone : null;
    }

    /// <summary>The person with a name, asking Slack for it if need be, for less than a second.</summary>
    public async ValueTask<Person> NamedAsync(Tenant tenant, Person person, CancellationToken cancellationToken)
    {
        if (NameOf(tenant, person.Id) is null && MayAsk(tenant, person.Id)) await AskAsync(tenant, person.Id, cancellationToken);
        return NameOf(tenant, person.Id) is { } known ? person with { Name = known } : person;
    }

    /// <summary>The name in Slack's description of a user: the one they chose, else their real one.</summary>
    public static string? NameIn(JsonElement? user)
    {
        var profile = user.At("profile");
        string?[] names = [profile.Text("display_name"), profile.Text("real_name"), user.Text("real_name"), user.Text("name")];
        return names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
    }

    public void Forget(Tenant tenant)
    {
        _names.Forget(tenant);
        _zones.Forget(tenant);
        _homes.Forget(tenant);
        _askedInVain.Forget(tenant);
    }

    private bool MayAsk(Tenant tenant, string id) => !_askedInVain.TryGetValue((tenant, id), out var until) || time.GetUtcNow() >= until;

    private async Task AskAsync(Tenant tenant, string id, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_patience, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var result = await client.AskAsync(tenant, "users.info", [new("user", id)], patience.Token);
            if (result.IsFine) Learn(tenant, id, result.Body.At("user"));
            else Pause(tenant, id);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Pause(tenant, id);
        }
    }

    private void Pause(Tenant tenant, string id)
    {
        if (_askedInVain.Count >= Most) _askedInVain.Clear();
        _askedInVain[(tenant, id)] = time.GetUtcNow() + s_pause;
    }

    private static string Tidy(string name) => SlackMarkup.Shorten(SlackTyped.WithoutControls(name).Replace('\n', ' ').Trim(), LongestName);
}
