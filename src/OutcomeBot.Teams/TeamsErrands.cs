using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Teams;

/// <summary>Something to do for Teams after its request has been answered; the name is for the log.</summary>
internal sealed record TeamsErrand(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>Owns what goes on after a request has been answered: notes, forms in the conversation, answers that came late. Its queue has an end.</summary>
internal sealed partial class TeamsErrands(ILogger<TeamsErrands> logger) : BackgroundService
{
    private const int LongestQueue = 2_000;
    private const int AtOnce = 32;

    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    private readonly Channel<TeamsErrand> _errands = Channel.CreateBounded<TeamsErrand>(LongestQueue);

    /// <summary>Takes an errand, unless too many wait already; then the log has it.</summary>
    public void Take(TeamsErrand errand)
    {
        if (!_errands.Writer.TryWrite(errand)) Log.Full(logger, errand.Name);
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

    private async ValueTask RunAsync(TeamsErrand errand, CancellationToken cancellationToken)
    {
        try
        {
            await errand.RunAsync(cancellationToken);
        }
#pragma warning disable CA1031 // One errand's fault must not stop those behind it; it is logged whole.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, errand.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Errand} for Teams failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string errand);

        [LoggerMessage(2, LogLevel.Error, "{Errand} for Teams was dropped: too much waits already. Teams answers slowly, or cannot be reached.")]
        public static partial void Full(ILogger logger, string errand);
    }
}
