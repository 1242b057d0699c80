using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Somebody writes links of ours, or has posted them: Slack asks what they lead to.</summary>
internal sealed record LinksShared(Tenant Tenant, ImmutableArray<string> Addresses) : SlackRead
{
    private const int Most = 5;
    private const int LongestAddress = 2_000;
    private const int LongestId = 300;

    /// <summary>The organisation of the workspace, where Slack names one: its installation may be the one that serves.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where the links stand: a message of a channel.</summary>
    public (string Channel, string Stamp)? Message { get; init; }

    /// <summary>Where the links stand, in Slack's newer way, which knows of a message that is still written too.</summary>
    public (string Id, string Source)? Unfurl { get; init; }

    /// <summary>Whether people of other organisations see it.</summary>
    public bool IsInSharedChannel { get; init; }

    /// <summary>What the event says; null when it names no link, or not where it stands.</summary>
    public static LinksShared? Read(SlackHappening happened)
    {
        JsonElement? node = happened.Node;
        var read = new LinksShared(happened.Tenant, [.. node.At("links").Items().Select(link => ((JsonElement?)link).Text("url")).OfType<string>().Where(url => url.Length <= LongestAddress).Distinct().Take(Most)])
        {
            Message = happened.Channel is { } channel && node.Stamp("message_ts") is { } stamp ? (channel, stamp) : null,
            Unfurl = node.Text("unfurl_id") is { Length: > 0 and <= LongestId } id && node.Text("source") is ("composer" or "conversations_history") and var source ? (id, source) : null,
            IsInSharedChannel = happened.IsInSharedChannel,
        };
        return read.Addresses.IsEmpty || (read.Message is null && read.Unfurl is null) ? null : read;
    }
}

/// <summary>Shows what links to the bot's own pages lead to, under the message that holds them; only in the workspace that the page is of.</summary>
internal sealed class SlackUnfurls(PublishedPages pages, SlackClient client, SlackCourier courier)
{
    /// <summary>A preview is a glance: the link has all of it.</summary>
    private const int Blocks = 3;
    private const int Rows = 5;

    /// <summary>Slack waits for nothing but the acknowledgement.</summary>
    public void Show(LinksShared shared) => courier.TryTake(new DoorErrand("A preview of a link", cancellationToken => ShowAsync(shared, cancellationToken)));

    private async Task ShowAsync(LinksShared shared, CancellationToken cancellationToken)
    {
        var previews = ImmutableDictionary.CreateBuilder<string, UnfurlBlocks>();
        foreach (var address in shared.Addresses)
            if (await pages.AtAsync(shared.Tenant, address, cancellationToken) is { } page)
                previews[address] = new UnfurlBlocks(SlackWriter.Message(shared.IsInSharedChannel ? Title(page.Card) : Glance(page.Card)).Blocks);
        if (previews.Count == 0) return;
        var call = shared.Unfurl is var (id, source)
            ? new UnfurlCall(previews.ToImmutable()) { UnfurlId = id, Source = source }
            : new UnfurlCall(previews.ToImmutable()) { Channel = shared.Message?.Channel, Ts = shared.Message?.Stamp };
        await client.CallAsync(shared.Tenant, "chat.unfurl", call, SlackJson.Wire.UnfurlCall, cancellationToken);
    }

    private static Card Glance(Card card) => new(card.Title, [.. card.Blocks.Where(block => block is not Table).Take(Blocks).Select(Shortened), new Aside("The link has all of it.")]);

    private static Block Shortened(Block block) => block is Outline outline ? new Outline([.. outline.Rows.Take(Rows)]) : block;

    private static Card Title(Card card) => new(card.Title, new Aside("This channel is shared with another organisation, so no more of it is shown here."));
}
