using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>The three addresses that Slack sends to. Slack waits three seconds; whatever takes longer is answered afterwards.</summary>
internal sealed partial class SlackEndpoints(
    SlackGate gate, SlackReader reader, SlackPeople people, SlackIdentity identity, SlackFiles files, NamedLines named,
    IInbox inbox, SlackAnswers answers, SlackHomes homes, TimeProvider time, ILogger<SlackEndpoints> logger)
{
    /// <summary>From the first byte to the answer, with room for the way back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    /// <summary>POST /slack/commands</summary>
    public Task CommandAsync(HttpContext context) => TakeAsync(context, reader.Command);

    /// <summary>POST /slack/interactions</summary>
    public Task InteractionAsync(HttpContext context) => TakeAsync(context, reader.Interaction);

    /// <summary>POST /slack/events</summary>
    public Task EventAsync(HttpContext context) => TakeAsync(context, body => reader.Event(body));

    private async Task TakeAsync(HttpContext context, Func<Memory<byte>, SlackRead> translate)
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
            await AnswerAsync(context, await ReadAsync(body, translate, context.RequestAborted), arrived);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            Log.Malformed(logger, exception.GetType().Name);
            await SayAsync(context, StatusCodes.Status400BadRequest, "This is not written the way Slack writes. Check what stands between Slack and this address.");
        }
    }

    private async Task<SlackRead> ReadAsync(SlackBody body, Func<Memory<byte>, SlackRead> translate, CancellationToken cancellationToken)
    {
        var read = translate(body.Bytes);
        if (read is not IdentityWanted) return read;
        await identity.LearnAsync(cancellationToken);
        return translate(body.Bytes);
    }

    private Task AnswerAsync(HttpContext context, SlackRead read, long arrived)
    {
        switch (read)
        {
            case ForInbox forInbox:
                return TakeAsync(context, forInbox, arrived);
            case Challenge challenge:
                return SayAsync(context, StatusCodes.Status200OK, challenge.Text);
            case BudgetTyped typed:
                answers.Show(typed.Update);
                return Task.CompletedTask;
            case OptionsWanted:
                return SayJsonAsync(context, "{\"options\":[]}"u8.ToArray());
            case EventsLimited limited:
                Log.EventsLimited(logger, limited.Workspace);
                return Task.CompletedTask;
            case NotForUs nothing:
                Log.Ignored(logger, nothing.Name);
                return Task.CompletedTask;
            case IdentityWanted:
                // Slack repeats it; by then the bot may have learned who it is.
                Log.Ignored(logger, "an event before the bot knows who it is");
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task TakeAsync(HttpContext context, ForInbox read, long arrived)
    {
        var (incoming, wrong) = await CompletedAsync(read, context.RequestAborted);
        var completed = read with { Incoming = incoming };
        if (wrong is null && context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal))
        {
            await EventTurnAsync(context, completed);
            homes.Follow(completed);
            return;
        }

        var body = wrong is null
            ? await TurnAsync(completed, arrived)
            : answers.Now(completed, new Answer([wrong]));
        if (wrong is null) homes.Follow(completed);
        if (!body.IsEmpty) await SayJsonAsync(context, body);
    }

    /// <summary>Slack repeats an event until it is acknowledged, so it is acknowledged when its turn is on disk, and not before.</summary>
    private async Task EventTurnAsync(HttpContext context, ForInbox read)
    {
        var answer = await inbox.TakeAsync(read.Incoming, CancellationToken.None);
        if (!answer.IsTaken) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else _ = answers.Now(read, answer);
    }

    private async Task<ReadOnlyMemory<byte>> TurnAsync(ForInbox read, long arrived)
    {
        // The turn is not the request's: it goes on when Slack hangs up.
        var turn = inbox.TakeAsync(read.Incoming, CancellationToken.None);
        if (turn.IsCompleted) return answers.Now(read, await turn);
        var left = s_patience - time.GetElapsedTime(arrived);
        try
        {
            return answers.Now(read, await turn.WaitAsync(left > s_least ? left : s_least, time));
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            answers.Later(read, turn);
            return default;
        }
    }

    /// <summary>With names instead of ids, the person's zone, and the texts of files.</summary>
    private async ValueTask<(Incoming Incoming, Wrong? Wrong)> CompletedAsync(ForInbox read, CancellationToken cancellationToken)
    {
        var (incoming, wrong) = read.Files.IsEmpty ? (await AnsweredAsync(read, cancellationToken), null) : await files.WithFilesAsync(read, cancellationToken);
        var by = await people.NamedAsync(incoming.Place.Tenant, incoming.By, cancellationToken);
        incoming = incoming with { By = by, Zone = incoming is Heard ? null : await people.ZoneAsync(incoming.Place.Tenant, by.Id, cancellationToken) };
        if (incoming is not Filled { Values.People.IsEmpty: false } filled) return (incoming, wrong);

        // All at once: Slack waits for one look-up, not for one after another.
        var named = await Task.WhenAll(filled.Values.People.Select(person => people.NamedAsync(incoming.Place.Tenant, person, cancellationToken).AsTask()));
        return (filled with { Values = filled.Values with { People = [.. named] } }, wrong);
    }

    /// <summary>A line in a thread that names the bot is heard there like any other, unless it is a command.</summary>
    private async ValueTask<Incoming> AnsweredAsync(ForInbox read, CancellationToken cancellationToken) =>
        read is { Line: { } line, Incoming: Said { Message: { } message } said } && await named.IsAnswerAsync(said.Place, line, cancellationToken)
            ? new Heard(line, message) { Delivery = said.Delivery, Place = said.Place, By = said.By, At = said.At }
            : read.Incoming;

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

        [LoggerMessage(3, LogLevel.Debug, "Not for the bot: {Name}.")]
        public static partial void Ignored(ILogger logger, string name);

        [LoggerMessage(4, LogLevel.Warning, "Slack holds back events of workspace {Workspace}: more than 30,000 came in an hour. Threads may miss answers typed meanwhile; forms still work.")]
        public static partial void EventsLimited(ILogger logger, string workspace);
    }
}
