using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Asks Slack whether the bot is installed somewhere, before what was kept of a removed workspace is erased.</summary>
internal sealed class SlackPresence(SlackInstallations installations, SlackInstallationBook book, SlackClient client)
{
    /// <summary>True when Slack takes a token for this workspace, false when there is none that it takes; null when that can't be told now.</summary>
    public async ValueTask<bool?> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        try
        {
            if (await installations.OfAsync(tenant, cancellationToken) is not { } installation) return await HasSealedAsync(tenant, cancellationToken) ? null : false;

            // The token of the settings stays there when Slack takes it no more, so having one says nothing.
            var result = await client.AskAsync(tenant, "auth.test", [], cancellationToken);
            return result.IsFine ? IsOf(installation, result, tenant) : SlackErrors.IsAboutToken(result) ? false : null;
        }
        catch (SlackUnreachableException)
        {
            return null;
        }
    }

    /// <summary>The token of the settings may be another workspace's by now.</summary>
    private static bool IsOf(SlackInstallation installation, SlackResult result, Tenant tenant) =>
        installation.Of is not null || result.Body.Says("is_enterprise_install") || result.Body.Id("team_id") == tenant.Workspace;

    /// <summary>Tokens that can't be opened with the keys that are here, or that the settings don't let serve, are tokens all the same.</summary>
    private async ValueTask<bool> HasSealedAsync(Tenant tenant, CancellationToken cancellationToken) =>
        await book.HasTokensAsync(tenant, cancellationToken)
        || (await book.OrganisationOfAsync(tenant, cancellationToken) is { } organisation && await book.HasTokensAsync(SlackIds.Tenant(organisation), cancellationToken));
}
