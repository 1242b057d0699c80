using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Slack;

/// <summary>The three addresses that Slack sends to over HTTP.</summary>
internal sealed partial class SlackEndpoints(SlackGate gate, SlackReader reader, SlackRoad road, TimeProvider time, ILogger<SlackEndpoints> logger)
{
    /// <summary>POST /slack/commands</summary>
    public Task CommandAsync(HttpContext context) =>
        TakeAsync(context, (body, arrived) => road.TakeAsync(reader.Command(body), arrived, context.RequestAborted));

    /// <summary>POST /slack/interactions</summary>
    public Task InteractionAsync(HttpContext context) =>
        TakeAsync(context, (body, arrived) => road.TakeAsync(reader.Interaction(body), arrived, context.RequestAborted));

    /// <summary>POST /slack/events</summary>
    public Task EventAsync(HttpContext context) =>
        TakeAsync(context, (body, _) => road.EventAsync(body, context.RequestAborted));

    private async Task TakeAsync(HttpContext context, Func<Memory<byte>, long, Task<SlackReceipt>> take)
    {
        var arrived = time.GetTimestamp();
        using var body = await SlackBody.ReadAsync(context.Request.BodyReader, context.Request.ContentLength, context.RequestAborted);
        if (body is null)
        {
            await SayAsync(context, StatusCodes.Status413PayloadTooLarge, "This is longer than anything Slack sends.");
            return;
        }
        if (!gate.Admits(context.Request.Headers, body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            Log.NotAdmitted(logger);
            return;
        }
        try
        {
            await AnswerAsync(context, await take(body.Bytes, arrived));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            Log.Malformed(logger, exception.GetType().Name);
            await SayAsync(context, StatusCodes.Status400BadRequest, "This is not written the way Slack writes. Check what stands between Slack and this address.");
        }
        catch (Exception exception) when (exception is SlackUnreachableException or TimeoutException)
        {
            // What has to be known first can't be had just now; Slack repeats an event.
            Log.NotYet(logger, exception.Message);
            await StateAsync(context, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static Task AnswerAsync(HttpContext context, SlackReceipt receipt) => receipt switch
    {
        Taken { Answer.IsEmpty: true } => Task.CompletedTask,
        Taken taken => SayJsonAsync(context, taken.Answer),
        Proof proof => SayAsync(context, StatusCodes.Status200OK, proof.Text),
        NotTaken => StateAsync(context, StatusCodes.Status500InternalServerError),
        TooEarly => StateAsync(context, StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };

    private static Task StateAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }

    private static Task SayJsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json).AsTask();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to the Slack door was not admitted: it bears no fresh signature of Slack. If Slack did send it, compare Slack:SigningSecret and this machine's clock.")]
        public static partial void NotAdmitted(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "A signed request could not be read: {Exception}.")]
        public static partial void Malformed(ILogger logger, string exception);

        [LoggerMessage(3, LogLevel.Warning, "A request of Slack could not be taken yet: {Reason}")]
        public static partial void NotYet(ILogger logger, string reason);
    }
}
