using System.Collections.Concurrent;
using System.Text.Json;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>People's names, learned from what Slack sends and, when it sends none, asked for. An id stands in for a name that is not known.</summary>
internal sealed class SlackPeople(SlackClient client, TimeProvider time)
{
    /// <summary>Names are a convenience: beyond this many they are learned again.</summary>
    private const int Most = 50_000;

    private const int LongestName = 80;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Tenant, string), string> _names = new();
    private readonly ConcurrentDictionary<(Tenant, string), DateTimeOffset> _askedInVain = new();

    /// <summary>A person's name, when it is known.</summary>
    public string? NameOf(Tenant tenant, string id) => _names.GetValueOrDefault((tenant, id));

    /// <summary>Somebody who did something, with the name that came along unless a better one is known.</summary>
    public Person Met(Tenant tenant, string id, string? name)
    {
        if (_names.TryGetValue((tenant, id), out var known)) return new Person(id, known);
        if (string.IsNullOrWhiteSpace(name)) return new Person(id, id);
        Learn(tenant, id, name);
        return new Person(id, Tidy(name));
    }

    /// <summary>This is their name.</summary>
    public void Learn(Tenant tenant, string id, string name)
    {
        if (_names.Count >= Most) _names.Clear();
        _names[(tenant, id)] = Tidy(name);
    }

    /// <summary>The person with a name, asking Slack for it if need be, for less than a second.</summary>
    public async ValueTask<Person> NamedAsync(Tenant tenant, Person person, CancellationToken cancellationToken)
    {
        if (person.Name != person.Id) return person;
        if (NameOf(tenant, person.Id) is { } known) return person with { Name = known };
        if (_askedInVain.TryGetValue((tenant, person.Id), out var until) && time.GetUtcNow() < until) return person;
        return await AskedAsync(person.Id, cancellationToken) is { } name ? Named(tenant, person, name) : Unknown(tenant, person);
    }

    /// <summary>The name in Slack's description of a user: the one they chose, else their real one.</summary>
    public static string? NameIn(JsonElement? user)
    {
        var profile = user.At("profile");
        string?[] names = [profile.Text("display_name"), profile.Text("real_name"), user.Text("real_name"), user.Text("name")];
        return names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
    }

    private Person Named(Tenant tenant, Person person, string name)
    {
        Learn(tenant, person.Id, name);
        return person with { Name = Tidy(name) };
    }

    private Person Unknown(Tenant tenant, Person person)
    {
        if (_askedInVain.Count >= Most) _askedInVain.Clear();
        _askedInVain[(tenant, person.Id)] = time.GetUtcNow() + s_pause;
        return person;
    }

    private async Task<string?> AskedAsync(string id, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var result = await client.AskAsync("users.info", [new("user", id)], patience.Token);
            return result.IsFine ? NameIn(result.Body.At("user")) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Tidy(string name) => SlackMarkup.Shorten(SlackTyped.WithoutControls(name).Replace('\n', ' ').Trim(), LongestName);
}
