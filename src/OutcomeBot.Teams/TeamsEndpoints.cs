using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>POST /api/messages, the one address that Teams sends to. It repeats what is not answered within fifteen seconds, and shows an error for a button after ten.</summary>
internal sealed partial class TeamsEndpoints(
    TeamsGate gate, TeamsReader reader, TeamsAddresses addresses, TeamsPeople people, TeamsStanding standing,
    IInbox inbox, TeamsAnswers answers, TimeProvider time, ILogger<TeamsEndpoints> logger)
{
    /// <summary>More than Teams ever sends.</summary>
    private const int Longest = 1024 * 1024;

    /// <summary>From the first byte to the answer.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    public async Task TakeAsync(HttpContext context)
    {
        var arrived = time.GetTimestamp();
        if (await gate.ProofAsync(context, context.RequestAborted) is not { } proof)
        {
            Refuse(context);
            return;
        }

        if (context.Request.ContentLength > Longest)
        {
            await SayAsync(context, StatusCodes.Status413PayloadTooLarge, "This is longer than anything Teams sends.");
            return;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(new TeamsBody(context.Request.Body, Longest), cancellationToken: context.RequestAborted);
            if (gate.Covers(proof, document.RootElement)) await TakeAsync(context, document.RootElement, arrived);
            else Refuse(context);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            Log.Malformed(logger, exception.GetType().Name);
            await SayAsync(context, StatusCodes.Status400BadRequest, "This is not written the way Teams writes. Check what stands between Teams and this address.");
        }
    }

    private async Task TakeAsync(HttpContext context, JsonElement root, long arrived)
    {
        if (TeamsActivity.Of(root, Instant.FromDateTimeOffset(time.GetUtcNow())) is not { } activity || root.Text("type") is null)
        {
            await SayAsync(context, StatusCodes.Status400BadRequest, "This is no activity: it names no type, tenant or conversation.");
            return;
        }

        // What arrived is the bot's now: it is gone through with when Teams hangs up.
        await addresses.LearnAsync(activity, CancellationToken.None);
        await AnswerAsync(context, activity, await reader.ReadAsync(activity, CancellationToken.None), arrived);
    }

    private async Task AnswerAsync(HttpContext context, TeamsActivity activity, TeamsRead read, long arrived)
    {
        switch (read)
        {
            case ForInbox forInbox:
                await SayJsonAsync(context, await TurnAsync(forInbox, arrived));
                break;
            case RefreshWanted wanted:
                await SayJsonAsync(context, await answers.RefreshedAsync(wanted, context.RequestAborted));
                break;
            case StrangeButton strange:
                await SayJsonAsync(context, TeamsAnswers.Strangers(strange.Opening));
                break;
            case StandingChanged changed:
                await standing.FollowAsync(activity, changed.Change, CancellationToken.None);
                break;
            case NotForUs nothing:
                Log.Ignored(logger, nothing.Name);
                break;
            case UnknownInvoke unknown:
                Log.Ignored(logger, unknown.Name);
                context.Response.StatusCode = StatusCodes.Status501NotImplemented;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<byte[]> TurnAsync(ForInbox read, long arrived)
    {
        var completed = read with { Incoming = await people.CompletedAsync(read, CancellationToken.None) };
        var turn = inbox.TakeAsync(completed.Incoming, CancellationToken.None);
        try
        {
            var left = s_patience - time.GetElapsedTime(arrived);
            var answer = turn.IsCompleted ? await turn : await turn.WaitAsync(left > s_least ? left : s_least, time);
            return await answers.NowAsync(completed, answer, CancellationToken.None);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            return answers.Later(completed, turn);
        }
    }

    /// <summary>Why is for the log: who knocks with a wrong token learns nothing.</summary>
    private void Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        Log.NotAdmitted(logger);
    }

    private static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }

    private static Task SayJsonAsync(HttpContext context, byte[] json)
    {
        if (json.Length == 0) return Task.CompletedTask;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json).AsTask();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to the Teams door was not admitted: it bears no valid token for this bot, address and tenant. If Teams did send it, compare Teams:ClientId, Teams:TenantId, Teams:AllowedTenants, Teams:Cloud and this machine's clock.")]
        public static partial void NotAdmitted(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "A request with a valid token could not be read: {Exception}.")]
        public static partial void Malformed(ILogger logger, string exception);

        [LoggerMessage(3, LogLevel.Debug, "Not for the bot: {Name}.")]
        public static partial void Ignored(ILogger logger, string name);
    }
}
