using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OutcomeBot.Runtime;

/// <summary>Ready when the store can be read and written.</summary>
internal sealed class StoreHealth(IJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        await journal.IsReadyAsync(cancellationToken)
            ? HealthCheckResult.Healthy("The store is open.")
            : HealthCheckResult.Unhealthy("The store does not answer.");
}

/// <summary>Ready when what waits to be sent is moving.</summary>
internal sealed class OutboxHealth(Outbox outbox) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(outbox.IsMoving
            ? HealthCheckResult.Healthy($"{outbox.Depth} replies wait to be sent.")
            : HealthCheckResult.Unhealthy($"{outbox.Depth} replies wait to be sent and do not move."));
}
