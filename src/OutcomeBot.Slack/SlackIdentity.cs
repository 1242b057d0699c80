using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>
/// The installation whose token stands in the settings, and whose it is: asked when it is first needed and then kept, for a
/// token has one owner.
/// </summary>
internal sealed partial class SlackIdentity : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly SlackHttp _http;
    private readonly TimeProvider _time;
    private readonly ILogger<SlackIdentity> _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile string? _workspace;
    private volatile bool _isRefused;
    private long _notBefore;

    public SlackIdentity(SlackHttp http, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackIdentity> logger)
    {
        (_http, _time, _logger) = (http, time, logger);
        if (options.Value.BotToken?.Trim() is { Length: > 0 } token) Installation = new SlackInstallation(of: null) { Tokens = new SlackTokens(token, refresh: null, until: null) };
    }

    /// <summary>The installation; null when no token stands in the settings.</summary>
    public SlackInstallation? Installation { get; }

    /// <summary>Its workspace, or its organisation; null when it is not known yet.</summary>
    public string? Workspace => _workspace;

    /// <summary>Whether Slack has not said yet whose the token is; what it refuses is nobody's.</summary>
    public bool IsUnknown => _workspace is null && !_isRefused;

    /// <summary>Whether it is worth asking now: not known, and not refused a moment ago.</summary>
    public bool MayBeLearned => Installation is { BotUser: null, Tokens: not null } && _time.GetUtcNow().ToUnixTimeMilliseconds() >= Volatile.Read(ref _notBefore);

    /// <summary>Asks Slack, for a second at most.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!MayBeLearned || Installation is not { Tokens: { } tokens } installation) return;
            var result = await AskedAsync(tokens, cancellationToken);
            _isRefused = result.Outcome == SlackOutcome.Refused;
            _workspace = (result.Body.Says("is_enterprise_install") ? result.Body.Id("enterprise_id") : null) ?? result.Body.Id("team_id");
            installation.BotUser = result.IsFine ? result.Body.Id("user_id") : null;
            if (installation.BotUser is not null) return;
            Volatile.Write(ref _notBefore, _time.GetUtcNow().Add(s_pause).ToUnixTimeMilliseconds());
            Log.Unknown(_logger, result.Error);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SlackResult> AskedAsync(SlackTokens tokens, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        using var request = _http.Call("auth.test", new FormUrlEncodedContent([]), tokens.Bearer);
        try
        {
            return await _http.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackResult(SlackOutcome.Unreachable, "no_answer_in_time");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack did not say who the bot is: {Error}. Mentions and invitations may be missed until it does.")]
        public static partial void Unknown(ILogger logger, string error);
    }
}
