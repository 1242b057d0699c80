using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Slack;

/// <summary>
/// Tokens that Slack accepts now. Where the app rotates them, the next pair is got two hours before the access token ends, by
/// one call whoever asks, because a refresh token works once; the new pair is on disk before the earlier one is let go.
/// </summary>
internal sealed partial class SlackRotation(SlackInstallations installations, SlackOAuth oauth, TimeProvider time, ILogger<SlackRotation> logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<SlackInstallation, Renewal> _renewals = new();

    /// <summary>When the tokens end that Slack renews no more: the admins there have to install the app again before.</summary>
    public IReadOnlyList<DateTimeOffset?> RefusedUntil => [.. _renewals.Where(pair => pair.Value.IsRefused && pair.Key.Tokens is not null).Select(pair => pair.Value.Of.Until)];

    /// <summary>What to sign with now; null when the installation has ended.</summary>
    public ValueTask<SlackTokens?> NowAsync(SlackInstallation installation, CancellationToken cancellationToken) =>
        installation.Tokens is not { } tokens || !tokens.IsDue(time.GetUtcNow()) ? new(installation.Tokens) : DueAsync(installation, tokens, cancellationToken);

    /// <summary>Slack did not take these tokens: newer ones when there are any, else null, and then the installation may have ended.</summary>
    public async Task<SlackTokens?> RefusedAsync(SlackInstallation installation, SlackTokens tokens, string error, CancellationToken cancellationToken)
    {
        if (installation.Tokens != tokens) return installation.Tokens;
        if (tokens.Refresh is not null && error != "account_inactive")
        {
            await RenewedAsync(installation, tokens).WaitAsync(cancellationToken);
            if (installation.Tokens != tokens) return installation.Tokens;
            if (!IsRefused(installation, tokens)) return null;
        }

        // What stands in the settings is for whoever runs the bot to change; it may be taken again tomorrow.
        if (installation.Of is not { } of) return null;
        Log.Ended(logger, of, error);
        await installations.EndAsync(installation, CancellationToken.None);
        return null;
    }

    private async ValueTask<SlackTokens?> DueAsync(SlackInstallation installation, SlackTokens tokens, CancellationToken cancellationToken)
    {
        var renewed = RenewedAsync(installation, tokens);

        // As long as the earlier token holds, nobody waits for the next.
        if (!tokens.HoldsFor(time.GetUtcNow())) await renewed.WaitAsync(cancellationToken);
        return installation.Tokens;
    }

    /// <summary>The renewal of these tokens: under way, done, or begun now.</summary>
    private Task RenewedAsync(SlackInstallation installation, SlackTokens tokens)
    {
        var now = time.GetUtcNow();
        return _renewals.AddOrUpdate(
            installation,
            _ => new Renewal(this, installation, tokens, now),
            (_, last) => last.Of != tokens || (last.IsOver && !last.IsRefused && last.Began + s_pause <= now) ? new Renewal(this, installation, tokens, now) : last).Task;
    }

    private bool IsRefused(SlackInstallation installation, SlackTokens tokens) =>
        _renewals.TryGetValue(installation, out var renewal) && renewal.Of == tokens && renewal.IsRefused;

    /// <summary>Never given up half-way: the answer holds the only tokens there are from then on.</summary>
    private async Task<bool> RenewAsync(SlackInstallation installation, SlackTokens tokens)
    {
        if (installation.Tokens != tokens) return true;
        var result = await oauth.RenewAsync(tokens.Refresh!, CancellationToken.None); // Only what can be renewed is due.
        if (result.IsFine && oauth.TokensIn(result.Body) is { } newer)
        {
            await KeptAsync(installation, tokens, newer);
            return true;
        }
        if (result is { Outcome: SlackOutcome.Refused, Error: "invalid_refresh_token" or "token_revoked" or "account_inactive" or "invalid_grant" })
        {
            Log.Refused(logger, installation.Of!.Value, result.Error, tokens.Until); // The settings' token has nothing to renew.
            return false;
        }
        Log.NotNow(logger, installation.Of!.Value, result.IsFine ? "an answer without tokens" : result.Error);
        return true;
    }

    private async Task KeptAsync(SlackInstallation installation, SlackTokens tokens, SlackTokens newer)
    {
        try
        {
            await installations.RenewAsync(installation, tokens, newer, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody may be waiting for it, and the new pair works all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotKept(logger, exception, installation.Of!.Value);
        }
    }

    /// <summary>One attempt to renew; it begins when it is first waited for, so that of two made at once only one runs.</summary>
    private sealed class Renewal(SlackRotation rotation, SlackInstallation installation, SlackTokens of, DateTimeOffset began)
    {
        private readonly Lazy<Task<bool>> _task = new(() => Task.Run(() => rotation.RenewAsync(installation, of)));

        public SlackTokens Of => of;

        public DateTimeOffset Began => began;

        public Task Task => _task.Value;

        public bool IsOver => _task is { IsValueCreated: true, Value.IsCompleted: true };

        /// <summary>Whether Slack said that it will never renew these.</summary>
        public bool IsRefused => IsOver && _task.Value is { IsCompletedSuccessfully: true, Result: false };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack does not renew the token of {Installation}: {Error}. It holds until {Until}; install OutcomeBot there again before, at /slack/install.")]
        public static partial void Refused(ILogger logger, Core.Chat.Tenant installation, string error, DateTimeOffset? until);

        [LoggerMessage(2, LogLevel.Warning, "The token of {Installation} could not be renewed just now: {Error}. It is tried again with the next call.")]
        public static partial void NotNow(ILogger logger, Core.Chat.Tenant installation, string error);

        [LoggerMessage(3, LogLevel.Warning, "Slack no longer accepts the token of {Installation}: {Error}. It is thrown away, and nothing is sent there until OutcomeBot is installed again.")]
        public static partial void Ended(ILogger logger, Core.Chat.Tenant installation, string error);

        [LoggerMessage(4, LogLevel.Critical, "The new token of {Installation} works, but could not be written to the store. Make the store writable before the bot stops, or OutcomeBot has to be installed there again.")]
        public static partial void NotKept(ILogger logger, Exception exception, Core.Chat.Tenant installation);
    }
}
