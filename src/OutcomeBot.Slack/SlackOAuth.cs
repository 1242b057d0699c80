using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>Slack's OAuth, version 2: where people agree to an installation, and where a code or a refresh token becomes tokens.</summary>
internal sealed class SlackOAuth(SlackHttp http, IOptions<SlackOptions> options, TimeProvider time)
{
    private const string Method = "oauth.v2.access";
    private const int LongestToken = 2_000;

    /// <summary>Where people agree, with the state that comes back with them.</summary>
    public Uri ConsentUrl(string state)
    {
        var query = new QueryBuilder
        {
            { "client_id", options.Value.ClientId!.Trim() },
            { "scope", string.Join(',', SlackRights.Scopes(SlackShape.Of(options.Value))) },
            { "state", state },
            { "redirect_uri", RedirectUrl },
        };
        return new Uri(options.Value.ApiBase, "/oauth/v2/authorize" + query);
    }

    /// <summary>What a code stands for.</summary>
    public Task<SlackResult> RedeemAsync(string code, CancellationToken cancellationToken) =>
        SendAsync([new("code", code), new("redirect_uri", RedirectUrl)], cancellationToken);

    /// <summary>The next pair of tokens for a refresh token, which is spent by it.</summary>
    public Task<SlackResult> RenewAsync(string refresh, CancellationToken cancellationToken) =>
        SendAsync([new("grant_type", "refresh_token"), new("refresh_token", refresh)], cancellationToken);

    /// <summary>Gives a token back: Slack takes it from nobody any more.</summary>
    public async Task<SlackResult> RevokeAsync(SlackTokens tokens, CancellationToken cancellationToken)
    {
        using var request = http.Call("auth.revoke", new FormUrlEncodedContent([]), tokens.Bearer);
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>The tokens in an answer; null when it holds none for a bot.</summary>
    public SlackTokens? TokensIn(JsonElement? answer) =>
        answer.Text("token_type") == "bot" && Token(answer, "access_token") is { } access
            ? new SlackTokens(access, Token(answer, "refresh_token"), Until(answer))
            : null;

    private string RedirectUrl => new Uri(options.Value.Public!, SlackInstallEndpoints.CallbackPath).ToString(); // Checked at the start: there is one.

    private async Task<SlackResult> SendAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        // In a header, as Slack prefers it: what stands in a form may end up in somebody's log.
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.ClientId!.Trim()}:{options.Value.ClientSecret!.Trim()}"));
        using var request = http.Call(Method, new FormUrlEncodedContent(fields), new AuthenticationHeaderValue("Basic", client));
        return await http.SendAsync(request, cancellationToken);
    }

    private static string? Token(JsonElement? answer, string name) =>
        answer.Text(name) is { Length: > 0 and <= LongestToken } token && token.All(letter => letter is > ' ' and <= '~') ? token : null;

    private DateTimeOffset? Until(JsonElement? answer) =>
        answer.At("expires_in") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var seconds) ? time.GetUtcNow().AddSeconds(seconds) : null;
}
