using System.Collections.Concurrent;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// New messages, each once. Every one bears its parcel's id where people don't see it; when an earlier attempt may have
/// arrived, the bot first looks for what it already said. If Slack can't be asked just now, it waits rather than say it twice.
/// </summary>
internal sealed class SlackPosts(SlackClient client, SlackChannels channels, SlackHistory history, TimeProvider time)
{
    /// <summary>Letters that are under way; one whose outbox gave up is forgotten with the rest.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, UnderWay> _underWay = new();

    /// <summary>Posts what is still missing of these messages, the second and later ones in the thread of the first.</summary>
    public async Task<SlackSent> SendAsync(Letter letter, string channel, IReadOnlyList<SlackMessage> messages, TimeSpan pace, CancellationToken cancellationToken)
    {
        if (_underWay.Count >= Most) _underWay.Clear();
        var way = _underWay.GetOrAdd($"{letter.Parcel.Place.Tenant}/{letter.Parcel.Id}", _ => new UnderWay { IsUncertain = letter.MayHaveArrived });
        if (way.IsUncertain && await LookedAsync(letter, channel, way, cancellationToken) is { } wait) return new(wait);

        var hasPosted = false;
        for (var part = 0; part < messages.Count; part++)
        {
            if (way.Sent.ContainsKey(part)) continue;
            if (hasPosted) await Task.Delay(pace, time, cancellationToken);
            var refusal = await PostAsync(letter, channel, messages[part], part, way, cancellationToken);
            if (refusal is not null) return refusal.Value;
            hasPosted = true;
        }
        _underWay.TryRemove($"{letter.Parcel.Place.Tenant}/{letter.Parcel.Id}", out _);
        return new(new Done(way.Sent[0], letter.Place.Thread ?? way.Sent[0]));
    }

    private async Task<SlackSent?> PostAsync(Letter letter, string channel, SlackMessage message, int part, UnderWay way, CancellationToken cancellationToken)
    {
        var thread = letter.Place.Thread ?? (part == 0 ? null : way.Sent[0]);
        var call = new PostCall(channel, thread, message.Text, message.Blocks, new MessageMark(new MarkedParcel(letter.Parcel.Id, part)));
        var result = await client.CallAsync(letter.Place.Tenant, "chat.postMessage", call, SlackJson.Wire.PostCall, cancellationToken);
        if (result is { Outcome: SlackOutcome.Refused, Error: "thread_not_found" } && letter.Parcel.Reply is Core.Chat.Show)
            result = await client.CallAsync(letter.Place.Tenant, "chat.postMessage", call with { ThreadTs = null }, SlackJson.Wire.PostCall, cancellationToken);
        way.IsUncertain = result.IsUncertain;
        if (!result.IsFine) return new(await channels.RefusedAsync(letter.Place, result, "chat.postMessage", cancellationToken), SlackErrors.IsAboutBlocks(result));
        way.Sent[part] = result.Body.Stamp("ts") ?? "";
        return null;
    }

    /// <summary>
    /// Learns what arrived. A right that is missing for looking will still be missing in an hour: then a message twice is
    /// better than none, and posting goes on.
    /// </summary>
    private async Task<Sending?> LookedAsync(Letter letter, string channel, UnderWay way, CancellationToken cancellationToken)
    {
        var (result, messages) = await history.SinceAsync(letter, channel, cancellationToken);
        if (!result.IsFine && result.Outcome != SlackOutcome.Refused) return SlackErrors.Sending(result, "conversations.history");
        foreach (var (part, stamp) in SlackHistory.Parts(messages, letter.Parcel.Id)) way.Sent[part] = stamp;
        way.IsUncertain = false;
        return null;
    }

    private sealed class UnderWay
    {
        public Dictionary<int, string> Sent { get; } = [];

        public bool IsUncertain { get; set; }
    }
}

/// <summary>What became of messages, and whether Slack refused what they are made of.</summary>
internal readonly record struct SlackSent(Sending Sending, bool AreBlocksRefused = false);
