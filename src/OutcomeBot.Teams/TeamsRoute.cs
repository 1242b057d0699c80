using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>The way to a place: the connector, the conversation with its thread, and whether it has threads at all.</summary>
internal sealed record TeamsRoute(string ServiceUrl, string Conversation, TeamsScope Scope)
{
    /// <summary>Who alone sees what goes there; null when everybody in the conversation does.</summary>
    public RecipientCall? OnlyTo { get; init; }

    /// <summary>The thread that a message there begins or belongs to: without threads, every message is its own.</summary>
    public string? ThreadOf(string message, string? thread) => Scope == TeamsScope.Channel ? thread ?? message : message;
}

/// <summary>Finds the way to a place, and begins the conversation with a person when there is none yet.</summary>
internal sealed class TeamsRoutes(TeamsAddresses addresses, TeamsClient client, Microsoft.Extensions.Options.IOptions<TeamsOptions> options)
{
    /// <summary>The way there; null, and why, when there is none.</summary>
    public async Task<(TeamsRoute? Route, Sending Refusal)> ToAsync(Place place, CancellationToken cancellationToken)
    {
        var address = await addresses.OfAsync(place.Tenant, place.Channel, cancellationToken);
        if (address?.Closed is { } closed) return (null, new Never(TeamsErrors.Sentence(closed)));
        if (address is { Conversation: { } conversation })
            return (new TeamsRoute(address.ServiceUrl, address.Scope == TeamsScope.Channel ? TeamsActivity.InThread(conversation, place.Thread) : conversation, address.Scope), new Done());
        if (address is { Mri: { } mri }) return await BegunAsync(place, address, mri, cancellationToken);

        // A conversation's id is enough to write there, as long as the bot is in it; a person's is not.
        return place.Channel.StartsWith("19:", StringComparison.Ordinal)
            ? (new TeamsRoute(TeamsCloud.Of(options.Value.Cloud).ServiceUrl, TeamsActivity.InThread(place.Channel, place.Thread), TeamsScope.Channel), new Done())
            : (null, new Never("I haven't met that person or conversation in Teams yet, so I can't write there. What you said is saved. Ask them to open OutcomeBot in Teams and say hello, then try again."));
    }

    /// <summary>Notes what a refusal teaches about a conversation.</summary>
    public async Task<Sending> RefusedAsync(Place place, TeamsResult result, CancellationToken cancellationToken)
    {
        if (TeamsErrors.Closed(result) is { } closed)
            await addresses.ChangeAsync(place.Tenant, place.Channel, before => before is null ? null : before with { Closed = closed }, cancellationToken);
        return TeamsErrors.Sending(result);
    }

    private async Task<(TeamsRoute? Route, Sending Refusal)> BegunAsync(Place place, TeamsAddress address, string mri, CancellationToken cancellationToken)
    {
        var call = new CreateCall([new MemberCall(mri)], place.Tenant.Workspace, address.Bot is { } bot ? new MemberCall(bot) : null);
        var result = await client.CreateAsync(address.ServiceUrl, call, cancellationToken);
        if (!result.IsFine) return (null, await RefusedAsync(place, result, cancellationToken));
        if (result.Id is not { } conversation) return (null, new Later(TimeSpan.FromSeconds(5), Reach.Channel, "Teams named no conversation."));
        await addresses.ChangeAsync(place.Tenant, place.Channel, before => (before ?? address) with { Conversation = conversation }, cancellationToken);
        return (new TeamsRoute(address.ServiceUrl, conversation, TeamsScope.Person), new Done());
    }
}
