using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

public sealed class EaselTests
{
    private static readonly Plot s_plot = new("", "", "", "Said aloud.", new PlotUnit(""), []);

    [Fact]
    public async Task Half_of_the_processors_draw_and_the_others_are_left_to_the_turns()
    {
        using var painter = new WatchedPainter();
        using var easel = new Easel(painter);
        var drawn = Enumerable.Range(0, 40).Select(_ => easel.PngAsync(s_plot, CancellationToken.None)).ToList();
        painter.Release();
        Assert.All(await Task.WhenAll(drawn), pictures => Assert.Single(pictures));
        Assert.InRange(painter.MostAtOnce, 1, Math.Max(1, Environment.ProcessorCount / 2));
    }

    [Fact]
    public async Task It_is_put_away_only_when_nobody_draws_on_it()
    {
        using var painter = new WatchedPainter();
        var easel = new Easel(painter);
        var drawn = easel.PngAsync(s_plot, CancellationToken.None);
        await painter.BeganAsync();
        var away = Task.Run(easel.Dispose);
        Assert.False(away.IsCompleted || drawn.IsCompleted);
        painter.Release();
        Assert.Single(await drawn);
        await away;
    }

    [Fact]
    public async Task A_picture_that_fails_gives_its_place_back()
    {
        using var easel = new Easel(new BrokenPainter());
        for (var time = 0; time < Environment.ProcessorCount + 1; time++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => easel.PngAsync(s_plot, CancellationToken.None));
    }

    private sealed class WatchedPainter : IPainter, IDisposable
    {
        private readonly ManualResetEventSlim _released = new();
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _now;
        private int _most;

        public int MostAtOnce => _most;

        public Task BeganAsync() => _began.Task;

        public void Release() => _released.Set();

        public IReadOnlyList<Picture> Png(Drawn drawn)
        {
            var now = Interlocked.Increment(ref _now);
            for (var most = _most; now > most && Interlocked.CompareExchange(ref _most, now, most) != most; most = _most) { }
            _began.TrySetResult();
            _released.Wait();
            Interlocked.Decrement(ref _now);
            return [new([1], 1600, 900, drawn.AltText)];
        }

        public string Svg(Drawn drawn) => throw new NotSupportedException();

        public void Dispose() => _released.Dispose();
    }

    private sealed class BrokenPainter : IPainter
    {
        public IReadOnlyList<Picture> Png(Drawn drawn) => throw new InvalidOperationException("No paint.");

        public string Svg(Drawn drawn) => throw new NotSupportedException();
    }
}
