using System.Collections.Immutable;

namespace OutcomeBot.Slack;

/// <summary>
/// What the door hears of and calls, with the rights that Slack asks for each, so that the manifest asks for these and no others.
/// Source: "Required scopes" on the pages of https://docs.slack.dev/reference/events and https://docs.slack.dev/reference/methods.
/// </summary>
internal static class SlackRights
{
    private static readonly ImmutableArray<string> s_history = ["channels:history", "groups:history", "im:history"];

    /// <summary>The events that the door takes, by the names under which they are subscribed.</summary>
    public static ImmutableArray<SlackNeed> Events { get; } =
    [
        new("app_home_opened"),
        new("app_mention", "app_mentions:read"),
        new("app_uninstalled"),
        new("channel_archive", "channels:read"),
        new("channel_deleted", "channels:read"),
        new("channel_id_changed", "channels:read", "groups:read"),
        new("channel_left", "channels:read"),
        new("channel_unarchive", "channels:read"),
        new("group_archive", "groups:read"),
        new("group_deleted", "groups:read"),
        new("group_left", "groups:read"),
        new("group_unarchive", "groups:read"),
        new("link_shared", "links:read") { IsAboutPages = true },
        new("member_joined_channel", "channels:read", "groups:read"),
        new("message.channels", "channels:history") { ReadsConversations = true },
        new("message.groups", "groups:history") { ReadsConversations = true },
        new("message.im", "im:history") { ReadsConversations = true },
        new("team_access_granted"),
        new("team_access_revoked"),
        new("tokens_revoked"),
        new("user_change", "users:read"),
    ];

    /// <summary>The methods that the door calls. History is read after a crash only; where it may not be, something may be said twice.</summary>
    public static ImmutableArray<SlackNeed> Methods { get; } =
    [
        new("apps.connections.open"),
        new("auth.revoke"),
        new("auth.test"),
        new("chat.postEphemeral", "chat:write"),
        new("chat.postMessage", "chat:write"),
        new("chat.unfurl", "links:write") { IsAboutPages = true },
        new("chat.update", "chat:write"),
        new("conversations.history", s_history) { ReadsConversations = true },
        new("conversations.open", "im:write"),
        new("conversations.replies", s_history) { ReadsConversations = true },
        new("files.completeUploadExternal", "files:write"),
        new("files.getUploadURLExternal", "files:write"),
        new("files.info", "files:read"),
        new("oauth.v2.access"),
        new("users.info", "users:read"),
        new("views.open"),
        new("views.publish"),
        new("views.update"),
    ];

    /// <summary>What is neither: the slash command and shortcuts, and the text files that people put into forms.</summary>
    private static ImmutableArray<SlackNeed> Others { get; } = [new("commands and shortcuts", "commands"), new("downloads", "files:read")];

    /// <summary>The events to subscribe.</summary>
    public static IEnumerable<string> Subscribed(SlackShape shape) => Granted(Events, shape).Select(need => need.Name);

    /// <summary>The rights to ask for, in the order of the alphabet.</summary>
    public static IEnumerable<string> Scopes(SlackShape shape) =>
        Granted([.. Events, .. Methods, .. Others], shape).SelectMany(need => need.Scopes).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<SlackNeed> Granted(IEnumerable<SlackNeed> needs, SlackShape shape) =>
        needs.Where(need => (shape.ReadsThreads || !need.ReadsConversations) && (shape.HasPages || !need.IsAboutPages));
}

/// <summary>An event or method by its name, with the rights that it takes.</summary>
internal sealed record SlackNeed(string Name, params ImmutableArray<string> Scopes)
{
    /// <summary>Whether it reads what people type to one another, which a workspace may refuse.</summary>
    public bool ReadsConversations { get; init; }

    /// <summary>Whether it is about links to the bot's own pages, which need a public address.</summary>
    public bool IsAboutPages { get; init; }
}
