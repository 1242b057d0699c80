using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>An event with what its envelope says about it: whose, when, which delivery, and who the bot is there.</summary>
internal sealed record SlackHappening(JsonElement Node, Tenant Tenant, string? Bot, Instant At, string Key)
{
    public string? Channel => Node.Id("channel");

    public string? Stamp => Node.Stamp("ts");

    /// <summary>When it happened, by Slack's clock; null when Slack doesn't say.</summary>
    public Instant? HappenedAt { get; init; }

    /// <summary>Whether people of other organisations are in its channel.</summary>
    public bool IsInSharedChannel { get; init; }

    /// <summary>Modern bot messages have a bot_id and no subtype; our own come back with our user.</summary>
    public bool IsByBot(JsonElement? message) =>
        message.At("bot_id") is not null || message.Text("subtype") == "bot_message" || (Bot is not null && message.Id("user") == Bot);
}
