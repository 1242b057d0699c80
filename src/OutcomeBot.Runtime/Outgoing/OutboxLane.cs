namespace OutcomeBot.Runtime.Outgoing;

/// <summary>The parcels for one channel, sent one after the other. It runs while it has some and costs nothing when it has none.</summary>
internal sealed class OutboxLane(Courier courier, Action<Errand> ended, TimeProvider time)
{
    /// <summary>More new cards than this in one channel at once are no conversation.</summary>
    private const int MostCards = 20;

    private readonly Queue<Errand> _queue = [];
    private readonly Lock _lock = new();
    private DateTimeOffset _next;
    private bool _running;

    /// <summary>How many wait here.</summary>
    public int Depth
    {
        get { lock (_lock) return _queue.Count; }
    }

    /// <summary>When the oldest of them was sent on its way.</summary>
    public Errand? Oldest
    {
        get { lock (_lock) return _queue.TryPeek(out var errand) ? errand : null; }
    }

    /// <summary>The subjects whose cards are on their way here.</summary>
    public IReadOnlyList<Core.Practices.Subject> Cards
    {
        get { lock (_lock) return [.. _queue.Where(errand => errand.Parcel.Reply is Core.Chat.Show).Select(errand => errand.Parcel.Subject).Distinct().Take(MostCards)]; }
    }

    /// <summary>When a sending was last begun or ended; what stands still longer than any wait is stuck.</summary>
    public DateTimeOffset MovedAt { get; private set; } = time.GetUtcNow();

    /// <summary>Puts a parcel at the end; true when the lane was at rest and has to be run.</summary>
    public bool Add(Errand errand)
    {
        lock (_lock)
        {
            _queue.Enqueue(errand);
            return !_running && (_running = true);
        }
    }

    /// <summary>Sends until nothing is left.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (Next() is { } errand)
        {
            MovedAt = Latest(time.GetUtcNow(), _next);
            var wait = _next - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            var step = await courier.CarryAsync(errand, cancellationToken);
            _next = time.GetUtcNow() + step.Wait;
            if (!step.IsFinished) continue;
            lock (_lock) _queue.Dequeue();
            ended(errand);
        }
    }

    private Errand? Next()
    {
        lock (_lock)
        {
            if (_queue.TryPeek(out var errand)) return errand;
            _running = false;
            return null;
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
