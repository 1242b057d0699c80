using System.Net.Http.Headers;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack.Sockets;

/// <summary>
/// How often a socket proves that the other end lives: a ping whenever it has been quiet for so long, and the time in which
/// its pong, or anything else, must come. A socket without it is closed.
/// </summary>
internal sealed record SlackHeartbeat(TimeSpan Ping, TimeSpan Pong);

/// <summary>Opens sockets: asks for an address, connects, and waits for Slack's hello.</summary>
internal sealed class SlackSocketOpener(
    SlackHttp http, SlackEnvelopes envelopes, SlackHeartbeat heartbeat, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackSocket> logger)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private readonly Uri _api = options.Value.ApiBase;

    /// <summary>The app's own, and not a workspace's.</summary>
    private readonly AuthenticationHeaderValue _token = new("Bearer", options.Value.AppToken?.Trim());

    /// <summary>One attempt. It throws only when it is cancelled.</summary>
    public async Task<SlackSocketOpening> OpenAsync(CancellationToken cancellationToken)
    {
        using var request = http.Call("apps.connections.open", new FormUrlEncodedContent([]), _token);
        var result = await http.SendAsync(request, cancellationToken);
        if (!result.IsFine) return SlackSocketErrors.Of(result);
        if (Address(result.Body.Text("url")) is not { } address)
            return new NotNow("Slack gave an address for a socket that is not its own. Check what stands between this machine and slack.com.", TimeSpan.Zero);

        using var patience = new CancellationTokenSource(s_patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await GreetedAsync(await ConnectedAsync(address, limit.Token), limit.Token);
        }
        catch (WebSocketException exception)
        {
            return new NotNow($"The socket to Slack can't be opened: {exception.WebSocketErrorCode}. Check that this machine may call slack.com by wss.", TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new NotNow("Slack took too long to open a socket.", TimeSpan.Zero);
        }
    }

    /// <summary>An address on Slack's hosts, or on the host that stands for Slack in the settings. It bears a ticket: it is written nowhere.</summary>
    private Uri? Address(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0) return null;
        if (url.Authority == _api.Authority && url.Scheme == (_api.Scheme == "https" ? "wss" : "ws")) return url;
        return url is { Scheme: "wss", IsDefaultPort: true } && (IsWithin(url.Host, "slack.com") || IsWithin(url.Host, _api.Host)) ? url : null;
    }

    private static bool IsWithin(string host, string domain) => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal);

    private async Task<WebSocket> ConnectedAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (heartbeat.Ping, heartbeat.Pong);
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SlackSocketOpening> GreetedAsync(WebSocket connected, CancellationToken cancellationToken)
    {
        var socket = new SlackSocket(connected, envelopes, logger);
        try
        {
            if (await socket.Hello.WaitAsync(cancellationToken) is { } hello) return new Opened(socket, hello);
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }
        await socket.DisposeAsync();
        return SlackSocketErrors.Of(await socket.Parting);
    }
}
