using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// Where pictures for chat are drawn: few at once, on threads of their own that step back for others, so that a round of
/// reports leaves pool and processors to the turns. Those that wait hold no thread.
/// </summary>
public sealed class Easel(IPainter painter) : IDisposable
{
    private static readonly int s_places = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly SemaphoreSlim _places = new(s_places);

    /// <summary>The pictures of a block, once there is a place to draw them.</summary>
    public Task<IReadOnlyList<Picture>> PngAsync(Drawn drawn, CancellationToken cancellationToken) =>
        PaintedAsync(() => painter.Png(drawn), cancellationToken);

    /// <summary>The same, no side longer than so many pixels.</summary>
    public Task<IReadOnlyList<Picture>> PngAsync(Drawn drawn, int longestSide, CancellationToken cancellationToken) =>
        PaintedAsync(() => painter.Png(drawn, longestSide), cancellationToken);

    /// <summary>Waits for what is being drawn: the painter's fonts are freed next, and a pen that still reads them would end the process.</summary>
    public void Dispose()
    {
        for (var place = 0; place < s_places; place++) _places.Wait();
        _places.Dispose();
    }

    private async Task<IReadOnlyList<Picture>> PaintedAsync(Func<IReadOnlyList<Picture>> paint, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => Stepped(paint), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _places.Release();
        }
    }

    private static IReadOnlyList<Picture> Stepped(Func<IReadOnlyList<Picture>> paint)
    {
        ThreadManners.StepBack();
        return paint();
    }
}
