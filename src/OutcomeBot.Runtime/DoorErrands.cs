using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Runtime;

/// <summary>Something to do at a platform after its request has been answered; the name is for the log.</summary>
public sealed record DoorErrand(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>Owns what goes on after a request has been answered: notes, forms that open, answers that came late. Each door has a queue of its own, with an end.</summary>
public abstract partial class DoorErrands(string platform, ILogger logger) : BackgroundService
{
    private const int LongestQueue = 2_000;
    private const int AtOnce = 32;

    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    private readonly Channel<DoorErrand> _errands = Channel.CreateBounded<DoorErrand>(LongestQueue);

    /// <summary>Takes an errand, unless too many wait already; then the log has it.</summary>
    public bool TryTake(DoorErrand errand)
    {
        if (_errands.Writer.TryWrite(errand)) return true;
        Log.Full(logger, errand.Name, platform);
        return false;
    }

    /// <summary>Lets what was promised finish before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _errands.Writer.TryComplete();
        if (ExecuteTask is { } running) await Task.WhenAny(running, Task.Delay(s_farewell, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _errands.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        RunAsync);

    private async ValueTask RunAsync(DoorErrand errand, CancellationToken cancellationToken)
    {
        try
        {
            await errand.RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // One errand's fault must not stop those behind it; it is logged whole.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, errand.Name, platform);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Errand} for {Platform} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string errand, string platform);

        [LoggerMessage(2, LogLevel.Error, "{Errand} for {Platform} was dropped: too much waits already. The platform answers slowly, or cannot be reached.")]
        public static partial void Full(ILogger logger, string errand, string platform);
    }
}
