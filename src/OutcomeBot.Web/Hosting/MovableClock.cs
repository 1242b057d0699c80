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

    /// <summary>Moves it forward; what has come due meanwhile comes at the next tick.</summary>
    public void Forward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
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
        app.MapPost("/dev/clock", (TimeSpan forward, MovableClock clock) =>
        {
            if (forward < TimeSpan.Zero || forward > s_farthest) return Results.BadRequest("Give forward as days and time, such as 7.00:00:00: from nothing up to 400 days.");
            clock.Forward(forward);
            return Results.Ok(clock.GetUtcNow());
        }).AddEndpointFilter((context, next) => context.HttpContext.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
            ? next(context)
            : ValueTask.FromResult<object?>(Results.NotFound()));
    }
}
