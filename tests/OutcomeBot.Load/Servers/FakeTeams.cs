using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Servers;

/// <summary>Microsoft's sign-in and Teams' connector as far as the bot and its peer call them; it counts the cards that people would see.</summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    public const string ClientId = "33333333-3333-4333-8333-333333333333";
    private const string Service = "https://api.botframework.com";
    private const string KeyId = "load";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<int, int> _cards = new();
    private readonly WebApplication _app;
    private long _messages = 1_760_000_000_000;

    private FakeTeams(WebApplication app) => _app = app;

    public string Address => _app.Urls.First().TrimEnd('/');

    /// <summary>Where activities say that answers go.</summary>
    public string ServiceUrl => Address + "/load/";

    /// <summary>The settings of the bot for these servers.</summary>
    public (string Name, string Value)[] BotSettings =>
    [
        ("Teams__ClientId", ClientId), ("Teams__ClientSecret", "load"), ("Teams__TenantId", TeamsMix.Tenant(0)),
        ("Teams__AllowedTenants", string.Join(',', Enumerable.Range(0, TeamsMix.Tenants).Select(TeamsMix.Tenant))), ("Teams__AllowedServiceHosts", "127.0.0.1"),
        ("Teams__OpenIdMetadataUrl", Address + "/metadata"), ("Teams__TokenUrl", Address + "/token"), ("ASPNETCORE_ENVIRONMENT", "Development"),
    ];

    /// <summary>The settings of the peer.</summary>
    public (string Name, string Value)[] PeerSettings =>
        [("CLIENT_ID", ClientId), ("TENANT_ID", TeamsMix.Tenant(0)), ("AUTHORITY", Address), ("ISSUER", PeerIssuer)];

    /// <summary>What Microsoft's service proves itself with to the bot.</summary>
    public string BotToken => Token(Service);

    /// <summary>The same for the peer, whose keys would come from the internet for Microsoft's own name.</summary>
    public string PeerToken => Token(PeerIssuer);

    private string PeerIssuer => $"{Address}/{TeamsMix.Tenant(0)}/v2.0";

    public static async Task<FakeTeams> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var teams = new FakeTeams(builder.Build());
        teams._app.Run(teams.AnswerAsync);
        await teams._app.StartAsync(cancellationToken);
        return teams;
    }

    public int CardsOf(int question) => _cards.GetValueOrDefault(question);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await FakeSlack.BodyAsync(context);
        var answer = Encoding.UTF8.GetBytes(Answer(context.Request.Method, context.Request.Path.Value ?? "", body));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private string Answer(string method, string path, byte[] body) => (method, Path.GetFileName(path)) switch
    {
        (_, "metadata") => $$"""{"issuer":"{{Service}}","jwks_uri":"{{Address}}/keys","id_token_signing_alg_values_supported":["RS256"]}""",
        (_, "keys") => Keys(),
        (_, "token") => """{"access_token":"load","expires_in":3600,"token_type":"Bearer"}""",
        ("POST", "activities") => Posted(body),
        ("GET", var member) => $$"""{"id":"{{member}}","name":"Person","aadObjectId":"{{member}}"}""",
        _ => """{"id":"1"}""",
    };

    private string Posted(byte[] body)
    {
        if (Wall.QuestionIn(body) is { } question) _cards.AddOrUpdate(question, 1, static (_, count) => count + 1);
        return $$"""{"id":"{{Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture)}}"}""";
    }

    private string Keys()
    {
        var rsa = _key.ExportParameters(includePrivateParameters: false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","alg":"RS256","n":"{{Base64(rsa.Modulus)}}","e":"{{Base64(rsa.Exponent)}}","endorsements":["msteams"]}]}""";
    }

    private string Token(string issuer)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var head = JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT", kid = KeyId });
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { iss = issuer, aud = ClientId, nbf = now - 60, iat = now - 60, exp = now + 3600, serviceurl = ServiceUrl });
        var signed = $"{Base64(head)}.{Base64(claims)}";
        return $"{signed}.{Base64(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Base64(byte[]? bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
