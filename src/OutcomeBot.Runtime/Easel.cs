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
    public async Task<IReadOnlyList<Picture>> PngAsync(Drawn drawn, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => Draw(drawn), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for what is being drawn: the painter's fonts are freed next, and a pen that still reads them would end the process.</summary>
    public void Dispose()
    {
        for (var place = 0; place < s_places; place++) _places.Wait();
        _places.Dispose();
    }

    private IReadOnlyList<Picture> Draw(Drawn drawn)
    {
        ThreadManners.StepBack();
        return painter.Png(drawn);
    }
}
