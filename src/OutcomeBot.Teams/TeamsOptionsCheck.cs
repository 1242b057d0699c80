using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Teams;

/// <summary>What keeps the door from opening, each in a sentence that names the key. Without an environment it is taken for a production one.</summary>
internal sealed class TeamsOptionsCheck(IConfiguration configuration, IHostEnvironment? environment = null) : IValidateOptions<TeamsOptions>
{
    private bool IsDevelopment => environment?.IsDevelopment() == true;

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrongs = (string[])[.. Credentials(options), .. Addresses(options), .. Targets(options), .. Loopback(options)];
        return wrongs.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    private static IEnumerable<string> Credentials(TeamsOptions options)
    {
        var (hasId, hasSecret) = (!string.IsNullOrWhiteSpace(options.ClientId), !string.IsNullOrWhiteSpace(options.ClientSecret));
        if (hasSecret && !hasId)
            yield return "Teams:ClientId is missing although Teams:ClientSecret is set. Copy the Application (client) ID of your app registration, or remove both to run without Teams.";
        if (hasId && !hasSecret)
            yield return "Teams:ClientSecret is missing although Teams:ClientId is set. Make one under Certificates & secrets of your app registration, or remove both to run without Teams.";
        if (hasId && options.Tenants.Count == 0)
            yield return "Teams:TenantId is missing although Teams:ClientId is set. Copy the Directory (tenant) ID of your app registration; only an older multi-tenant bot leaves it empty and names its tenants in Teams:AllowedTenants.";
        if (options.Tenants.Any(tenant => tenant.Length > 70))
            yield return "Teams:AllowedTenants or Teams:TenantId holds something that is no tenant id. Part several ids by commas.";
    }

    private IEnumerable<string> Addresses(TeamsOptions options)
    {
        foreach (var (key, url) in new[] { ("Teams:OpenIdMetadataUrl", options.OpenIdMetadataUrl), ("Teams:TokenUrl", options.TokenUrl) })
            if (!string.IsNullOrWhiteSpace(url) && WrongAuthority(url) is { } wrong)
                yield return $"{key} {wrong} Leave it empty to use your cloud's own address.";
        foreach (var host in options.MoreHosts)
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown || (!IsDevelopment && TeamsHosts.IsLoopback(host)))
                yield return $"Teams:AllowedServiceHosts names {host}, which {(TeamsHosts.IsLoopback(host) ? "is this machine; that is accepted in Development only." : "is no host name. Write hosts such as smba.example.com, parted by commas.")}";
        if (!string.IsNullOrWhiteSpace(options.PublicUrl) && !IsPublic(options.PublicUrl))
            yield return "Teams:PublicUrl is not a public web address. Write one such as https://bot.example.com/, or leave it empty; Teams then tells pictures in words.";
    }

    /// <summary>A service that doesn't know them could show a note to everybody; that Microsoft's own clouds for governments and in China know them is nowhere written.</summary>
    private static IEnumerable<string> Targets(TeamsOptions options)
    {
        if (options is { TargetedMessages: true, Cloud: not TeamsCloudName.Public })
            yield return $"Teams:TargetedMessages is on, and Teams:Cloud is {options.Cloud}: targeted messages are a preview of the public cloud. Remove it; notes then go to each person's own chat with the bot.";
    }

    private string? WrongAuthority(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) return "is not a web address.";
        if (IsDevelopment && TeamsHosts.IsLoopback(url.Host)) return null;
        if (url.Scheme != "https") return "is not https, and what comes from it decides who is let in.";
        return TeamsCloud.Authorities.Contains(url.Host, StringComparer.OrdinalIgnoreCase) ? null : "is not on a host of Microsoft's sign-in.";
    }

    private bool IsPublic(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Query.Length == 0
        && (url.Scheme == "https" || (IsDevelopment && url.Scheme == "http" && TeamsHosts.IsLoopback(url.Host)));

    private IEnumerable<string> Loopback(TeamsOptions options)
    {
        if (!options.AllowUnauthenticatedLoopback) yield break;
        const string key = "Teams:AllowUnauthenticatedLoopback lets anybody in who reaches this port";
        if (!IsDevelopment)
            yield return $"{key}, so it is accepted in the Development environment only. Remove it, or set ASPNETCORE_ENVIRONMENT to Development.";
        if (!string.IsNullOrWhiteSpace(options.ClientId) || !string.IsNullOrWhiteSpace(options.ClientSecret))
            yield return $"{key}, so it is not accepted together with Teams:ClientId or Teams:ClientSecret. Remove the one or the other.";
        if (Bound().FirstOrDefault(address => !IsLoopbackAddress(address)) is { } open)
            yield return $"{key}, and {open} can be reached by others. Listen on http://127.0.0.1:5080 only, or remove it.";
    }

    /// <summary>The addresses that the settings ask for; none means the default, which is this machine only.</summary>
    private IEnumerable<string> Bound() =>
    [
        .. Split(configuration["urls"]),
        .. Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(port => $"http://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    private static bool IsLoopbackAddress(string address) =>
        Uri.TryCreate(address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && TeamsHosts.IsLoopback(url.Host);

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
