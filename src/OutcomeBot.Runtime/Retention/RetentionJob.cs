using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using OutcomeBot.Core.Chat;
using Quartz;

namespace OutcomeBot.Runtime;

/// <summary>Has Quartz look every hour for what has been kept long enough, and memories forget what was erased.</summary>
internal sealed class RetentionClock(ISchedulerFactory schedulers, Retention retention, IEnumerable<IForgets> memories) : IHostedService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var memory in memories) retention.Erased += memory.Forget;
        await retention.LoadAsync(cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<RetentionJob>().WithIdentity("retention", "runtime").Build();
        var trigger = TriggerBuilder.Create().WithIdentity("retention", "runtime").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(s_every).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A Quartz tick: what is kept of tenants that the bot has been gone from for long enough goes, once their platform has said that it is still gone.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RetentionJob(Retention retention, IEnumerable<IPlatform> platforms, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : IJob
{
    private readonly IReadOnlyList<IPlatform> _platforms = [.. platforms];

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await EraseDueAsync(cancellationToken);

    /// <summary>Erases what is due. What fails is tried again at the next tick and keeps no other from its turn.</summary>
    public async Task EraseDueAsync(CancellationToken cancellationToken)
    {
        var since = options.Value.AfterRemoval is { } after ? Instant.FromDateTimeOffset(time.GetUtcNow()) - after : Instant.MinValue;
        foreach (var removal in retention.GoneSince(since))
            try
            {
                await EraseAsync(removal, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One tenant's trouble must not keep another's data.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception, removal.Tenant);
            }
    }

    /// <summary>A door may have missed that the bot is back. A platform that can't tell just now is asked again; one whose door is closed tells nothing, and its tenants are kept.</summary>
    private async Task EraseAsync(Removal removal, CancellationToken cancellationToken)
    {
        var platform = _platforms.FirstOrDefault(platform => platform.Door == removal.Tenant.Door);
        var isInstalled = platform is null ? null : await platform.IsInstalledAsync(removal.Tenant, cancellationToken);
        if (isInstalled is null) return;
        if (isInstalled.Value) await retention.BackAsync(removal.Tenant, cancellationToken);
        else if (await retention.EraseAsync(removal.Tenant, cancellationToken)) Log.Erased(logger, removal.Tenant, removal.At);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Everything that was kept of {Tenant} is erased: OutcomeBot was removed there at {At}, and Retention:AfterRemovalDays is over.")]
        public static partial void Erased(ILogger logger, Tenant tenant, Instant at);

        [LoggerMessage(2, LogLevel.Error, "What was kept of {Tenant} could not be erased. It is tried again in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception, Tenant tenant);
    }
}
