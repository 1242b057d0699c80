using System.Diagnostics.CodeAnalysis;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>The shapes that Slack's ids have. What has another shape is treated as not given.</summary>
internal static class SlackIds
{
    private const int Longest = 60;

    /// <summary>Any id: letters, digits, and what joins them.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= Longest } && !text.AsSpan().ContainsAnyExcept(s_id);

    /// <summary>A user, as it may be written in a mention.</summary>
    public static bool IsUser(string? text) =>
        text is { Length: >= 4 and <= Longest } && text[0] is 'U' or 'W' && !text.AsSpan().ContainsAnyExcept(s_user);

    /// <summary>A message's time stamp, which is its id: 1595926230.009600.</summary>
    public static bool IsStamp([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 40 } && !text.AsSpan().ContainsAnyExcept(s_stamp);

    /// <summary>The tenant of a workspace, or of an organisation that installed the app as a whole.</summary>
    public static Tenant Tenant(string workspace) => new(SlackPlatform.DoorName + ":" + workspace);

    private static readonly System.Buffers.SearchValues<char> s_id =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static readonly System.Buffers.SearchValues<char> s_user = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly System.Buffers.SearchValues<char> s_stamp = System.Buffers.SearchValues.Create("0123456789.");
}
