using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// The one road from Slack to the inbox and back, whichever way something came in. Slack waits three seconds; whatever
/// takes longer is answered afterwards.
/// </summary>
internal sealed partial class SlackRoad(
    SlackReader reader, SlackAdmission admission, SlackPeople people, SlackFiles files, NamedLines named, SlackMovedChannels moved, SlackClosedChannels closed,
    IInbox inbox, SlackAnswers answers, SlackHomes homes, SlackUnfurls unfurls, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackRoad> logger)
{
    /// <summary>From the first byte to the answer, with room for the way back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    /// <summary>A command, press or filled form. Nobody repeats it, so it is acknowledged in time even when its turn is not done.</summary>
    public async Task<SlackReceipt> TakeAsync(SlackRead read, long arrived, CancellationToken cancellationToken)
    {
        var admitted = await admission.AdmittedAsync(read, cancellationToken);
        if (admitted is not ForInbox forInbox) return Aside(admitted);
        var (completed, instead) = await CompletedAsync(forInbox, cancellationToken);
        if (instead is not null) return Taken.With(answers.Now(completed, new Answer([instead])));
        var receipt = Taken.With(await TurnAsync(completed, arrived));
        homes.Follow(completed);
        return receipt;
    }

    /// <summary>Slack repeats an event until it is acknowledged, so it is acknowledged when its turn is on disk, and not before.</summary>
    public async Task<SlackReceipt> EventAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var read = await admission.ReadAsync(() => reader.Event(json), cancellationToken);
        if (read is AboutChannel about)
        {
            await FollowAsync(about);
            return Taken.Silently;
        }
        if (read is not ForInbox forInbox) return Aside(read);

        var (completed, instead) = await CompletedAsync(forInbox, cancellationToken);
        var answer = instead is null ? await inbox.TakeAsync(completed.Incoming, CancellationToken.None) : new Answer([instead]);
        if (!answer.IsTaken) return new NotTaken();
        _ = answers.Now(completed, answer);
        homes.Follow(completed);
        return Taken.Silently;
    }

    /// <summary>Like a turn, it is on disk when this returns.</summary>
    private Task FollowAsync(AboutChannel about) => about switch
    {
        ChannelMoved move => moved.FollowAsync(move, CancellationToken.None),
        ChannelStands stands => closed.FollowAsync(stands, CancellationToken.None),
        _ => throw new UnreachableException(),
    };

    private SlackReceipt Aside(SlackRead read)
    {
        switch (read)
        {
            case Challenge challenge:
                return new Proof(challenge.Text);
            case BudgetTyped typed:
                answers.Show(typed);
                return Taken.Silently;
            case LinksShared shared:
                unfurls.Show(shared);
                return Taken.Silently;
            case OptionsWanted:
                return new Taken("{\"options\":[]}"u8.ToArray());
            case EventsLimited limited:
                Log.EventsLimited(logger, limited.Workspace);
                return Taken.Silently;
            case NotInstalled refused:
                Log.NotInstalled(logger, refused.Read.Incoming.Place.Tenant);
                return Refused(refused.Read);
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

    /// <summary>Who waits for an answer is told; what nobody waits for ends here.</summary>
    private Taken Refused(ForInbox read) => read.Incoming is not Filled && read.Incoming.ReturnAddress is null
        ? Taken.Silently
        : Taken.With(answers.Now(read, new Answer([SlackNotInstalled.Answer(read, options.Value.TakesInstallations ? options.Value.Public : null)])));

    private async Task<ReadOnlyMemory<byte>> TurnAsync(ForInbox read, long arrived)
    {
        // The turn is not the request's: it goes on when Slack hangs up.
        var turn = inbox.TakeAsync(read.Incoming, CancellationToken.None);
        if (turn.IsCompleted) return answers.Now(read, await turn);
        var left = s_patience - time.GetElapsedTime(arrived);
        try
        {
            return answers.Now(read, await turn.WaitAsync(left > s_least ? left : s_least, time, CancellationToken.None));
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            answers.Later(read, turn);
            return default;
        }
    }

    /// <summary>A line in a thread that names the bot is heard there like any other, unless it is a command.</summary>
    private async ValueTask<ForInbox> AnsweredAsync(ForInbox read, CancellationToken cancellationToken) =>
        read is { Line: { } line, Incoming: Said { Message: { } message } said } && await named.IsAnswerAsync(said.Place, line, cancellationToken)
            ? read with { Incoming = new Heard(line, message) { Delivery = said.Delivery, Place = said.Place, By = said.By, At = said.At } }
            : read;

    /// <summary>With names instead of ids, the person's zone and standing, the texts of files, and channels as the bot knows them; or what is said instead of taking it.</summary>
    private async ValueTask<(ForInbox Read, Reply? Instead)> CompletedAsync(ForInbox found, CancellationToken cancellationToken)
    {
        var known = await moved.KnownAsync(found, cancellationToken);
        await closed.HeardAsync(known, cancellationToken);
        var read = await AnsweredAsync(known, cancellationToken);
        var tenant = read.Incoming.Place.Tenant;
        var by = await people.NamedAsync(tenant, read.Incoming.By, cancellationToken);
        var zone = read.Incoming is Heard ? null : await people.ZoneAsync(tenant, by.Id, cancellationToken);
        var status = people.StatusOf(tenant, by.Id, read.Organisation);
        read = read with { Incoming = read.Incoming with { By = by, Zone = zone, IsGuest = status != SlackStatus.Member } };
        if (status == SlackStatus.Visitor && SlackVisitors.Instead(read.Incoming) is { } instead) return (read, instead);

        var (incoming, wrong) = read.Files.IsEmpty ? (read.Incoming, null) : await files.WithFilesAsync(read, cancellationToken);
        if (incoming is not Filled { Values.People.IsEmpty: false } filled) return (read with { Incoming = incoming }, wrong);

        // All at once: Slack waits for one look-up, not for one after another.
        var chosen = await Task.WhenAll(filled.Values.People.Select(person => people.NamedAsync(tenant, person, cancellationToken).AsTask()));
        return (read with { Incoming = filled with { Values = filled.Values with { People = [.. chosen] } } }, wrong);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Not for the bot: {Name}.")]
        public static partial void Ignored(ILogger logger, string name);

        [LoggerMessage(2, LogLevel.Warning, "Slack holds back events of workspace {Workspace}: more than 30,000 came in an hour. Threads may miss answers typed meanwhile; forms still work.")]
        public static partial void EventsLimited(ILogger logger, string workspace);

        [LoggerMessage(3, LogLevel.Information, "A request of {Workspace} was turned away: OutcomeBot is not installed there.")]
        public static partial void NotInstalled(ILogger logger, Tenant workspace);
    }
}
