using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Calls to Slack, each signed with the token of the workspace that it concerns, and of no other.</summary>
internal sealed class SlackClient(SlackHttp http, SlackInstallations installations, SlackRotation rotation)
{
    private static readonly SlackResult s_notInstalled = new(SlackOutcome.Refused, "not_installed");

    /// <summary>A method that takes JSON.</summary>
    public Task<SlackResult> CallAsync<T>(Tenant tenant, string method, T call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(tenant, tokens => http.Call(method, Json(call, type), tokens.Bearer), cancellationToken);

    /// <summary>A method that takes only a form: Slack's reading methods, and the first step of an upload.</summary>
    public Task<SlackResult> AskAsync(Tenant tenant, string method, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        SendAsync(tenant, tokens => http.Call(method, new FormUrlEncodedContent(fields), tokens.Bearer), cancellationToken);

    /// <summary>A note to a response_url, which needs no token. Refused when the address is not Slack's.</summary>
    public async Task<SlackResult> ReturnAsync(string address, ReturnCall call, CancellationToken cancellationToken)
    {
        if (!http.IsSlack(address, "hooks.slack.com", null, out var url)) return new SlackResult(SlackOutcome.Refused, "not_a_slack_address");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Json(call, SlackJson.Wire.ReturnCall) };
        return await http.DeliverAsync(request, cancellationToken);
    }

    /// <summary>The bytes of a file to the address that Slack gave for them.</summary>
    public async Task<SlackResult> UploadAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!http.IsSlack(address, "slack.com", ".slack.com", out var url)) return new SlackResult(SlackOutcome.Refused, "not_a_slack_address");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await http.DeliverAsync(request, cancellationToken);
    }

    /// <summary>A file's bytes, or null when it is not Slack's, too long, or not to be had.</summary>
    public async Task<byte[]?> DownloadAsync(Tenant tenant, string address, int longest, CancellationToken cancellationToken)
    {
        if (!http.IsSlack(address, "slack.com", ".slack.com", out var url) || await TokensAsync(tenant, cancellationToken) is not (_, { } tokens)) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = tokens.Bearer;
        return await http.FetchAsync(request, longest, cancellationToken);
    }

    /// <summary>Once; and once more where Slack did not take the token and there is a newer one.</summary>
    private async Task<SlackResult> SendAsync(Tenant tenant, Func<SlackTokens, HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        if (await TokensAsync(tenant, cancellationToken) is not ({ } installation, { } tokens)) return s_notInstalled;
        var result = await SendAsync(make, tokens, cancellationToken);
        if (!SlackErrors.IsAboutToken(result)) return result;
        if (await rotation.RefusedAsync(installation, tokens, result.Error, cancellationToken) is { } newer) return await SendAsync(make, newer, cancellationToken);
        return installation.Tokens?.Refresh is null ? result : new SlackResult(SlackOutcome.Unreachable, "token_not_renewed");
    }

    private async Task<SlackResult> SendAsync(Func<SlackTokens, HttpRequestMessage> make, SlackTokens tokens, CancellationToken cancellationToken)
    {
        using var request = make(tokens);
        return await http.SendAsync(request, cancellationToken);
    }

    private async ValueTask<(SlackInstallation? Installation, SlackTokens? Tokens)> TokensAsync(Tenant tenant, CancellationToken cancellationToken) =>
        await installations.OfAsync(tenant, cancellationToken) is { } installation ? (installation, await rotation.NowAsync(installation, cancellationToken)) : (null, null);

    private static ByteArrayContent Json<T>(T call, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }
}
