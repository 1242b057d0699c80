using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// Where pictures for chat are drawn: few at once, on threads of their own that step back for others, so that a round of
/// reports leaves pool and processors to the turns. Those that wait hold no thread.
/// </summary>
public sealed class Easel(IPainter painter) : IDisposable
{
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

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

    public void Dispose() => _places.Dispose();

    private IReadOnlyList<Picture> Draw(Drawn drawn)
    {
        ThreadManners.StepBack();
        return painter.Png(drawn);
    }
}
