using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Slack.Sockets;

/// <summary>One socket to Slack, from the moment it is connected until it is closed: it takes envelopes and acknowledges them.</summary>
internal sealed partial class SlackSocket : IAsyncDisposable
{
    /// <summary>Envelopes underway at once; beyond them Slack is read no further.</summary>
    private const int AtOnce = 256;

    private readonly WebSocket _socket;
    private readonly SlackEnvelopes _envelopes;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _life = new();
    private readonly TaskCompletionSource<Hello?> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _parting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes over a socket that is connected.</summary>
    public SlackSocket(WebSocket socket, SlackEnvelopes envelopes, ILogger logger)
    {
        (_socket, _envelopes, _logger) = (socket, envelopes, logger);
        Closed = RunAsync();
    }

    /// <summary>Slack's greeting; null when the socket was told to go, or broke, before it.</summary>
    public Task<Hello?> Hello => _hello.Task;

    /// <summary>The reason, once this socket needs a successor. It may still bring envelopes until it is closed.</summary>
    public Task<string> Parting => _parting.Task;

    /// <summary>Done when nothing comes any more.</summary>
    public Task Closed { get; }

    /// <summary>Takes nothing new, finishes and acknowledges what was begun, and says goodbye; cancelled, it just closes.</summary>
    public async Task LeaveAsync(CancellationToken patience)
    {
        try
        {
            for (var n = 0; n < AtOnce; n++) await _room.WaitAsync(patience);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience);
            await Closed.WaitAsync(patience);
        }
        catch (Exception exception) when (IsOver(exception))
        {
            Log.CutOff(_logger, exception.GetType().Name);
        }
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        await Closed;
        _socket.Dispose();
        _life.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await NextAsync() is { } message) await TakeAsync(message);
        }
        catch (Exception exception) when (IsOver(exception))
        {
            Log.Broke(_logger, exception is WebSocketException broken ? $"{broken.WebSocketErrorCode}" : exception.GetType().Name);
        }
        finally
        {
            _hello.TrySetResult(null);
            _parting.TrySetResult(Disconnect.Closed);
        }
    }

    /// <summary>The next message, in an array of its own; null when there is none any more.</summary>
    private async Task<ReadOnlyMemory<byte>?> NextAsync()
    {
        var message = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(4096), _life.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Advance(part.Count);
            if (message.WrittenCount > SlackBody.Longest)
            {
                Log.TooLong(_logger, SlackBody.Longest);
                await _socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, null, _life.Token);
                return null;
            }
            if (part.EndOfMessage) return message.WrittenMemory;
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> message)
    {
        switch (Read(message))
        {
            case Hello hello:
                _hello.TrySetResult(hello);
                break;
            case Disconnect disconnect:
                _hello.TrySetResult(null);
                _parting.TrySetResult(disconnect.Reason);
                break;
            case Envelope envelope:
                // Its place in the room is what owns it: leaving waits until every place is free.
                await _room.WaitAsync(_life.Token);
                _ = AcknowledgeAsync(envelope);
                break;
            default:
                Log.Strange(_logger);
                break;
        }
    }

    private static SlackFrame Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            return SlackFrame.Read(message);
        }
        catch (JsonException)
        {
            return new StrangeFrame();
        }
    }

    private async Task AcknowledgeAsync(Envelope envelope)
    {
        try
        {
            if (await _envelopes.AcknowledgementAsync(envelope) is { } acknowledgement) await SendAsync(acknowledgement);
        }
        catch (Exception exception) when (IsOver(exception))
        {
            Log.NotAcknowledged(_logger, exception.GetType().Name);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>One at a time: a socket takes no second message while it sends one.</summary>
    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await _sending.WaitAsync(_life.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _life.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>What a socket throws that is closed, broken or given up.</summary>
    private static bool IsOver(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A socket to Slack was closed before it was quiet: {Exception}.")]
        public static partial void CutOff(ILogger logger, string exception);

        [LoggerMessage(2, LogLevel.Debug, "A socket to Slack broke: {Reason}.")]
        public static partial void Broke(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "Slack sent a message of more than {Most} bytes; the socket is closed, and another takes its place.")]
        public static partial void TooLong(ILogger logger, int most);

        [LoggerMessage(4, LogLevel.Debug, "A socket to Slack brought a message that is none of Slack's.")]
        public static partial void Strange(ILogger logger);

        [LoggerMessage(5, LogLevel.Warning, "An acknowledgement did not reach Slack: {Exception}. Slack sends the envelope again, and the bot will know it.")]
        public static partial void NotAcknowledged(ILogger logger, string exception);
    }
}
