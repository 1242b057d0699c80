using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>What the tests of sockets wait for. The clock of the bot stands still unless a step is given.</summary>
internal static class SocketSteps
{
    public static async Task UntilAsync(this SlackHost slack, Func<bool> isSo, string what, TimeSpan step = default)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"Waited in vain for {what}. The log says:\n{slack.Log.All}");
            if (step > TimeSpan.Zero) slack.Time.Advance(step);
            await Task.Delay(5);
        }
    }

    /// <summary>The socket of this number, the first being 1, once it is there. The clock stands still again while it is connected.</summary>
    public static async Task<MadeSocket> SocketAsync(this SlackHost slack, int number = 1, TimeSpan step = default)
    {
        await slack.UntilAsync(() => slack.Api.Sockets.Promised >= number, $"the address of socket {number}", step);
        await slack.UntilAsync(() => slack.Api.Sockets.Opened.Count >= number, $"socket {number}");
        return slack.Api.Sockets.Opened[number - 1];
    }

    /// <summary>The first socket, once the bot knows that as many are open as it wants.</summary>
    public static async Task<MadeSocket> ReadySocketAsync(this SlackHost slack)
    {
        var socket = await slack.SocketAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await slack.SocketHealthAsync()).Status != HealthStatus.Healthy) await Task.Delay(5, limit.Token);
        return socket;
    }

    /// <summary>What a probe reads of the sockets.</summary>
    public static async Task<(HealthStatus Status, string? Says)> HealthSaysAsync(this SlackHost slack)
    {
        var entry = await slack.SocketHealthAsync();
        return (entry.Status, entry.Description);
    }

    /// <summary>An event that is taken and not done: its socket, and what ends its turn.</summary>
    public static async Task<(MadeSocket Socket, TaskCompletionSource<Answer> Turn)> BegunAsync(this SlackHost slack)
    {
        var turn = new TaskCompletionSource<Answer>();
        slack.Inbox.Answering = _ => turn.Task;
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "events_api", Typed("Ev1"));
        await slack.UntilAsync(() => slack.Inbox.Taken.Count == 1, "the event");
        return (socket, turn);
    }

    /// <summary>What an envelope was acknowledged with.</summary>
    public static async Task<JsonObject> AcknowledgedAsync(this SlackHost slack, MadeSocket socket, string envelope)
    {
        await slack.UntilAsync(() => socket.Of(envelope) is not null, $"the acknowledgement of {envelope}");
        return socket.Of(envelope)!;
    }

    /// <summary>Sends something harmless, and waits for its acknowledgement: what came before it on this socket has been read by then.</summary>
    public static async Task StillWorksAsync(this SlackHost slack, MadeSocket socket)
    {
        var id = "still-" + Guid.NewGuid();
        await socket.SendAsync(id, "interactive", """{"type":"view_closed"}""");
        Assert.Null((await slack.AcknowledgedAsync(socket, id))["payload"]);
    }

    public static string Command(string text, string trigger = "1.2.3", string address = "https://hooks.slack.com/x") =>
        $$"""{"team_id":"T1","channel_id":"C1","user_id":"U111","user_name":"ana","command":"/outcome","text":"{{text}}","response_url":"{{address}}","trigger_id":"{{trigger}}"}""";

    public static string Typed(string id) =>
        SlackReaderTests.Event("""{"type":"message","text":"because","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","channel_type":"channel"}""", id);
}
