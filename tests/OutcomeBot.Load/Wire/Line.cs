using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OutcomeBot.Load.Wire;

/// <summary>What a server answered. The body is valid until the line's next request.</summary>
internal readonly record struct Reply(int Status, ReadOnlyMemory<byte> Body);

/// <summary>One kept-alive connection, one request at a time, with nothing between the measurement and the socket.</summary>
internal sealed class Line : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[64 * 1024];

    private Line(Socket socket) => _socket = socket;

    public static async Task<Line> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return new Line(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The server hung up or answered nonsense.</exception>
    public async ValueTask<Reply> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request[sent..], SocketFlags.None, cancellationToken);

        var filled = 0;
        while (true)
        {
            if (filled == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None, cancellationToken);
            if (read == 0) throw new IOException("The server hung up.");
            filled += read;
            if (Whole(_buffer.AsMemory(0, filled)) is { } reply) return reply;
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>The answer, once all of it is there.</summary>
    private static Reply? Whole(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var headers = bytes.Span[..head];
        if (!headers.StartsWith("HTTP/1.1 "u8)) throw new IOException("The server does not speak HTTP/1.1.");
        var status = int.Parse(headers.Slice(9, 3), CultureInfo.InvariantCulture);
        var body = bytes[(head + 4)..];
        if (Field(headers, "content-length:"u8) is { } length)
        {
            var expected = int.Parse(length, CultureInfo.InvariantCulture);
            return body.Length >= expected ? new Reply(status, body[..expected]) : null;
        }

        return Field(headers, "transfer-encoding:"u8) is null || body.Span.EndsWith("0\r\n\r\n"u8) ? new Reply(status, body) : null;
    }

    private static string? Field(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        foreach (var line in headers.Split((byte)'\n'))
            if (headers[line] is var field && field.Length > name.Length && Ascii.EqualsIgnoreCase(field[..name.Length], name))
                return Encoding.ASCII.GetString(field[name.Length..]).Trim();
        return null;
    }
}
