using System.Collections.Immutable;

namespace OutcomeBot.Teams;

/// <summary>A cloud that Microsoft runs Teams in.</summary>
public enum TeamsCloudName
{
    Public,
    Gcc,
    UsGovernment,
    Dod,
    China,
}

/// <summary>
/// The addresses of a cloud, as Microsoft's SDKs hold them (botbuilder-dotnet GovernmentAuthenticationConstants.cs and
/// AuthenticationConstants.cs; Agents-for-net OutboundHostValidator.cs).
/// </summary>
internal sealed record TeamsCloud(string Issuer, string Metadata, string Authority, string SharedTenant, string Scope, string ServiceUrl)
{
    /// <summary>Hosts that count as they are, not those below them: trafficmanager.net is rented to anybody.</summary>
    public ImmutableArray<string> ExactHosts { get; init; } = [];

    /// <summary>Domains that count with all hosts below them.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    private static readonly TeamsCloud s_public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com/.default",
        "https://smba.trafficmanager.net/teams/")
    {
        ExactHosts = ["smba.trafficmanager.net"],
        Domains = ["botframework.com", "teams.microsoft.com"],
    };

    private static readonly TeamsCloud s_usGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        "https://smba.infra.gov.teams.microsoft.us/teams/")
    {
        Domains = ["botframework.us", "botframework.azure.us", "teams.microsoft.us"],
    };

    private static readonly TeamsCloud s_china = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn",
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        "https://api.botframework.azure.cn/teams/")
    {
        Domains = ["botframework.azure.cn", "teams.microsoftonline.cn"],
    };

    /// <summary>The hosts that metadata and tokens are fetched from in any cloud.</summary>
    public static ImmutableArray<string> Authorities { get; } =
    [
        .. new[] { s_public, s_usGovernment, s_china }.SelectMany(cloud => new[] { new Uri(cloud.Metadata).Host, new Uri(cloud.Authority).Host }),
    ];

    /// <summary>The cloud of this name.</summary>
    public static TeamsCloud Of(TeamsCloudName name) => name switch
    {
        TeamsCloudName.Public => s_public,
        TeamsCloudName.Gcc => s_public with { ServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams/" },
        TeamsCloudName.UsGovernment => s_usGovernment,
        TeamsCloudName.Dod => s_usGovernment with { ServiceUrl = "https://smba.infra.dod.teams.microsoft.us/teams/" },
        TeamsCloudName.China => s_china,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Where the bot of this tenant gets its tokens.</summary>
    public string TokenOf(string? tenant) =>
        $"{Authority}/{Uri.EscapeDataString(string.IsNullOrWhiteSpace(tenant) ? SharedTenant : tenant.Trim())}/oauth2/v2.0/token";
}
