using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Has Quartz throw away every hour what was kept for some days only and has ended.</summary>
internal sealed class PassingClock(ISchedulerFactory schedulers) : IHostedService
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<PassingJob>().WithIdentity("passing", "storage").Build();
        var trigger = TriggerBuilder.Create().WithIdentity("passing", "storage").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(s_every).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A Quartz tick: what has ended by now goes.</summary>
[DisallowConcurrentExecution]
internal sealed class PassingJob(LiteDbPassingBook book, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await book.ClearAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancellationToken);
}
