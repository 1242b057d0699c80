using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Has Quartz take a backup when one is due: counted from the newest there is, so that restarts don't put it off.</summary>
internal sealed class BackupClock(ISchedulerFactory schedulers, IOptions<LiteDbOptions> options, TimeProvider time) : IHostedService
{
    /// <summary>A start has enough to do.</summary>
    private static readonly TimeSpan s_afterStart = TimeSpan.FromMinutes(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var every = options.Value.BackupEvery;
        var job = JobBuilder.Create<BackupJob>().WithIdentity("backup", "storage").Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity("backup", "storage")
            .StartAt(First(every))
            .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever())
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private DateTimeOffset First(TimeSpan every)
    {
        var soon = time.GetUtcNow() + s_afterStart;
        var due = BackupFiles.Newest(options.Value.BackupFolder()) is { } newest ? newest + every : time.GetUtcNow() + every;
        return due > soon ? due : soon;
    }
}

/// <summary>A Quartz tick: one backup.</summary>
[DisallowConcurrentExecution]
internal sealed class BackupJob(LiteDbBackup backup) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await backup.TakeAsync(cancellationToken);
}
