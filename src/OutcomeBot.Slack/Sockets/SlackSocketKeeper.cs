using Microsoft.Extensions.Logging;

namespace OutcomeBot.Slack.Sockets;

/// <summary>
/// Keeps one socket open for as long as the bot runs. A socket that has to go is followed by another before it closes, and
/// brings what it still has meanwhile, so that nothing waits for the next one.
/// </summary>
internal sealed partial class SlackSocketKeeper(SlackSocketOpener opener, SlackSocketStanding standing, TimeProvider time, ILogger<SlackSocketKeeper> logger)
{
    /// <summary>A socket that lived so long did serve: its end is no failure.</summary>
    private static readonly TimeSpan s_settled = TimeSpan.FromMinutes(1);

    /// <summary>Slack closes a socket about ten seconds after its warning.</summary>
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);

    /// <summary>Slack says how long a socket will live; one that nobody closed by then may have been forgotten.</summary>
    private static readonly TimeSpan s_overtime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly List<Task> _underway = [];
    private int _failures;
    private TimeSpan _wait;

    /// <summary>Until it is stopped, or until Slack says something that only people can mend.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        SlackSocket? held = null;
        try
        {
            while (await OpenedAsync(stop) is { } next)
            {
                if (held is not null) _underway.Add(RetireAsync(held, stop));
                held = next.Socket;
                if (!MayFollow(await PartingAsync(next, stop))) return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.Stopped(logger);
        }
        finally
        {
            if (held is not null) _underway.Add(LeaveAsync(held));
            await Task.WhenAll(_underway);
        }
    }

    /// <summary>The next socket, after as many attempts as it takes; null when there is none to be had.</summary>
    private async Task<Opened?> OpenedAsync(CancellationToken stop)
    {
        while (true)
        {
            var pause = SlackSocketPause.After(_failures, Random.Shared.NextDouble());
            await Task.Delay(pause > _wait ? pause : _wait, time, stop);
            switch (await opener.OpenAsync(stop))
            {
                case Opened opened:
                    Log.Opened(logger, opened.Hello.Connections);
                    return opened;
                case NotNow notNow:
                    standing.Wait(notNow.Sentence);
                    (_failures, _wait) = (_failures + 1, notNow.Wait);
                    break;
                case NeverAgain never:
                    standing.GiveUp(never.Sentence);
                    return null;
            }
        }
    }

    /// <summary>Why this socket needs a successor, when it does.</summary>
    private async Task<string> PartingAsync(Opened opened, CancellationToken stop)
    {
        var (began, life) = (time.GetTimestamp(), TimeSpan.FromSeconds(opened.Hello.Seconds ?? 0) + s_overtime);
        var parting = opened.Socket.Parting.WaitAsync(life > s_overtime && life < s_longest ? life : s_longest, time, stop);
        _underway.RemoveAll(task => task.IsCompletedSuccessfully);
        _underway.Add(standing.CountAsync(opened.Socket.Closed));
        try
        {
            return await parting;
        }
        catch (TimeoutException)
        {
            return Disconnect.Overdue;
        }
        finally
        {
            _failures = time.GetElapsedTime(began) >= s_settled ? 0 : _failures + 1;
        }
    }

    private bool MayFollow(string reason)
    {
        Log.Parting(logger, reason);
        var why = SlackSocketErrors.Of(reason);
        if (why is NeverAgain) standing.GiveUp(why.Sentence);
        _wait = why is NotNow notNow ? notNow.Wait : TimeSpan.Zero;
        if (_wait > TimeSpan.Zero) standing.Wait(why.Sentence);
        return why is not NeverAgain;
    }

    /// <summary>Slack closes it; where it doesn't, we do.</summary>
    private async Task RetireAsync(SlackSocket old, CancellationToken stop)
    {
        await Task.WhenAny(old.Closed, Task.Delay(s_drain, time, stop));
        await LeaveAsync(old);
    }

    private async Task LeaveAsync(SlackSocket socket)
    {
        using var limit = new CancellationTokenSource(s_farewell, time);
        await socket.LeaveAsync(limit.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A socket to Slack is open; the app has {Count}.")]
        public static partial void Opened(ILogger logger, int? count);

        [LoggerMessage(2, LogLevel.Information, "A socket to Slack goes: {Reason}.")]
        public static partial void Parting(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Debug, "A socket to Slack is given up, because the bot stops.")]
        public static partial void Stopped(ILogger logger);
    }
}
