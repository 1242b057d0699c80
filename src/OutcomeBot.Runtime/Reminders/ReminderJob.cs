using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using Quartz;

namespace OutcomeBot.Runtime;

/// <summary>
/// At every tick of Quartz, what has come due becomes a <see cref="Due"/> on the common road. A second tick of the same reminder
/// is a repeat, and known as one. However the clock is set, by a time server or by a machine that slept, the next tick sees it.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class ReminderJob(AlarmClock alarms, IInbox inbox, IJournal journal, IEnumerable<IPlatform> platforms, TimeProvider time, ILogger<ReminderJob> logger) : IJob
{
    /// <summary>So often it is looked what has come due.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>So many turns at once: enough to share the store's commits, few enough that people's own turns don't queue up behind ten thousand.</summary>
    private const int AtOnce = 16;

    private const int Handful = 512;

    /// <summary>Nobody acts when a reminder comes due; the bot does.</summary>
    private static readonly Person s_bot = new("outcomebot", "OutcomeBot");

    private readonly IReadOnlyList<IPlatform> _platforms = [.. platforms];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (alarms.TakeDue(Handful) is { IsEmpty: false } due)
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, RingAsync);
    }

    private async ValueTask RingAsync(Alarm alarm, CancellationToken cancellationToken)
    {
        try
        {
            if (await journal.OpenAsync(alarm.Subject, cancellationToken) is not { } page) return;
            if (!await IsServedAsync(page.Place, cancellationToken))
            {
                Log.NobodyThere(logger, alarm.Subject.Practice, alarm.Subject.Tenant);
                alarms.RingLater(alarm);
                return;
            }
            if (!(await inbox.TakeAsync(Due(alarm, page.Place), cancellationToken)).IsTaken) alarms.RingLater(alarm);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One reminder's failure must not silence the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RingingFailed(logger, exception, alarm.Subject.Practice, alarm.Subject.Tenant);
            alarms.RingLater(alarm);
        }
    }

    /// <summary>Where the bot was removed or the channel is closed, a reminder waits: for people there the time was a downtime, and so it is told when the bot is back.</summary>
    private async ValueTask<bool> IsServedAsync(Place place, CancellationToken cancellationToken)
    {
        foreach (var platform in _platforms)
            if (platform.Door == place.Tenant.Door)
                return await platform.ServesAsync(place, cancellationToken);
        return true;
    }

    private Due Due(Alarm alarm, Place place) => new(alarm.Reminder.Press)
    {
        Delivery = $"due {alarm.Reminder.Press}@{alarm.Reminder.At.ToUnixTimeSeconds()}",
        Place = place,
        By = s_bot,
        At = Instant.FromDateTimeOffset(time.GetUtcNow()),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A reminder of {Practice} in {Tenant} could not ring. It rings again later.")]
        public static partial void RingingFailed(ILogger logger, Exception exception, string practice, Tenant tenant);

        [LoggerMessage(2, LogLevel.Information, "A reminder of {Practice} in {Tenant} waits: the bot is not there at present, or the channel is closed.")]
        public static partial void NobodyThere(ILogger logger, string practice, Tenant tenant);
    }
}
