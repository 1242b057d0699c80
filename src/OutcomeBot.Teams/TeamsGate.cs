using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OutcomeBot.Teams;

/// <summary>
/// Lets through what Microsoft's bot service signed for this bot, from a tenant that may use it, and nothing else. The checks
/// are those of botbuilder-dotnet (ParameterizedBotFrameworkAuthentication.cs, JwtTokenExtractor.cs) for requests of the service
/// itself: tokens of the emulator, of skills and of other agents are not accepted.
/// </summary>
internal sealed class TeamsGate(IOptions<TeamsOptions> options, TeamsKeys keys, TeamsHosts hosts, TimeProvider time)
{
    public const string Channel = "msteams";

    private const string Scheme = "Bearer ";

    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(5);
    private static readonly string[] s_algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly string[] s_forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>What the request proves by its head; null when it proves nothing.</summary>
    public async Task<TeamsProof?> ProofAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (options.Value.AllowUnauthenticatedLoopback) return IsFromThisMachine(context) ? new FromThisMachine() : null;
        if (context.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        return await SignedAsync(header[Scheme.Length..].Trim(), cancellationToken);
    }

    /// <summary>Whether the proof is about this activity: the channel, the address for replies, and the tenant.</summary>
    public bool Covers(TeamsProof proof, JsonElement activity)
    {
        var (channel, serviceUrl) = (activity.Text("channelId"), activity.Text("serviceUrl"));
        if (channel != Channel || !hosts.Allows(serviceUrl)) return false;
        return proof switch
        {
            FromThisMachine => TeamsHosts.IsLoopback(new Uri(serviceUrl!).Host),
            Signed signed => signed.Endorsements.Contains(channel) && IsSame(signed.ServiceUrl, serviceUrl!) && IsAllowed(activity),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Signed?> SignedAsync(string token, CancellationToken cancellationToken)
    {
        var known = await keys.NowAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, Parameters(known));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // A new key that we have not seen: Microsoft changes them without telling.
            known = await keys.RenewedAsync(known, cancellationToken);
            result = await _handler.ValidateTokenAsync(token, Parameters(known));
        }

        if (!result.IsValid || !result.Claims.TryGetValue("serviceurl", out var serviceUrl) || serviceUrl is not string { Length: > 0 } address) return null;
        return new Signed(address, Endorsements(known, ((JsonWebToken)result.SecurityToken).Kid));
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = TeamsCloud.Of(options.Value.Cloud).Issuer,
        ValidAudience = options.Value.ClientId!.Trim(), // Without a client id the door is open to this machine only, and no token is read.
        ValidAlgorithms = s_algorithms,
        IssuerSigningKeys = known.SigningKeys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + s_skew && (from is not { } start || now >= start - s_skew);
    }

    /// <summary>The channels that a key may speak for; a key without any speaks for none.</summary>
    private static ImmutableArray<string> Endorsements(OpenIdConnectConfiguration known, string kid)
    {
        var key = known.JsonWebKeySet.Keys.FirstOrDefault(key => key.Kid == kid);
        if (key is null || !key.AdditionalData.TryGetValue("endorsements", out var found)) return [];
        return found switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
            IEnumerable<object> list => [.. list.OfType<string>()],
            _ => [],
        };
    }

    /// <summary>Both places that name the tenant must name one that may use the bot.</summary>
    private bool IsAllowed(JsonElement activity)
    {
        string?[] named = [activity.At("channelData").At("tenant").Text("id"), activity.At("conversation").Text("tenantId")];
        var tenants = named.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return tenants is [var tenant] && options.Value.Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
        && TeamsHosts.IsLoopback(context.Request.Host.Host)
        && !s_forwarding.Any(context.Request.Headers.ContainsKey);
}
