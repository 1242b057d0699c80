using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using OutcomeBot.Core.Practices;
using Quartz;

namespace OutcomeBot.Runtime;

/// <summary>
/// Keeps Quartz in step with the reminders that pages hold. The pages are the truth: triggers are rebuilt from them at every
/// start and after every turn, as plain instants, so Quartz has nothing of its own to lose.
/// </summary>
internal sealed class AlarmClock(ISchedulerFactory schedulers, IJournal journal) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await foreach (var (subject, reminder) in journal.RemindersAsync(cancellationToken))
            await ScheduleAsync(scheduler, subject, reminder, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>From now on, these and no others.</summary>
    public async Task SetAsync(Subject subject, ImmutableArray<Reminder> reminders, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJobs(GroupMatcher<JobKey>.GroupEquals(subject.ToString()), cancellationToken);
        foreach (var reminder in reminders) await ScheduleAsync(scheduler, subject, reminder, cancellationToken);
    }

    private static async Task ScheduleAsync(IScheduler scheduler, Subject subject, Reminder reminder, CancellationToken cancellationToken)
    {
        var name = $"{reminder.Press}@{reminder.At.ToUnixTimeSeconds()}";
        var job = JobBuilder.Create<ReminderJob>()
            .WithIdentity(name, subject.ToString())
            .UsingJobData(ReminderJob.TenantKey, subject.Tenant.Id)
            .UsingJobData(ReminderJob.PressKey, reminder.Press.ToString())
            .Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(name, subject.ToString())
            .StartAt(reminder.At.ToDateTimeOffset())
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
