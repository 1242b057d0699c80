using System.Collections.Immutable;

namespace OutcomeBot.Slack;

/// <summary>The rights that an installation asks for: those of the manifest.</summary>
internal static class SlackScopes
{
    public static ImmutableArray<string> Bot { get; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read", "files:write",
        "groups:history", "groups:read", "im:history", "im:write", "users:read",
    ];
}
