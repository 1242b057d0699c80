namespace OutcomeBot.Runtime;

/// <summary>
/// How long a call to others may take, from the first byte to the last. Only time in which this process runs is counted: after
/// the machine has held it up, an answer that has come meanwhile is still read, and nothing is sent a second time for want of it.
/// </summary>
public sealed class Patience : IAsyncDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _source;
    private readonly Timer _timer;
    private int _left;

    /// <summary>Begins to count; a limit is rounded up to whole seconds.</summary>
    public Patience(TimeSpan limit, CancellationToken cancellationToken)
    {
        _left = (int)Math.Ceiling(limit / s_step);
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _timer = new Timer(static patience => ((Patience)patience!).Tick(), this, s_step, s_step);
    }

    /// <summary>Is cancelled when the patience has ended, or the caller's.</summary>
    public CancellationToken Token => _source.Token;

    public async ValueTask DisposeAsync()
    {
        // A tick that is under way is waited for: it must not find the source gone.
        await _timer.DisposeAsync();
        _source.Dispose();
    }

    /// <summary>After a standstill a timer ticks once, however long that was.</summary>
    private void Tick()
    {
        if (Interlocked.Decrement(ref _left) == 0) _source.Cancel();
    }
}
