using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Notes that only one person sees: in the conversation that the bot has with them alone.</summary>
internal sealed class TeamsNotes(TeamsClient client, TeamsRoutes routes, TeamsWriter writer, TeamsPictures pictures, TeamsSeal seal)
{
    /// <summary>What they press in it happens in the place that the note is about.</summary>
    public async Task<Sending> WhisperAsync(Place about, Person to, Card card, CancellationToken cancellationToken)
    {
        var alone = new Place(about.Tenant, to.Id);
        var (route, refusal) = await routes.ToAsync(alone, cancellationToken);
        if (route is null) return refusal;
        var origin = about.Channel == to.Id ? null : seal.Of(about, to.Id);
        foreach (var message in writer.Messages(card, await pictures.OfAsync(about.Tenant, card, cancellationToken), origin))
        {
            var result = await client.PostAsync(route.ServiceUrl, route.Conversation, ActivityCall.Of(message), cancellationToken);
            if (!result.IsFine) return await routes.RefusedAsync(alone, result, cancellationToken);
        }

        return new Done();
    }
}
