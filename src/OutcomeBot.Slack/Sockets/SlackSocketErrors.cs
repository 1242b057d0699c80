namespace OutcomeBot.Slack.Sockets;

/// <summary>What a refused or lost socket means: wait and try again, or stop until somebody has changed something.</summary>
internal static class SlackSocketErrors
{
    private const string Restart = "Then start OutcomeBot again; what Slack can't deliver meanwhile may be lost.";

    /// <summary>Other processes of this app are given the time to go.</summary>
    private static readonly TimeSpan s_crowded = TimeSpan.FromMinutes(1);

    /// <summary>A wait longer than this is taken for a mistake and tried sooner.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>Why no socket's address was given.</summary>
    public static NoSocket Of(SlackResult result) => result.Outcome switch
    {
        SlackOutcome.Refused when Stopping(result.Error) is { } sentence => new NeverAgain(sentence),
        SlackOutcome.Unreachable => new NotNow($"Slack can't be reached: {result.Error}. Check that this machine may call slack.com by https and wss.", TimeSpan.Zero),
        _ => new NotNow($"Slack gave no address for a socket: {result.Error}.", Wait(result.RetryAfter)),
    };

    /// <summary>Why a socket was told to go, or went.</summary>
    public static NoSocket Of(string reason) => reason switch
    {
        Disconnect.LinkDisabled => new NeverAgain($"Socket Mode is switched off for the app, so nothing reaches OutcomeBot. Switch it on under Socket Mode in the settings of your Slack app. {Restart}"),
        Disconnect.TooMany => new NotNow("Slack allows an app ten sockets, and it has them already. Stop other copies of OutcomeBot that use this Slack:AppToken, or lower Slack:SocketConnections.", s_crowded),
        _ => new NotNow($"Slack closed the socket: {reason}.", TimeSpan.Zero),
    };

    /// <summary>
    /// Refusals that no waiting mends. Slack's own clients stop at not_authed, invalid_auth, account_inactive,
    /// user_removed_from_team and team_disabled; the others can't change either before somebody makes another token.
    /// </summary>
    private static string? Stopping(string error) => error switch
    {
        "not_authed" or "invalid_auth" or "token_revoked" or "token_expired" or "not_allowed_token_type" =>
            $"Slack doesn't accept Slack:AppToken ({error}). Make a new one under Basic Information, App-Level Tokens, with the scope connections:write, and set it. {Restart}",
        "account_inactive" or "user_removed_from_team" or "team_disabled" =>
            $"The workspace or account that Slack:AppToken belongs to is no longer active ({error}). Ask a workspace admin to reactivate it, or set a token of an app in another one. {Restart}",
        "missing_scope" or "no_permission" =>
            $"Slack:AppToken lacks the scope connections:write ({error}). Make a token with it under Basic Information, App-Level Tokens, and set that. {Restart}",
        _ => null,
    };

    private static TimeSpan Wait(TimeSpan? asked) => asked is not { } wait ? TimeSpan.Zero : wait > s_longest ? s_longest : wait;
}
