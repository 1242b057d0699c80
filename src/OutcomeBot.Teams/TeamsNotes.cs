using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// Notes that only one person sees: in the conversation they are about where Teams hides them from the others there, else in the
/// one that the bot has with that person alone.
/// </summary>
internal sealed class TeamsNotes(TeamsPosts posts, TeamsTargets targets, TeamsRoutes routes, TeamsWriter writer, TeamsPictures pictures, TeamsSeal seal)
{
    /// <summary>What they press in it happens in the place that the note is about.</summary>
    public async Task<Sending> WhisperAsync(TeamsPosting posting, Person to, Card card, CancellationToken cancellationToken)
    {
        var (about, alone) = (posting.Place, new Place(posting.Place.Tenant, to.Id));
        var origin = about.Channel == alone.Channel ? null : seal.Of(about, to.Id);
        var messages = writer.Messages(card, await pictures.OfAsync(about.Tenant, card, cancellationToken), origin);
        if (await targets.RouteAsync(about, to, cancellationToken) is { } there)
        {
            var sent = await SentAsync(posting, there, messages, cancellationToken);
            if (sent is Done || targets.MayTake(about)) return sent;
        }

        var (route, refusal) = await routes.ToAsync(alone, cancellationToken);
        return route is null ? refusal : await SentAsync(posting with { Place = alone }, route, messages, cancellationToken);
    }

    /// <summary>A note is no card of its subject: which message it became is nobody's business.</summary>
    private async Task<Sending> SentAsync(TeamsPosting posting, TeamsRoute route, IReadOnlyList<TeamsMessage> messages, CancellationToken cancellationToken)
    {
        var sent = await posts.SendAsync(posting, route, messages, TimeSpan.Zero, cancellationToken);
        return sent is Done ? new Done() : sent;
    }
}
