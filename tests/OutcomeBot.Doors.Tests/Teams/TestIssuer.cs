using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Microsoft's sign-in, made here: metadata, keys and tokens on this machine, with a key of its own that can be changed.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string ClientId = "33333333-3333-4333-8333-333333333333";
    public const string Tenant = "11111111-2222-4333-8444-555555555555";

    private readonly WebApplication _app;
    private (string Id, RSA Rsa, string[] Endorsements) _key = ("first", RSA.Create(2048), ["msteams", "webchat"]);

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/metadata", () => Results.Json(new { issuer = Issuer, jwks_uri = Url + "/keys", id_token_signing_alg_values_supported = new[] { "RS256" } }));
        _app.MapGet("/keys", Keys);
        _app.MapPost("/token", GiveToken);
    }

    public string Url => _app.Urls.First();

    /// <summary>The forms by which the bot asked for its own token.</summary>
    public List<Dictionary<string, string>> Asked { get; } = [];

    /// <summary>How many seconds the bot's own tokens last.</summary>
    public int Lasts { get; set; } = 3600;

    public int KeyReads { get; private set; }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A new key in place of the one before; it speaks for these channels.</summary>
    public void Roll(string id, params string[] endorsements) => _key = (id, RSA.Create(2048), endorsements.Length == 0 ? ["msteams"] : endorsements);

    /// <summary>A token as Microsoft's service would send it, save for what a test changes.</summary>
    public string Token(string serviceUrl, DateTimeOffset now, Action<SecurityTokenDescriptor>? but = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            NotBefore = now.UtcDateTime.AddMinutes(-1),
            Expires = now.UtcDateTime.AddHours(1),
            IssuedAt = now.UtcDateTime.AddMinutes(-1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key.Rsa) { KeyId = _key.Id }, SecurityAlgorithms.RsaSha256),
        };
        but?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Keys()
    {
        KeyReads++;
        var rsa = _key.Rsa.ExportParameters(includePrivateParameters: false);
        var key = new { kty = "RSA", use = "sig", kid = _key.Id, n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent), endorsements = _key.Endorsements };
        return Results.Json(new { keys = new[] { key } });
    }

    private async Task<IResult> GiveToken(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        lock (Asked) Asked.Add(form);
        return Results.Json(new { token_type = "Bearer", expires_in = Lasts, access_token = "a-token-of-the-bot-" + Asked.Count.ToString(CultureInfo.InvariantCulture) });
    }
}
