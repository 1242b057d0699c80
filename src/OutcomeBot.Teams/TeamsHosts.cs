using System.Net;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Teams;

/// <summary>
/// Where replies may go. A service address comes with each activity, so it could lead anywhere: only https on Microsoft's
/// hosts and on those that the settings add. This machine counts only when it was named, or when the door is open to it.
/// </summary>
internal sealed class TeamsHosts(IOptions<TeamsOptions> options)
{
    private readonly TeamsCloud _cloud = TeamsCloud.Of(options.Value.Cloud);

    /// <summary>Whether this is an address that replies may be sent to.</summary>
    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && serviceUrl!.Length <= 500 && (IsLoopback(url.Host) ? AllowsLoopback(url) : AllowsOutside(url));

    /// <summary>
    /// Whether the bot's own token may be sent there. To this machine it goes only when it came from this machine: then it
    /// is a test's, and no real one.
    /// </summary>
    public bool MayCarryToken(Uri url) => !string.IsNullOrWhiteSpace(options.Value.ClientId)
        && (IsLoopback(url.Host) ? AllowsLoopback(url) && IsLoopback(options.Value.Token.Host) : AllowsOutside(url));

    /// <summary>Whether a host is this machine, by number or by name.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private bool AllowsOutside(Uri url) => url is { Scheme: "https", IsDefaultPort: true }
        && (_cloud.ExactHosts.Concat(options.Value.MoreHosts).Contains(url.Host, StringComparer.OrdinalIgnoreCase)
            || _cloud.Domains.Any(domain => url.Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)));

    private bool AllowsLoopback(Uri url) => url.Scheme is "http" or "https"
        && (options.Value.AllowUnauthenticatedLoopback || options.Value.MoreHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase));
}
