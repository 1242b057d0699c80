using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// Which installation serves a workspace: its own, else its organisation's, else the one of the settings. Known ones are in
/// memory; the store is asked for the others, and told of every change before memory is.
/// </summary>
/// <remarks>
/// An app without client id can be installed in one place only, so then the token of the settings serves whatever Slack
/// signs. With a client id it serves the workspace that Slack says it belongs to.
/// </remarks>
internal sealed class SlackInstallations(SlackInstallationBook book, SlackIdentity identity, IRetention retention, IOptions<SlackOptions> options, TimeProvider time) : IForgets, IDisposable
{
    private readonly ConcurrentDictionary<Tenant, SlackInstallation> _known = new();
    private readonly bool _takesMany = options.Value.TakesInstallations;
    private readonly IReadOnlyList<string> _allowed = options.Value.Allowed;

    /// <summary>One look-up or change at a time, so that memory and store never disagree.</summary>
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What serves a workspace as far as memory knows, without looking further.</summary>
    public SlackInstallation? Known(Tenant tenant) => _takesMany
        ? _known.TryGetValue(tenant, out var known) && known.Tokens is not null && MayServe(known, tenant) ? known : null
        : identity.Installation;

    /// <summary>What serves a workspace; null when OutcomeBot is not installed there.</summary>
    public ValueTask<SlackInstallation?> OfAsync(Tenant tenant, CancellationToken cancellationToken) => OfAsync(tenant, organisation: null, cancellationToken);

    /// <summary>What serves a workspace of which Slack has just said that it belongs to this organisation.</summary>
    public ValueTask<SlackInstallation?> OfAsync(Tenant tenant, string? organisation, CancellationToken cancellationToken) =>
        Known(tenant) is { Tokens: not null } known ? new(known)
        : _takesMany ? FoundAsync(tenant, organisation, cancellationToken)
        : new((SlackInstallation?)null);

    /// <summary>Whether whoever runs the bot lets this workspace or organisation install it.</summary>
    public bool MayInstall(SlackInstallation installation) => installation.Of is { } of && MayServe(installation, of);

    /// <summary>Keeps a new installation, in place of an earlier one of the same workspace.</summary>
    public Task AddAsync(SlackInstallation installation, SlackTokens tokens, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        var of = installation.Of ?? throw new ArgumentException("The token of the settings is kept in the settings.", nameof(installation));
        await retention.BackAsync(of, cancellationToken);
        await book.WriteAsync(installation, tokens, cancellationToken);
        installation.Tokens = tokens;
        if (_known.TryGetValue(of, out var earlier) && earlier.Of == of) earlier.Tokens = null;
        _known[of] = installation;

        // Those that another installation serves may have this one now: they look for it anew.
        foreach (var (tenant, known) in _known)
            if (known.Of != tenant) _known.TryRemove(tenant, out _);
    }, cancellationToken);

    /// <summary>Puts new tokens in the place of those that were renewed; nothing when the installation has ended or changed meanwhile.</summary>
    public Task RenewAsync(SlackInstallation installation, SlackTokens spent, SlackTokens tokens, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (installation.Tokens != spent) return;
        try
        {
            await book.WriteAsync(installation, tokens, cancellationToken);
        }
        finally
        {
            // The earlier pair is spent: where this one can't be written, it is all the same the only one there is.
            installation.Tokens = tokens;
        }
    }, cancellationToken);

    /// <summary>Ends an installation: its tokens are gone from memory at once and from the store when this returns; what else is kept of the workspaces it served is kept for its time.</summary>
    public Task EndAsync(SlackInstallation installation, CancellationToken cancellationToken)
    {
        installation.Tokens = null;
        return AloneAsync(async () =>
        {
            // Again, for a renewal may have been on its way.
            installation.Tokens = null;

            // Who installs anew just now has an installation of their own, and its tokens stay.
            var stored = installation.Of is { } of ? await book.ReadAsync(of, cancellationToken) : null;
            if (stored is null || stored.InstalledAt > installation.InstalledAt) return;
            await RemovedAsync(installation, cancellationToken);
            await book.EraseTokensAsync(installation, time.GetUtcNow(), cancellationToken);
        }, cancellationToken);
    }

    /// <summary>The organisation's installation serves this workspace from now on; null: no organisation's does.</summary>
    public Task LinkAsync(Tenant workspace, string? organisation, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        if (organisation is not null) await retention.BackAsync(workspace, cancellationToken);
        else if (!await book.HasTokensAsync(workspace, cancellationToken)) await retention.RemovedAsync(workspace, cancellationToken);
        await book.LinkAsync(workspace, organisation, cancellationToken);
        if (_known.TryGetValue(workspace, out var known) && known.Of != workspace) _known.TryRemove(workspace, out _);
    }, cancellationToken);

    public void Forget(Tenant tenant) => _known.TryRemove(tenant, out _);

    public void Dispose() => _one.Dispose();

    /// <summary>Said before the tokens go, because Slack tells of a removal again until it has its answer, and a process that ends now must not forget it.</summary>
    private async Task RemovedAsync(SlackInstallation installation, CancellationToken cancellationToken)
    {
        var of = installation.Of!.Value; // Only what stands in the store comes here.
        await retention.RemovedAsync(of, cancellationToken);
        if (!installation.IsOrganisation) return;
        foreach (var workspace in await book.WorkspacesOfAsync(of, cancellationToken))
            if (!await book.HasTokensAsync(workspace, cancellationToken)) await retention.RemovedAsync(workspace, cancellationToken);
    }

    private async ValueTask<SlackInstallation?> FoundAsync(Tenant tenant, string? organisation, CancellationToken cancellationToken)
    {
        SlackInstallation? found = null;
        await AloneAsync(async () => found = await LookedUpAsync(tenant, organisation, cancellationToken), cancellationToken);
        return found;
    }

    private async Task<SlackInstallation?> LookedUpAsync(Tenant tenant, string? organisation, CancellationToken cancellationToken)
    {
        if (Known(tenant) is { Tokens: not null } known) return known;
        if (await ExactlyAsync(tenant, cancellationToken) is { } own && MayServe(own, tenant)) return own;
        var linked = await book.OrganisationOfAsync(tenant, cancellationToken);
        var name = organisation ?? linked;
        if ((await WholeAsync(tenant, name, cancellationToken) ?? await OfSettingsAsync(tenant, name, cancellationToken)) is not { } found) return null;

        await retention.BackAsync(tenant, cancellationToken);

        // A reminder after the next start has nothing but the workspace to go by.
        if (name is not null && name != linked) await book.LinkAsync(tenant, name, cancellationToken);
        return _known[tenant] = found;
    }

    private async ValueTask<SlackInstallation?> WholeAsync(Tenant tenant, string? organisation, CancellationToken cancellationToken) =>
        organisation is not null && SlackIds.Tenant(organisation) is var of && of != tenant && await ExactlyAsync(of, cancellationToken) is { IsOrganisation: true } whole && MayServe(whole, tenant) ? whole : null;

    private async ValueTask<SlackInstallation?> ExactlyAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(tenant, out var known) && known.Tokens is not null && known.Of == tenant) return known;
        return await book.ReadAsync(tenant, cancellationToken) is { } stored ? _known[tenant] = stored : null;
    }

    private async ValueTask<SlackInstallation?> OfSettingsAsync(Tenant tenant, string? organisation, CancellationToken cancellationToken)
    {
        if (identity.Installation is not { Tokens: not null } installation) return null;
        if (identity.MayBeLearned) await identity.LearnAsync(cancellationToken);
        if (identity.IsUnknown) throw new SlackUnreachableException("Slack does not say just now whose token Slack:BotToken is.");
        return identity.Workspace is { } workspace && (workspace == tenant.Workspace || workspace == organisation) ? installation : null;
    }

    /// <summary>A workspace is let in by its own id or by its organisation's; the token of the settings was put there by whoever made the list.</summary>
    private bool MayServe(SlackInstallation installation, Tenant tenant) =>
        _allowed.Count == 0 || installation.Of is not { } of || _allowed.Contains(tenant.Workspace) || _allowed.Contains(of.Workspace) || (installation.Organisation is { } organisation && _allowed.Contains(organisation));

    private async Task AloneAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await act();
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>Slack can't be asked just now, and without its answer nothing may be done: to be tried again.</summary>
internal sealed class SlackUnreachableException(string message) : Exception(message);
