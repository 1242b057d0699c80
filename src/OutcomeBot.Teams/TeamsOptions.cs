namespace OutcomeBot.Teams;

/// <summary>The settings under <c>Teams</c>. The door is open when the client id is set, or when it is opened to a client on this machine.</summary>
public sealed class TeamsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Teams";

    /// <summary>The app registration's Application (client) ID; it is the bot's id too.</summary>
    public string? ClientId { get; set; }

    /// <summary>A client secret of that app registration.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The Microsoft 365 tenant that the app registration is single-tenant in. Left empty only for older multi-tenant bots.</summary>
    public string? TenantId { get; set; }

    /// <summary>Tenants whose people may use the bot, parted by commas; left empty, it is the tenant of the app registration alone.</summary>
    public string AllowedTenants { get; set; } = "";

    /// <summary>Which Microsoft cloud: Public, Gcc, UsGovernment, Dod or China.</summary>
    public TeamsCloudName Cloud { get; set; } = TeamsCloudName.Public;

    /// <summary>Where the keys are published that sign requests; left empty, it is the cloud's own.</summary>
    public string OpenIdMetadataUrl { get; set; } = "";

    /// <summary>Where the bot gets its own tokens; left empty, it is the cloud's own.</summary>
    public string TokenUrl { get; set; } = "";

    /// <summary>Hosts that replies may be sent to besides Microsoft's, parted by commas.</summary>
    public string AllowedServiceHosts { get; set; } = "";

    /// <summary>Where the bot is reached from outside, such as https://bot.example.com/: pictures and files are fetched there. Without it they are told in words.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// Notes for one person stand in the channel or chat that they are about, where nobody else sees them, and people can write
    /// to the bot there unseen. A preview of Teams: tenants outside it refuse such messages.
    /// </summary>
    public bool TargetedMessages { get; set; }

    /// <summary>Opens the door without any sign-in to a client on this machine, in Development only.</summary>
    public bool AllowUnauthenticatedLoopback { get; set; }

    /// <summary>Whether the bot talks to Teams at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(ClientId) || AllowUnauthenticatedLoopback;

    /// <summary>The tenants whose people may use the bot.</summary>
    internal IReadOnlyList<string> Tenants => Split(AllowedTenants) is { Length: > 0 } named ? named : Split(TenantId);

    /// <summary>The hosts that the settings add.</summary>
    internal IReadOnlyList<string> MoreHosts => Split(AllowedServiceHosts);

    /// <summary>Where the signing keys are described.</summary>
    internal Uri Metadata => new(Or(OpenIdMetadataUrl, TeamsCloud.Of(Cloud).Metadata));

    /// <summary>Where tokens come from: the own tenant's address, or the shared one of multi-tenant bots.</summary>
    internal Uri Token => new(Or(TokenUrl, TeamsCloud.Of(Cloud).TokenOf(TenantId)));

    /// <summary>The public address with the slash at its end; null when there is none.</summary>
    internal Uri? Public => string.IsNullOrWhiteSpace(PublicUrl) ? null : new Uri(PublicUrl.EndsWith('/') ? PublicUrl : PublicUrl + "/");

    private static string Or(string set, string own) => string.IsNullOrWhiteSpace(set) ? own : set;

    private static string[] Split(string? list) =>
        list?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
