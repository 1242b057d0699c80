using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// Calls to Teams' connector, each once: whoever sends decides about another time, because only it knows whether that would
/// say something twice. The token goes to Microsoft's hosts only, and no redirect is followed.
/// </summary>
internal sealed class TeamsClient(IHttpClientFactory factory, TeamsTokens tokens, TeamsHosts hosts)
{
    /// <summary>The name of the HTTP client, for its settings.</summary>
    public const string HttpName = "teams";

    /// <summary>No call may hold up the outbox for longer.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);

    private const int LongestAnswer = 1024 * 1024;

    /// <summary>
    /// Posts a message. In Teams the conversation decides the thread, not the activity that is answered (botframework-sdk#6626).
    /// One that has a recipient is posted as such, or everybody would see it.
    /// </summary>
    public Task<TeamsResult> PostAsync(string serviceUrl, string conversation, ActivityCall call, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, new Uri(Url(serviceUrl, "v3", "conversations", conversation, "activities"), call.Recipient is null ? "" : "?isTargetedActivity=true"), Json(call, TeamsJson.Wire.ActivityCall), cancellationToken);

    /// <summary>Changes a message in place.</summary>
    public Task<TeamsResult> PutAsync(string serviceUrl, string conversation, string message, ActivityCall call, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, Url(serviceUrl, "v3", "conversations", conversation, "activities", message), Json(call, TeamsJson.Wire.ActivityCall), cancellationToken);

    /// <summary>Begins the conversation with one person, or finds it: Teams gives the same one every time.</summary>
    public Task<TeamsResult> CreateAsync(string serviceUrl, CreateCall call, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Url(serviceUrl, "v3", "conversations"), Json(call, TeamsJson.Wire.CreateCall), cancellationToken);

    /// <summary>A member of a conversation, by either of their ids.</summary>
    public Task<TeamsResult> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, Url(serviceUrl, "v3", "conversations", conversation, "members", member), null, cancellationToken);

    private static Uri Url(string serviceUrl, params ReadOnlySpan<string> path)
    {
        var url = new System.Text.StringBuilder(serviceUrl.TrimEnd('/'));
        foreach (var part in path) url.Append('/').Append(Uri.EscapeDataString(part));
        return new Uri(url.ToString());
    }

    private async Task<TeamsResult> SendAsync(HttpMethod method, Uri url, HttpContent? content, CancellationToken cancellationToken)
    {
        // What is stored was allowed when it came; the settings may have changed since.
        if (!hosts.Allows(url.GetLeftPart(UriPartial.Authority))) return new TeamsResult(TeamsOutcome.Refused, "HostNotAllowed");
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (hosts.MayCarryToken(url))
        {
            if (await tokens.NowAsync(cancellationToken) is not { } token) return new TeamsResult(TeamsOutcome.Unsent, "NoToken");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        var result = await AnsweredAsync(request, cancellationToken);
        if (result.Status == 401) tokens.Forget();
        return result;
    }

    private async Task<TeamsResult> AnsweredAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await using var patience = new Patience(CallLimit, cancellationToken);
        try
        {
            using var response = await factory.CreateClient(HttpName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var body = await ReadAsync(response.Content, patience.Token);
            return TeamsResult.Of((int)response.StatusCode, response.Headers.RetryAfter?.Delta, body);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new TeamsResult(TeamsOutcome.Unsent, "NoConnection");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new TeamsResult(TeamsOutcome.Unknown, "NoAnswer");
        }
    }

    private static ByteArrayContent Json<T>(T call, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(call, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    /// <summary>The answer's beginning; more than this is none of ours and is left unread.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        while (bytes.Length < LongestAnswer && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count) bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }
}
