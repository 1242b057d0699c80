using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OutcomeBot.Slack;

/// <summary>Degraded while an admin has to install the app again before its token ends; one workspace's trouble takes the bot from no other.</summary>
internal sealed class SlackHealth(SlackRotation rotation) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(rotation.RefusedUntil is { Count: > 0 } ends
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"Slack renews the tokens of {ends.Count} installations no more, and the first of them ends at {ends.Min():u}. The log names them: install OutcomeBot there again before, at /slack/install."))
            : HealthCheckResult.Healthy("Every token is renewed in time."));
}
