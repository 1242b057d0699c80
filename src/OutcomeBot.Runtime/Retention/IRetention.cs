using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>What doors tell about tenants that the bot was removed from, so that what it left there ends in time.</summary>
public interface IRetention
{
    /// <summary>The bot was removed from all of this tenant. On disk when it returns; saying it twice is harmless.</summary>
    ValueTask RemovedAsync(Tenant tenant, CancellationToken cancellationToken);

    /// <summary>The bot is in this tenant: what was kept stays. Where it is being erased already, this returns when all of it is gone, so that nobody finds half of it.</summary>
    ValueTask BackAsync(Tenant tenant, CancellationToken cancellationToken);
}
