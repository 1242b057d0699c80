using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack.Sockets;

/// <summary>How the sockets to Slack stand, for whoever watches the bot: ready when one is open at least.</summary>
internal sealed partial class SlackSocketStanding : IHealthCheck
{
    private readonly ILogger _logger;
    private readonly int _wanted;
    private int _open;
    private volatile string _trouble = "";
    private volatile string? _end;

    public SlackSocketStanding(IOptions<SlackOptions> options, RuntimeMeter meter, ILogger<SlackSocketStanding> logger)
    {
        (_wanted, _logger) = (options.Value.SocketConnections, logger);
        meter.WatchConnections(SlackPlatform.DoorName, () => Volatile.Read(ref _open));
    }

    /// <summary>Counts a socket that is open, until it is closed.</summary>
    public async Task CountAsync(Task closed)
    {
        Interlocked.Increment(ref _open);
        _trouble = "";
        try
        {
            await closed;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>There is no socket for this reason; it will be tried again.</summary>
    public void Wait(string sentence)
    {
        _trouble = sentence;
        Log.Waits(_logger, sentence);
    }

    /// <summary>There is no socket for this reason, and there will be none before somebody has mended it.</summary>
    public void GiveUp(string sentence)
    {
        if (Interlocked.Exchange(ref _end, sentence) == sentence) return;
        Log.GivenUp(_logger, sentence);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var open = Volatile.Read(ref _open);
        var says = $"Sockets to Slack: {open} open, {_wanted} wanted. {_end ?? _trouble}".TrimEnd();
        return Task.FromResult(open == 0 ? HealthCheckResult.Unhealthy(says) : open < _wanted ? HealthCheckResult.Degraded(says) : HealthCheckResult.Healthy(says));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Sentence} OutcomeBot goes on trying.")]
        public static partial void Waits(ILogger logger, string sentence);

        [LoggerMessage(2, LogLevel.Error, "{Sentence}")]
        public static partial void GivenUp(ILogger logger, string sentence);
    }
}
