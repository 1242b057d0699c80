using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>
/// Calls to Slack, each once: whoever sends decides about another time, because only it knows whether that would say
/// something twice. The token goes to Slack's own hosts only, and no redirect is followed.
/// </summary>
internal sealed class SlackClient(IHttpClientFactory factory, IOptions<SlackOptions> options)
{
    /// <summary>The name of the HTTP client, for its settings.</summary>
    public const string HttpName = "slack";

    /// <summary>No answer of the Web API is larger than what we ask for.</summary>
    private const int LongestAnswer = 4 * 1024 * 1024;

    private readonly Uri _base = options.Value.ApiBase;

    /// <summary>A method that takes JSON.</summary>
    public async Task<SlackResult> CallAsync<T>(string method, T call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, method)) { Content = Json(call, type) };
        return await SendAsync(Signed(request), cancellationToken);
    }

    /// <summary>A method that takes only a form: Slack's reading methods, and the first step of an upload.</summary>
    public async Task<SlackResult> AskAsync(string method, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, method)) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(Signed(request), cancellationToken);
    }

    /// <summary>Asks for the address of a socket, which takes the app's own token and not a workspace's.</summary>
    public async Task<SlackResult> OpenSocketAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, "apps.connections.open")) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AppToken?.Trim());
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>A note to a response_url, which needs no token. Refused when the address is not Slack's.</summary>
    public async Task<SlackResult> ReturnAsync(string address, ReturnCall call, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsHost(url, "hooks.slack.com")) return new SlackResult(SlackOutcome.Refused, "not_a_slack_address");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Json(call, SlackJson.Wire.ReturnCall) };
        return await SendAsync(request, AnyAnswer, cancellationToken);
    }

    /// <summary>The bytes of a file to the address that Slack gave for them.</summary>
    public async Task<SlackResult> UploadAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsHost(url, "slack.com", ".slack.com")) return new SlackResult(SlackOutcome.Refused, "not_a_slack_address");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await SendAsync(request, AnyAnswer, cancellationToken);
    }

    /// <summary>A file's bytes, or null when it is not Slack's, too long, or not to be had.</summary>
    public async Task<byte[]?> DownloadAsync(string address, int longest, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsHost(url, "slack.com", ".slack.com")) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        try
        {
            using var response = await factory.CreateClient(HttpName).SendAsync(Signed(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // Without the right to read files Slack answers 200 with its sign-in page.
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType == "text/html") return null;
            return await ReadAsync(response.Content, longest, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || IsTimeout(exception, cancellationToken))
        {
            return null;
        }
    }

    private static SlackResult AnyAnswer(int status, TimeSpan? retryAfter, byte[] body) => status switch
    {
        >= 200 and < 300 => new SlackResult(SlackOutcome.Fine),
        429 => new SlackResult(SlackOutcome.Limited, "ratelimited", retryAfter),
        >= 500 => new SlackResult(SlackOutcome.Broken, $"http_{status}"),
        _ => new SlackResult(SlackOutcome.Refused, $"http_{status}"),
    };

    private Task<SlackResult> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, (status, retryAfter, body) => SlackResult.Of(status, retryAfter, body), cancellationToken);

    private async Task<SlackResult> SendAsync(HttpRequestMessage request, Func<int, TimeSpan?, byte[], SlackResult> read, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await factory.CreateClient(HttpName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await ReadAsync(response.Content, LongestAnswer, cancellationToken) ?? [];
            return read((int)response.StatusCode, response.Headers.RetryAfter?.Delta, body);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new SlackResult(SlackOutcome.Unreachable, "no_connection");
        }
        catch (Exception exception) when (IsTimeout(exception, cancellationToken))
        {
            return new SlackResult(SlackOutcome.Unreachable, "no_answer_in_time");
        }
    }

    private HttpRequestMessage Signed(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken?.Trim());
        return request;
    }

    private bool IsHost(Uri url, string host, string? suffix = null) =>
        url.Authority == _base.Authority && url.Scheme == _base.Scheme
        || (url.Scheme == "https" && url.IsDefaultPort && url.UserInfo.Length == 0
            && (url.Host == host || (suffix is not null && url.Host.EndsWith(suffix, StringComparison.Ordinal))));

    private static bool IsTimeout(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static ByteArrayContent Json<T>(T call, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, int longest, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > longest) return null;
        using var bytes = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (bytes.Length + count > longest) return null;
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }
}
