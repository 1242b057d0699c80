using Microsoft.Extensions.Logging;

namespace OutcomeBot.Slack;

/// <summary>Who the bot is in its workspace, asked when it is first needed and then kept: a token has one owner.</summary>
internal sealed partial class SlackIdentity(SlackClient client, TimeProvider time, ILogger<SlackIdentity> logger) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile string? _bot;
    private long _notBefore;

    /// <summary>The bot's user id; null when it is not known yet.</summary>
    public string? BotUser => _bot;

    /// <summary>Whether it is worth asking now: not known, and not refused a moment ago.</summary>
    public bool MayBeLearned => _bot is null && time.GetUtcNow().ToUnixTimeMilliseconds() >= Volatile.Read(ref _notBefore);

    /// <summary>Asks Slack, for a second at most.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!MayBeLearned) return;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(s_patience);
            var result = await AskedAsync(patience.Token, cancellationToken);
            _bot = result.IsFine ? result.Body.Id("user_id") : null;
            if (_bot is not null) return;
            Volatile.Write(ref _notBefore, time.GetUtcNow().Add(s_pause).ToUnixTimeMilliseconds());
            Log.Unknown(logger, result.Error);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SlackResult> AskedAsync(CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            return await client.AskAsync("auth.test", [], patience);
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
