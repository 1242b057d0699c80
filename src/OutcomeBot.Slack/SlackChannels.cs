using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Channels by the name that a place gives them: a user's id means the conversation with that person alone.</summary>
internal sealed class SlackChannels(SlackClient client, SlackMovedChannels moved, SlackClosedChannels closed) : IForgets
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(Tenant, string), string> _direct = new();

    /// <summary>Where to post for this place; null, and why, when there is no such place.</summary>
    public async Task<(string? Channel, Sending Refusal)> OfAsync(Place place, CancellationToken cancellationToken) =>
        SlackIds.IsUser(place.Channel) ? await OpenAsync(place.Tenant, place.Channel, cancellationToken)
        : await closed.OfAsync(place, cancellationToken) is not ChannelState.Open and var state ? (null, new Never(SlackErrors.Sentence(state)))
        : (await moved.NewestAsync(place, cancellationToken), new Done());

    /// <summary>Whether this place takes messages, as far as is known without asking Slack.</summary>
    public async ValueTask<bool> IsOpenAsync(Place place, CancellationToken cancellationToken) =>
        await closed.OfAsync(place, cancellationToken) == ChannelState.Open;

    /// <summary>What becomes of a letter to this place whose call ended so; what the refusal teaches about the channel is kept.</summary>
    public async Task<Sending> RefusedAsync(Place place, SlackResult result, string method, CancellationToken cancellationToken)
    {
        if (!SlackIds.IsUser(place.Channel)) await closed.RefusedAsync(place, result, cancellationToken);
        else if (SlackErrors.IsAboutConversation(result) && _direct.TryRemove((place.Tenant, place.Channel), out _)
            && await OpenAsync(place.Tenant, place.Channel, cancellationToken) is (null, Never never)) return never;
        return SlackErrors.Sending(result, method);
    }

    /// <summary>The conversation with a person alone, opened when it is not open yet.</summary>
    public async Task<(string? Channel, Sending Refusal)> OpenAsync(Tenant tenant, string user, CancellationToken cancellationToken)
    {
        if (_direct.TryGetValue((tenant, user), out var known)) return (known, new Done());
        var result = await client.CallAsync(tenant, "conversations.open", new OpenConversationCall(user), SlackJson.Wire.OpenConversationCall, cancellationToken);
        if (result is { Outcome: SlackOutcome.Refused, Error: "user_disabled" }) return (null, new Never(SlackErrors.Sentence(result.Error)) { Departed = user });
        if (!result.IsFine) return (null, SlackErrors.Sending(result, "conversations.open"));
        if (result.Body.At("channel").Id("id") is not { } channel) return (null, new Never(SlackErrors.Sentence("channel_not_found")));
        if (_direct.Count >= Most) _direct.Clear();
        _direct[(tenant, user)] = channel;
        return (channel, new Done());
    }

    public void Forget(Tenant tenant) => _direct.Forget(tenant);
}
