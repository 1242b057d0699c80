using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Slack's end of the sockets that an app opens.</summary>
public sealed class MadeSockets
{
    public const string Hello = """{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","build_number":999,"approximate_connection_time":18060},"connection_info":{"app_id":"A111"}}""";

    private readonly ConcurrentQueue<MadeSocket> _opened = new();
    private int _promised;

    /// <summary>What is said first on a socket, by its number, the first being 1; null for nothing.</summary>
    public Func<int, string?> Greeting { get; set; } = _ => Hello;

    /// <summary>Whether a socket is read at all; one that isn't answers no ping.</summary>
    public Func<int, bool> Listens { get; set; } = _ => true;

    /// <summary>Every socket that was opened, those that are closed again included.</summary>
    public IReadOnlyList<MadeSocket> Opened => [.. _opened];

    /// <summary>Those that are open now.</summary>
    public IReadOnlyList<MadeSocket> Open => [.. _opened.Where(socket => !socket.IsClosed)];

    /// <summary>How many addresses were given out; each is for one socket.</summary>
    public int Promised => Volatile.Read(ref _promised);

    /// <summary>An address for a socket.</summary>
    public string Promise(string origin) =>
        $"{origin.Replace("http://", "ws://", StringComparison.Ordinal)}/link/?ticket={Interlocked.Increment(ref _promised)}";

    /// <summary>Takes a socket in and keeps it until it is closed.</summary>
    public async Task AcceptAsync(HttpContext context)
    {
        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        var socket = new MadeSocket(accepted);
        int number;
        lock (_opened)
        {
            _opened.Enqueue(socket);
            number = _opened.Count;
        }
        if (Greeting(number) is { } greeting) await socket.SayAsync(greeting);
        if (Listens(number)) await socket.ListenAsync();
        else await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}

/// <summary>One socket, as Slack sees it.</summary>
public sealed class MadeSocket(WebSocket socket)
{
    private readonly ConcurrentQueue<JsonObject> _acknowledged = new();
    private readonly Lock _saying = new();
    private Task _said = Task.CompletedTask;
    private volatile bool _isClosed;

    /// <summary>Whether it is closed, by either end.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Why the app closed it.</summary>
    public WebSocketCloseStatus? ClosedFor { get; private set; }

    /// <summary>Every acknowledgement, in order.</summary>
    public IReadOnlyList<JsonObject> Acknowledged => [.. _acknowledged];

    /// <summary>The acknowledgement of an envelope; null when there is none.</summary>
    public JsonObject? Of(string envelope) => _acknowledged.FirstOrDefault(one => one["envelope_id"]?.ToString() == envelope);

    /// <summary>Sends an envelope.</summary>
    public Task SendAsync(string id, string type, string payload, bool takesAnswer = false) =>
        SayAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","payload":{{payload}},"accepts_response_payload":{{(takesAnswer ? "true" : "false")}}}""");

    /// <summary>Tells the app that this socket goes, and why.</summary>
    public Task DisconnectAsync(string reason) => SayAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-1"}}""");

    /// <summary>Sends whatever.</summary>
    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends whatever, after what was sent before it.</summary>
    public Task SayAsync(byte[] bytes)
    {
        lock (_saying) return _said = SayAfterAsync(_said, bytes);
    }

    /// <summary>Closes it properly.</summary>
    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>Cuts it off.</summary>
    public void Cut() => socket.Abort();

    /// <summary>Reads acknowledgements until it is closed.</summary>
    public async Task ListenAsync()
    {
        var buffer = new byte[1024 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                _acknowledged.Enqueue(JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject());
            }
            ClosedFor = socket.CloseStatus;
            if (socket.State == WebSocketState.CloseReceived) await CloseAsync();
        }
        catch (WebSocketException)
        {
            // The app is gone.
        }
        finally
        {
            _isClosed = true;
        }
    }

    private async Task SayAfterAsync(Task before, byte[] bytes)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }
}
