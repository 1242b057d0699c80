using System.Runtime.InteropServices;
using System.Text.Json;

namespace OutcomeBot.Slack.Sockets;

/// <summary>What one message over a socket says.</summary>
internal abstract record SlackFrame
{
    private const int LongestId = 200;

    /// <summary>Reads a message. What an envelope carries stays a part of these bytes.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static SlackFrame Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return Read(document.RootElement, json);
        }
        catch (InvalidOperationException exception)
        {
            // Broken letters inside a text show only when it is read.
            throw new JsonException("A text in it is not Unicode.", exception);
        }
    }

    private static SlackFrame Read(JsonElement? root, ReadOnlyMemory<byte> json) => root.Text("type") switch
    {
        "hello" => new Hello(Number(root, "num_connections"), Number(root.At("debug_info"), "approximate_connection_time")),
        "disconnect" => new Disconnect(root.Text("reason") is { } reason && SlackIds.IsId(reason) ? reason : Disconnect.Closed),
        { } type when root.Text("envelope_id") is { Length: > 0 and <= LongestId } id && root.At("payload") is { } payload =>
            new Envelope(id, type, Part(json, payload), root.Says("accepts_response_payload")),
        _ => new StrangeFrame(),
    };

    private static int? Number(JsonElement? node, string name) =>
        node.At(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> json, JsonElement part)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(part);
        return json.Span.Overlaps(bytes, out var offset) ? json.Slice(offset, bytes.Length) : bytes.ToArray();
    }
}

/// <summary>The socket is ready. Slack says how many of this app are open, and about how many seconds this one will be.</summary>
internal sealed record Hello(int? Connections, int? Seconds) : SlackFrame;

/// <summary>The socket is about to close, and why.</summary>
internal sealed record Disconnect(string Reason) : SlackFrame
{
    /// <summary>Socket Mode was switched off for the app.</summary>
    public const string LinkDisabled = "link_disabled";

    /// <summary>The app has more sockets than Slack allows.</summary>
    public const string TooMany = "too_many_websockets";

    /// <summary>Ours: it closed or broke without a word.</summary>
    public const string Closed = "closed";

    /// <summary>Ours: it is older than Slack said that it would get.</summary>
    public const string Overdue = "overdue";
}

/// <summary>Something that would have been a request over HTTP, to be acknowledged by its id.</summary>
internal sealed record Envelope(string Id, string Type, ReadOnlyMemory<byte> Payload, bool TakesAnswer) : SlackFrame;

/// <summary>Nothing that the bot knows.</summary>
internal sealed record StrangeFrame : SlackFrame;
