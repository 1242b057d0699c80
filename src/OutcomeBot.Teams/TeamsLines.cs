using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>The thread that a typed line belongs to, also where Teams has none.</summary>
internal sealed class TeamsLines(TeamsAddresses addresses, IPostings postings)
{
    /// <summary>
    /// The thread that a line belongs to. Where there are none, a line that is no command belongs to the message it quotes, or
    /// else to the newest card.
    /// </summary>
    public async ValueTask<string?> ThreadAsync(TeamsActivity activity, bool isPlain, CancellationToken cancellationToken)
    {
        if (activity.Scope == TeamsScope.Channel) return activity.Root ?? activity.Id;
        if (TeamsTyped.QuotedMessage(activity.Node) is { } quoted) return quoted;
        return isPlain ? await NewestCardAsync(activity, cancellationToken) : null;
    }

    /// <summary>People can answer a card before we hear that it was posted: which one is the newest shows when we do, perhaps just now.</summary>
    private async ValueTask<string?> NewestCardAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await postings.CardsPostedAsync(new Place(activity.Tenant, activity.Channel), cancellationToken);
        }
        catch (TimeoutException)
        {
            // It is taken with the cards that are known.
        }

        return (await addresses.OfAsync(activity.Tenant, activity.Channel, cancellationToken))?.LastCard;
    }
}
