using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// The end of an address that Teams fetches from: whose it is, a token that nobody guesses, and which picture of several. The
/// tenant's own id is no secret; it says where to look.
/// </summary>
internal sealed partial record TeamsShownPath(Tenant Tenant, string Token, int Page)
{
    /// <summary>A tenant's id at Microsoft is no longer than this.</summary>
    private const int LongestTenant = 70;

    /// <summary>Reads it; null when it has not the shape of one of ours, so that who guesses costs nothing.</summary>
    public static TeamsShownPath? Of(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } parts || !Base64Url.IsValid(parts.Groups["tenant"].ValueSpan, out var length) || length is 0 or > LongestTenant) return null;
        var workspace = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts.Groups["tenant"].ValueSpan));
        var page = parts.Groups["page"] is { Success: true } given ? int.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : 1;
        return new TeamsShownPath(new Tenant($"{TeamsPlatform.DoorName}:{workspace}"), parts.Groups["token"].Value, page);
    }

    public override string ToString() =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Tenant.Workspace))}/{Token}{(Page == 1 ? "" : "-" + Page.ToString(CultureInfo.InvariantCulture))}";

    [GeneratedRegex(@"\A(?<tenant>[A-Za-z0-9_-]{1,100})/(?<token>[0-9a-f]{40})(-(?<page>[1-9][0-9]?))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>Where something of a tenant stands for Teams to fetch.</summary>
internal sealed record TeamsShownAddress(Uri Root, Tenant Tenant, string Token)
{
    /// <summary>Everything that is fetched stands below this.</summary>
    public const string Path = "teams/shown/";

    /// <summary>The whole address of a page, counted from 1.</summary>
    public Uri Url(int page = 1) => new(Root, Path + new TeamsShownPath(Tenant, Token, page));
}
