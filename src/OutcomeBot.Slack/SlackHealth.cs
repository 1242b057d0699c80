using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OutcomeBot.Slack;

/// <summary>Degraded while an admin has to install the app again before its token ends; one workspace's trouble takes the bot from no other.</summary>
internal sealed class SlackHealth(SlackRotation rotation) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(rotation.Refused is > 0 and var count
            ? HealthCheckResult.Degraded($"The token of {count} installations is renewed no more; the log names them. Install OutcomeBot there again.")
            : HealthCheckResult.Healthy("Every token is renewed in time."));
}
