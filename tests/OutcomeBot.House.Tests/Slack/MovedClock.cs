using NodaTime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The machine's clock as far as its pace goes, but set to another time: it runs on by itself, and timers with it.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ahead;

    public MovedClock(Instant at) => MoveTo(at);

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void MoveTo(Instant at) => Interlocked.Exchange(ref _ahead, (at.ToDateTimeOffset() - base.GetUtcNow()).Ticks);
}
