using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack.Sockets;

/// <summary>Brings what a socket carries onto the road that requests take too, and words the acknowledgement.</summary>
internal sealed partial class SlackEnvelopes(SlackReader reader, SlackRoad road, RuntimeMeter meter, TimeProvider time, ILogger<SlackEnvelopes> logger)
{
    /// <summary>
    /// What to acknowledge it with; null when Slack is to send it again. What arrived is the bot's now: it is gone through with
    /// when its socket breaks.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>?> AcknowledgementAsync(Envelope envelope)
    {
        var arrived = time.GetTimestamp();
        try
        {
            var receipt = await TakeAsync(envelope, arrived);
            if (receipt is NotTaken or TooEarly) return null;
            meter.Acknowledged(time.GetElapsedTime(arrived), SlackPlatform.DoorName);
            return Written(envelope, receipt is Taken taken ? taken.Answer : default);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            Log.Malformed(logger, exception.GetType().Name);
            return null;
        }
#pragma warning disable CA1031 // One envelope's fault must not close the socket for those behind it; it is logged whole, and Slack repeats it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
            return null;
        }
    }

    private Task<SlackReceipt> TakeAsync(Envelope envelope, long arrived) => envelope.Type switch
    {
        "events_api" => road.EventAsync(envelope.Payload, CancellationToken.None),
        "slash_commands" => road.TakeAsync(Answerable(envelope, reader.CommandInJson(envelope.Payload)), arrived, CancellationToken.None),
        "interactive" => road.TakeAsync(Answerable(envelope, reader.InteractionInJson(envelope.Payload)), arrived, CancellationToken.None),
        var other => road.TakeAsync(new NotForUs(SlackIds.IsId(other) ? $"envelope {other}" : "envelope without a name"), arrived, CancellationToken.None),
    };

    private static SlackRead Answerable(Envelope envelope, SlackRead read) =>
        read is ForInbox forInbox ? forInbox with { TakesAnswer = envelope.TakesAnswer } : read;

    private static ReadOnlyMemory<byte> Written(Envelope envelope, ReadOnlyMemory<byte> answer)
    {
        var bytes = new ArrayBufferWriter<byte>(128 + answer.Length);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("envelope_id", envelope.Id);
        if (envelope.TakesAnswer && !answer.IsEmpty)
        {
            json.WritePropertyName("payload");
            json.WriteRawValue(answer.Span, skipInputValidation: true);
        }
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An envelope from Slack could not be read: {Exception}.")]
        public static partial void Malformed(ILogger logger, string exception);

        [LoggerMessage(2, LogLevel.Error, "An envelope from Slack failed; it is not acknowledged, so that Slack sends it again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
