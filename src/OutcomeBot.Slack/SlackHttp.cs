using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// Requests to Slack as they go over the wire, each once: whoever sends decides about another time, because only it knows
/// whether that would say something twice. What is secret goes to Slack's own hosts only, and no redirect is followed.
/// </summary>
internal sealed class SlackHttp(IHttpClientFactory factory, IOptions<SlackOptions> options)
{
    /// <summary>The name of the HTTP client, for its settings.</summary>
    public const string Name = "slack";

    /// <summary>No call may hold up the outbox for longer.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>No answer of the Web API is larger than what we ask for.</summary>
    private const int LongestAnswer = 4 * 1024 * 1024;

    private readonly Uri _base = options.Value.ApiBase;

    /// <summary>A call of a method of the Web API.</summary>
    public HttpRequestMessage Call(string method, HttpContent content, AuthenticationHeaderValue? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, method)) { Content = content };
        request.Headers.Authorization = signature;
        return request;
    }

    /// <summary>Sends a call of the Web API.</summary>
    public Task<SlackResult> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, (status, retryAfter, body) => SlackResult.Of(status, retryAfter, body), cancellationToken);

    /// <summary>Sends what is answered by a status alone.</summary>
    public Task<SlackResult> DeliverAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, (status, retryAfter, _) => AnyAnswer(status, retryAfter), cancellationToken);

    /// <summary>A file's bytes, or null when it is too long or not to be had.</summary>
    public async Task<byte[]?> FetchAsync(HttpRequestMessage request, int longest, CancellationToken cancellationToken)
    {
        await using var patience = new Patience(s_patience, cancellationToken);
        try
        {
            using var response = await factory.CreateClient(Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            // Without the right to read files Slack answers 200 with its sign-in page.
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType == "text/html") return null;
            return await ReadAsync(response.Content, longest, patience.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || IsTimeout(exception, cancellationToken))
        {
            return null;
        }
    }

    /// <summary>Whether an address is at this host of Slack's, or below that one, or where the Web API is.</summary>
    public bool IsSlack(string address, string host, string? suffix, out Uri url) =>
        Uri.TryCreate(address, UriKind.Absolute, out url!)
        && ((url.Authority == _base.Authority && url.Scheme == _base.Scheme)
            || (url.Scheme == "https" && url.IsDefaultPort && url.UserInfo.Length == 0
                && (url.Host == host || (suffix is not null && url.Host.EndsWith(suffix, StringComparison.Ordinal)))));

    private static SlackResult AnyAnswer(int status, TimeSpan? retryAfter) => status switch
    {
        >= 200 and < 300 => new SlackResult(SlackOutcome.Fine),
        429 => new SlackResult(SlackOutcome.Limited, "ratelimited", retryAfter),
        >= 500 => new SlackResult(SlackOutcome.Broken, $"http_{status}"),
        _ => new SlackResult(SlackOutcome.Refused, $"http_{status}"),
    };

    private async Task<SlackResult> SendAsync(HttpRequestMessage request, Func<int, TimeSpan?, byte[], SlackResult> read, CancellationToken cancellationToken)
    {
        await using var patience = new Patience(s_patience, cancellationToken);
        try
        {
            using var response = await factory.CreateClient(Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var body = await ReadAsync(response.Content, LongestAnswer, patience.Token) ?? [];
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

    private static bool IsTimeout(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;

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
