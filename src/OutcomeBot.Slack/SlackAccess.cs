using System.Collections.Immutable;
using System.Text.Json;

namespace OutcomeBot.Slack;

/// <summary>What an event says about where the app is installed. Slack sends several of them about one removal, in any order.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Workspace">The workspace; null when it happened to an organisation's installation.</param>
/// <param name="Organisation">The organisation; null for a workspace that is in none.</param>
/// <param name="Ids">The users whose tokens are gone, or the workspaces that were added or taken away.</param>
/// <param name="At">When; null when the event doesn't say.</param>
internal sealed record AccessChanged(AccessChange Kind, string? Workspace, string? Organisation, ImmutableArray<string> Ids, DateTimeOffset? At) : SlackRead
{
    /// <summary>The change that an event tells; null when it tells of something else.</summary>
    public static AccessChanged? Read(JsonElement root) => root.At("event") is not { } inner ? null : inner.Text("type") switch
    {
        "app_uninstalled" => Of(AccessChange.Removed, root, []),
        "tokens_revoked" => Of(AccessChange.TokensRevoked, root, Named(inner.At("tokens").At("bot"))),
        "team_access_granted" => Of(AccessChange.Granted, root, Named(inner.At("team_ids"))),
        "team_access_revoked" => Of(AccessChange.Revoked, root, Named(inner.At("team_ids"))),
        _ => null,
    };

    private static AccessChanged Of(AccessChange kind, JsonElement root, ImmutableArray<string> ids) =>
        new(kind, root.Id("team_id"), root.Id("enterprise_id"), ids, root.Moment("event_time")?.ToDateTimeOffset());

    private static ImmutableArray<string> Named(JsonElement? list) => [.. list.Items().Select(item => ((JsonElement?)item).Text()).Where(SlackIds.IsId).OfType<string>()];
}

/// <summary>What can happen to an installation.</summary>
internal enum AccessChange
{
    /// <summary>The app was removed.</summary>
    Removed,

    /// <summary>Tokens of users, the bot perhaps among them, were revoked.</summary>
    TokensRevoked,

    /// <summary>An organisation switched the app on for workspaces.</summary>
    Granted,

    /// <summary>An organisation switched the app off for workspaces.</summary>
    Revoked,
}
