using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// The one road from Slack to the inbox and back, whichever way something came in. Slack waits three seconds; whatever
/// takes longer is answered afterwards.
/// </summary>
internal sealed partial class SlackRoad(
    SlackReader reader, SlackPeople people, SlackIdentity identity, SlackFiles files,
    IInbox inbox, SlackAnswers answers, TimeProvider time, ILogger<SlackRoad> logger)
{
    /// <summary>From the first byte to the answer, with room for the way back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    /// <summary>A command, press or filled form. Nobody repeats it, so it is acknowledged in time even when its turn is not done.</summary>
    public Task<SlackReceipt> TakeAsync(SlackRead read, long arrived, CancellationToken cancellationToken) =>
        read is ForInbox forInbox ? TurnAsync(forInbox, arrived, cancellationToken) : Task.FromResult(Aside(read));

    /// <summary>Slack repeats an event until it is acknowledged, so it is acknowledged when its turn is on disk, and not before.</summary>
    public async Task<SlackReceipt> EventAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var read = reader.Event(json);
        if (read is IdentityWanted)
        {
            await identity.LearnAsync(cancellationToken);
            read = reader.Event(json);
        }
        if (read is not ForInbox forInbox) return Aside(read);

        var (completed, _) = await CompletedAsync(forInbox, cancellationToken);
        var answer = await inbox.TakeAsync(completed.Incoming, CancellationToken.None);
        if (!answer.IsTaken) return new NotTaken();
        _ = answers.Now(completed, answer);
        return Taken.Silently;
    }

    private SlackReceipt Aside(SlackRead read)
    {
        switch (read)
        {
            case Challenge challenge:
                return new Proof(challenge.Text);
            case BudgetTyped typed:
                answers.Show(typed.Update);
                return Taken.Silently;
            case OptionsWanted:
                return new Taken("{\"options\":[]}"u8.ToArray());
            case EventsLimited limited:
                Log.EventsLimited(logger, limited.Workspace);
                return Taken.Silently;
            case NotForUs nothing:
                Log.Ignored(logger, nothing.Name);
                return Taken.Silently;
            case IdentityWanted:
                // Slack repeats it; by then the bot may have learned who it is.
                Log.Ignored(logger, "an event before the bot knows who it is");
                return new TooEarly();
            default:
                throw new UnreachableException();
        }
    }

    private async Task<SlackReceipt> TurnAsync(ForInbox read, long arrived, CancellationToken cancellationToken)
    {
        var (completed, wrong) = await CompletedAsync(read, cancellationToken);
        if (wrong is not null) return new Taken(answers.Now(completed, new Answer([wrong])));

        // The turn is not the request's: it goes on when Slack hangs up.
        var turn = inbox.TakeAsync(completed.Incoming, CancellationToken.None);
        if (turn.IsCompleted) return new Taken(answers.Now(completed, await turn));
        var left = s_patience - time.GetElapsedTime(arrived);
        try
        {
            return new Taken(answers.Now(completed, await turn.WaitAsync(left > s_least ? left : s_least, time, CancellationToken.None)));
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            answers.Later(completed, turn);
            return Taken.Silently;
        }
    }

    /// <summary>With names instead of ids, the person's zone, and the texts of files.</summary>
    private async ValueTask<(ForInbox Read, Wrong? Wrong)> CompletedAsync(ForInbox read, CancellationToken cancellationToken)
    {
        var (incoming, wrong) = read.Files.IsEmpty ? (read.Incoming, null) : await files.WithFilesAsync(read, cancellationToken);
        var by = await people.NamedAsync(incoming.Place.Tenant, incoming.By, cancellationToken);
        incoming = incoming with { By = by, Zone = incoming is Heard ? null : await people.ZoneAsync(incoming.Place.Tenant, by.Id, cancellationToken) };
        if (incoming is not Filled { Values.People.IsEmpty: false } filled) return (read with { Incoming = incoming }, wrong);

        // All at once: Slack waits for one look-up, not for one after another.
        var named = await Task.WhenAll(filled.Values.People.Select(person => people.NamedAsync(incoming.Place.Tenant, person, cancellationToken).AsTask()));
        return (read with { Incoming = filled with { Values = filled.Values with { People = [.. named] } } }, wrong);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Not for the bot: {Name}.")]
        public static partial void Ignored(ILogger logger, string name);

        [LoggerMessage(2, LogLevel.Warning, "Slack holds back events of workspace {Workspace}: more than 30,000 came in an hour. Threads may miss answers typed meanwhile; forms still work.")]
        public static partial void EventsLimited(ILogger logger, string workspace);
    }
}
