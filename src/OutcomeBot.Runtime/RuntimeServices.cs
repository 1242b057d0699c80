using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime.Outgoing;
using Quartz;

namespace OutcomeBot.Runtime;

/// <summary>The loop's parts.</summary>
public static class RuntimeServices
{
    /// <summary>Adds the inbox, the outbox and the alarm clock for these practices. Storage, doors, painter and the home of web pages come from elsewhere.</summary>
    public static IServiceCollection AddRuntime(this IServiceCollection services, IEnumerable<IPractice> practices)
    {
        services.TryAddSingleton(TimeProvider.System);
        var book = new PracticeBook(practices);
        services.AddSingleton(book);
        services.AddSingleton(book.ByWord);
        services.AddSingleton<RuntimeMeter>();
        services.AddSingleton<Pace>();
        services.AddSingleton<Easel>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<IPostings>(provider => provider.GetRequiredService<Outbox>());
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<Switchboard>();
        services.AddSingleton<NamedLines>();
        services.AddDataProtection();
        services.AddSingleton<SealKeys>();
        services.AddSingleton<PageLinks>().AddSingleton<PublishedPages>();
        services.AddSingleton<Reader>().AddSingleton<TurnRunner>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsCheck>();
        services.AddSingleton<Retention>().AddSingleton<IRetention>(provider => provider.GetRequiredService<Retention>());
        services.AddHostedService<RetentionClock>();
        services.AddQuartz();
        services.AddQuartz("reminders", Tick);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton<AlarmClock>();
        services.AddHostedService(provider => provider.GetRequiredService<AlarmClock>());
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", tags: ["ready"])
            .AddCheck<OutboxHealth>("outbox", tags: ["ready"]);
        return services;
    }

    /// <summary>This scheduler only ticks, by the machine's own clock: what time it is for the reminders is asked at every tick.</summary>
    private static void Tick(IQuartzBuilder quartz)
    {
        quartz.UseTimeProvider(TimeProvider.System);
        quartz.AddJob<ReminderJob>(job => job.WithIdentity(nameof(ReminderJob)));
        quartz.AddTrigger<ReminderJob>(trigger => trigger.ForJob(nameof(ReminderJob)).WithIdentity(nameof(ReminderJob)).WithSimpleSchedule(ReminderJob.Interval));
    }
}
