using System.Net.Http.Headers;

namespace OutcomeBot.Slack;

/// <summary>The tokens of an installation. No record, so that no text of it, in a log or an error, can hold them.</summary>
internal sealed class SlackTokens(string access, string? refresh, DateTimeOffset? until)
{
    /// <summary>Slack's own libraries renew so early: an access token lives for twelve hours.</summary>
    private static readonly TimeSpan s_early = TimeSpan.FromHours(2);

    /// <summary>Shorter than this it may end while a call is on its way.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    /// <summary>How calls are signed.</summary>
    public AuthenticationHeaderValue Bearer { get; } = new("Bearer", access);

    /// <summary>The access token.</summary>
    public string Access => access;

    /// <summary>What the next pair is got with, once; null when the app does not rotate its tokens.</summary>
    public string? Refresh => refresh;

    /// <summary>When the access token ends; null for never.</summary>
    public DateTimeOffset? Until => until;

    /// <summary>Whether the next pair is to be got.</summary>
    public bool IsDue(DateTimeOffset now) => refresh is not null && until - s_early <= now;

    /// <summary>Whether calls may still be signed with it while the next pair is being got.</summary>
    public bool HoldsFor(DateTimeOffset now) => until is null || until - s_margin > now;
}
