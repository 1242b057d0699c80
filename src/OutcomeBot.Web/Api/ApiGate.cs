using System.Net.Http.Headers;
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

    /// <summary>Under which name requests are counted: the token once it was found to work, else where they come from. Guessing tokens is slow, however many are tried.</summary>
    public static string CountedAs(HttpContext context) => context.Features.Get<Caller>() is { } caller
        ? $"token {caller.Tenant} {caller.Token.Id}"
        : $"address {context.Connection.RemoteIpAddress}";

    private static string? TokenOf(HttpContext context) =>
        AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header) && header is { Scheme: "Bearer", Parameter: { Length: > 0 and < 400 } text } ? text : null;
}
