using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>What is on its way out, for doors that have to know which card a line answers.</summary>
public interface IPostings
{
    /// <summary>Waits until every card on its way to this channel has been posted. When that takes longer than a platform waits for us, it fails with a <see cref="TimeoutException"/>.</summary>
    Task CardsPostedAsync(Place channel, CancellationToken cancellationToken);
}
