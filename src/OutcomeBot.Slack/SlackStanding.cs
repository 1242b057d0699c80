using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Follows what Slack tells about installations: where the app was removed, its tokens are gone before Slack has its answer.</summary>
internal sealed partial class SlackStanding(SlackInstallations installations, SlackClient client, IRetention retention, ILogger<SlackStanding> logger)
{
    /// <summary>Does what the event asks for. Doing it twice is harmless.</summary>
    public async Task FollowAsync(AccessChanged change, CancellationToken cancellationToken)
    {
        if (change.Kind is AccessChange.Granted or AccessChange.Revoked)
            await SwitchAsync(change, cancellationToken);
        else if ((change.Workspace ?? change.Organisation) is { } of)
            await RemovedAsync(SlackIds.Tenant(of), change, cancellationToken);
    }

    /// <summary>The organisation's installation serves these workspaces, or serves them no more.</summary>
    private async Task SwitchAsync(AccessChanged change, CancellationToken cancellationToken)
    {
        if (change.Organisation is not { } organisation) return;
        foreach (var workspace in change.Ids)
            await installations.LinkAsync(SlackIds.Tenant(workspace), change.Kind == AccessChange.Granted ? organisation : null, cancellationToken);
        Log.Switched(logger, organisation, change.Kind, change.Ids.Length);
    }

    private async Task RemovedAsync(Tenant of, AccessChanged change, CancellationToken cancellationToken)
    {
        if (await installations.OfAsync(of, change.Organisation, cancellationToken) is not { Tokens: not null } installation || !Concerns(change, installation)) return;

        // What was installed anew since stays: Slack may tell of a removal for an hour.
        if (change.At < installation.InstalledAt) return;
        if (installation.Of == of)
        {
            Log.Removed(logger, of, change.Kind);
            await installations.EndAsync(installation, cancellationToken);

            // There may be another one behind it: the organisation's, or the one of the settings.
            await RemovedAsync(of, change, cancellationToken);
        }
        else
        {
            // Whether the event means this one too, Slack knows.
            var result = await client.AskAsync(of, "auth.test", [], cancellationToken);
            if (!SlackErrors.IsAboutToken(result)) return;
            await retention.RemovedAsync(of, cancellationToken);
            await installations.EndAsync(installation, cancellationToken);
        }
    }

    private static bool Concerns(AccessChanged change, SlackInstallation installation) =>
        change.Kind == AccessChange.Removed || (installation.BotUser is { } bot && change.Ids.Contains(bot));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "OutcomeBot was removed from {Installation} ({Change}). Its token is thrown away and nothing is sent there; what else was kept stays for the days of Retention:AfterRemovalDays. Installing it again before makes it go on.")]
        public static partial void Removed(ILogger logger, Tenant installation, AccessChange change);

        [LoggerMessage(2, LogLevel.Information, "{Organisation} changed where OutcomeBot is switched on: {Change} for {Count} workspaces.")]
        public static partial void Switched(ILogger logger, string organisation, AccessChange change, int count);
    }
}
