using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>A platform that does as it is told and remembers everything.</summary>
internal sealed class FakePlatform(TimeProvider time) : IPlatform, IDisposable
{
    private readonly SemaphoreSlim _sent = new(0);
    private int _message;

    public string Door => "test";

    public TimeSpan ChannelPace { get; set; } = TimeSpan.Zero;

    public RateLimit? Limit { get; set; }

    public ConcurrentQueue<(Letter Letter, DateTimeOffset At)> Letters { get; } = new();

    public ConcurrentQueue<(Letter Letter, Card Card)> Told { get; } = new();

    /// <summary>What becomes of a letter; null lets it arrive.</summary>
    public Func<Letter, Task<Sending?>> Fate { get; set; } = _ => Task.FromResult<Sending?>(null);

    public void Dispose() => _sent.Dispose();

    public RateLimit? LimitOf(Letter letter) => Limit;

    public async Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var fate = await Fate(letter);
        Letters.Enqueue((letter, time.GetUtcNow()));
        _sent.Release();
        if (fate is not null) return fate;
        var message = letter.Message ?? $"m{Interlocked.Increment(ref _message)}";
        return new Done(message, letter.Place.Thread ?? message);
    }

    public Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken)
    {
        Told.Enqueue((letter, card));
        return Task.FromResult(true);
    }

    /// <summary>Waits until so many more letters have been sent.</summary>
    public async Task ArriveAsync(int letters = 1)
    {
        for (var left = letters; left > 0; left--)
            if (!await _sent.WaitAsync(TimeSpan.FromSeconds(20))) throw new TimeoutException($"Only {Letters.Count} letters were sent.");
    }
}
