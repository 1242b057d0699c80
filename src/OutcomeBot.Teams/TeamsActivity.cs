using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>An activity with what is the same in all of them: whose, where, who did it, and when it arrived.</summary>
internal sealed record TeamsActivity(JsonElement Node, Tenant Tenant, TeamsScope Scope, string Conversation, string ServiceUrl, Instant At)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The activity's own id; for a message, the message's.</summary>
    public string? Id => Node.Id("id");

    /// <summary>The bot's message that a card action belongs to.</summary>
    public string? ReplyTo => Node.Id("replyToId");

    /// <summary>The bot as this conversation knows it.</summary>
    public string? Bot => Node.At("recipient").Id("id");

    /// <summary>Whether it was said in the midst of others and for the bot alone: nobody else there sees it.</summary>
    public bool IsUnseen => Scope != TeamsScope.Person && Node.At("recipient").Says("isTargeted");

    /// <summary>Who did it, by the id that is the same in all conversations where Teams tells it, and by the bot's own id for them.</summary>
    public string? Person => Node.At("from").Id("aadObjectId") ?? Mri;

    public string? Mri => Node.At("from").Id("id");

    /// <summary>The conversation without its thread.</summary>
    public string Base => Conversation.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? Conversation[..at] : Conversation;

    /// <summary>The first message of the thread it was said in: only channels have threads.</summary>
    public string? Root => Scope == TeamsScope.Channel && Conversation.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && Conversation[(at + ThreadMark.Length)..] is { Length: > 0 } root && IsMessage(root) ? root : null;

    /// <summary>The name under which the conversation is kept, and the channel that practices know.</summary>
    public string Channel => Scope == TeamsScope.Person ? Person ?? Base : Base;

    /// <summary>The IANA zone of the person's clock, where Teams tells one that tzdb knows.</summary>
    public string? Zone
    {
        get
        {
            var client = Node.At("entities").Items().Where(entity => entity.Text("type") == "clientInfo").Select(entity => entity.Text("timezone"));
            return client.Prepend(Node.Text("localTimezone")).FirstOrDefault(zone => zone is { Length: <= 60 } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null);
        }
    }

    /// <summary>Reads what every activity has; null when it says neither whose nor where it is.</summary>
    public static TeamsActivity? Of(JsonElement node, Instant at)
    {
        var conversation = node.At("conversation");
        var tenant = conversation.Id("tenantId") ?? node.At("channelData").At("tenant").Id("id");
        if (tenant is not { Length: <= 70 } || conversation.Id("id") is not { } id || node.Text("serviceUrl") is not { } serviceUrl) return null;
        return new TeamsActivity(node, new Tenant($"{TeamsPlatform.DoorName}:{tenant}"), ScopeOf(node, conversation), id, serviceUrl, at);
    }

    /// <summary>The key by which a repeat of this activity is known. Teams repeats under the same ids.</summary>
    public string Key(string about = "") => KeyOf(Conversation, Id ?? Node.GetRawText(), about);

    /// <summary>A short key for these texts together.</summary>
    public static string KeyOf(params ReadOnlySpan<string> parts) =>
        "tm:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));

    /// <summary>Whether a text can be a message's id in a channel, which is a number.</summary>
    public static bool IsMessage(string? id) => id is { Length: > 0 and <= 20 } && id.All(char.IsAsciiDigit) && id.Any(digit => digit != '0');

    /// <summary>The conversation with its thread, as it is written in an address.</summary>
    public static string InThread(string conversation, string? thread) => IsMessage(thread) ? conversation + ThreadMark + thread : conversation;

    private static TeamsScope ScopeOf(JsonElement node, JsonElement? conversation) => conversation.Text("conversationType") switch
    {
        "personal" => TeamsScope.Person,
        "groupChat" => TeamsScope.Group,
        "channel" => TeamsScope.Channel,
        _ when node.At("channelData").At("team") is not null || conversation.Text("id")!.Contains(ThreadMark, StringComparison.OrdinalIgnoreCase) => TeamsScope.Channel,
        _ => conversation.Says("isGroup") ? TeamsScope.Group : TeamsScope.Person,
    };
}
