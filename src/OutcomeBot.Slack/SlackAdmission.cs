using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// Stands between what Slack sent and the inbox: it reads it as the bot of the workspace it came from, and nothing comes
/// further from where OutcomeBot is not installed.
/// </summary>
internal sealed class SlackAdmission(SlackInstallations installations, SlackIdentity identity, SlackStanding standing)
{
    /// <summary>What an event is, read again when something had to be learned for it first.</summary>
    public async ValueTask<SlackRead> ReadAsync(Func<SlackRead> translate, CancellationToken cancellationToken)
    {
        var read = translate();
        if (read is IdentityWanted wanted)
        {
            if (await installations.OfAsync(wanted.Tenant, wanted.Organisation, cancellationToken) is null) return new NotForUs("an event from where OutcomeBot is not installed");
            if (identity.MayBeLearned) await identity.LearnAsync(cancellationToken);
            read = translate();
        }
        return await AdmittedAsync(read, cancellationToken);
    }

    /// <summary>What was read, as far as it may come.</summary>
    public async ValueTask<SlackRead> AdmittedAsync(SlackRead read, CancellationToken cancellationToken) => read switch
    {
        AccessChanged change => await FollowedAsync(change, cancellationToken),
        AboutChannel about when await installations.OfAsync(about.Tenant, cancellationToken) is null => new NotForUs("a channel of where OutcomeBot is not installed"),
        LinksShared shared when await installations.OfAsync(shared.Tenant, shared.Organisation, cancellationToken) is null => new NotForUs("a link from where OutcomeBot is not installed"),
        ForInbox forInbox when await installations.OfAsync(forInbox.Incoming.Place.Tenant, forInbox.Organisation, cancellationToken) is null => new NotInstalled(forInbox),
        _ => read,
    };

    private async Task<SlackRead> FollowedAsync(AccessChanged change, CancellationToken cancellationToken)
    {
        await standing.FollowAsync(change, cancellationToken);
        return new NotForUs(change.Kind.ToString());
    }
}

/// <summary>What a person is told where OutcomeBot is not installed.</summary>
internal static class SlackNotInstalled
{
    /// <summary>Beside what they did, or at the form they filled in. Nothing of it is kept.</summary>
    public static Reply Answer(ForInbox read, Uri? address)
    {
        var how = address is null ? "Ask a workspace admin to install it" : $"Ask a workspace admin to install it at {new Uri(address, SlackInstallEndpoints.InstallPath)}";
        var sentence = $"OutcomeBot isn't installed in this workspace, or was removed from it, so nothing was done and nothing was kept. {how}, then try again.";
        return read is { Incoming: Filled, Fields: [var field, ..] }
            ? new Wrong([(field, sentence)])
            : new Whisper(read.Incoming.Place, read.Incoming.By, new Card("OutcomeBot isn't installed here", new Prose(sentence)));
    }
}
