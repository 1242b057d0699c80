using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.Api;

/// <summary>A program that was let in: its workspace, and the token it showed.</summary>
internal sealed record Caller(Tenant Tenant, Token Token);

/// <summary>Lets in whoever shows a token that works. The token is compared by its hash, which is all that is kept of it.</summary>
internal sealed class ApiGate(IJournal journal)
{
    /// <summary>Whom the request is from; null when it shows no token that works.</summary>
    public async ValueTask<Caller?> OpenAsync(HttpContext context)
    {
        if (TokenOf(context) is not { } text || Tokens.TenantOf(text) is not { } tenant) return null;
        var page = await journal.OpenAsync(new Subject(tenant, MetricName.Practice, Tokens.Id), context.RequestAborted);
        return page?.State is Tokens tokens && tokens.Of(text) is { } token ? new Caller(tenant, token) : null;
    }

    /// <summary>Under which name requests are counted: the token where there is one, else where they come from.</summary>
    public static string Caller(HttpContext context) => TokenOf(context) is { } text
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        : context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string? TokenOf(HttpContext context) =>
        AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header) && header is { Scheme: "Bearer", Parameter: { Length: > 0 and < 400 } text } ? text : null;
}
