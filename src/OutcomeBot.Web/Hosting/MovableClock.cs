using Quartz;

namespace OutcomeBot.Web.Hosting;

/// <summary>
/// A clock that can be moved forward, so that next Monday's reminder can be seen today. There is one in the Development
/// environment only; everywhere else time is the machine's.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private long _ahead;

    /// <summary>How far it is ahead of the machine's clock.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves it forward; what has come due meanwhile comes now.</summary>
    public async Task ForwardAsync(TimeSpan by, ISchedulerFactory schedulers, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _ahead, by.Ticks);

        // Quartz sleeps by the real clock until its next trigger; a new one makes it look at the time again.
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<LookAgain>().WithIdentity("look again", "clock").Build();
        var trigger = TriggerBuilder.Create().WithIdentity("look again", "clock").StartAt(GetUtcNow()).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private sealed class LookAgain : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}

/// <summary>The movable clock, for the host.</summary>
internal static class DevelopmentClock
{
    private static readonly TimeSpan s_farthest = TimeSpan.FromDays(400);

    /// <summary>Adds the clock, in Development only.</summary>
    public static void AddDevelopmentClock(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) return;
        builder.Services.AddSingleton<MovableClock>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<MovableClock>());
    }

    /// <summary>Maps <c>POST /dev/clock?forward=7.00:00:00</c>, in Development only and from this machine only.</summary>
    public static void MapDevelopmentClock(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapPost("/dev/clock", async (TimeSpan forward, MovableClock clock, ISchedulerFactory schedulers, CancellationToken cancellationToken) =>
        {
            if (forward < TimeSpan.Zero || forward > s_farthest) return Results.BadRequest("Give forward as days and time, such as 7.00:00:00: from nothing up to 400 days.");
            await clock.ForwardAsync(forward, schedulers, cancellationToken);
            return Results.Ok(clock.GetUtcNow());
        }).AddEndpointFilter((context, next) => context.HttpContext.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
            ? next(context)
            : ValueTask.FromResult<object?>(Results.NotFound()));
    }
}
