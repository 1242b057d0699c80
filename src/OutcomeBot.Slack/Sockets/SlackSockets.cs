using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack.Sockets;

/// <summary>Socket Mode: the bot calls Slack and holds sockets open, instead of waiting for requests at a public address.</summary>
internal sealed class SlackSockets(
    SlackSocketOpener opener, SlackSocketStanding standing, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackSocketKeeper> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        from _ in Enumerable.Range(0, options.Value.SocketConnections)
        select new SlackSocketKeeper(opener, standing, time, logger).KeepAsync(stoppingToken));
}

/// <summary>Socket Mode, for the door.</summary>
internal static class SlackSocketServices
{
    /// <summary>Dead within half a minute, as Slack's own clients have it.</summary>
    private static readonly SlackHeartbeat s_heartbeat = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    public static void AddSlackSockets(this IServiceCollection services)
    {
        services.TryAddSingleton(s_heartbeat);
        services.AddSingleton<SlackEnvelopes>().AddSingleton<SlackSocketOpener>().AddSingleton<SlackSocketStanding>();
        services.AddHostedService<SlackSockets>();
        services.AddHealthChecks().AddCheck<SlackSocketStanding>("slack-sockets", tags: ["ready"]);
    }
}
