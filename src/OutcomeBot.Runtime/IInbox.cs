using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>Where every door brings what arrived.</summary>
public interface IInbox
{
    /// <summary>
    /// Takes it through the whole turn. When this returns, whatever it changed is on disk. It does not throw for what
    /// people do; a failed turn answers with a whispered apology, and the same delivery may come again.
    /// </summary>
    Task<Answer> TakeAsync(Incoming incoming, CancellationToken cancellationToken);
}
