using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutcomeBot.Runtime;
using OutcomeBot.Slack.Sockets;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Sockets are opened, and renewed without a gap.</summary>
public sealed class SlackSocketTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task As_many_sockets_as_the_settings_say_are_open_and_each_brings_what_it_is_given()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(settings: ("Slack:SocketConnections", "3"));
        await slack.SocketAsync(3);
        foreach (var (socket, n) in slack.Api.Sockets.Open.Select((socket, n) => (socket, n)))
        {
            await socket.SendAsync($"e{n}", "events_api", SocketSteps.Typed($"Ev{n}"));
            await slack.AcknowledgedAsync(socket, $"e{n}");
        }

        Assert.Equal(3, slack.Inbox.Taken.Count);
        await slack.ReadySocketAsync();
        Assert.Equal((HealthStatus.Healthy, "Sockets to Slack: 3 open, 3 wanted."), await slack.HealthSaysAsync());
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_socket_is_renewed_before_it_closes_and_a_stream_of_envelopes_loses_and_doubles_nothing(string reason)
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var old = await slack.ReadySocketAsync();
        slack.Time.Advance(TimeSpan.FromHours(5));
        var sent = 0;
        var goesOn = true;
        var stream = Task.Run(async () =>
        {
            // Slack brings an envelope on any socket that is open, the one that is about to go included.
            while (Volatile.Read(ref goesOn))
            {
                var open = slack.Api.Sockets.Open;
                Assert.NotEmpty(open);
                await open[sent % open.Count].SendAsync($"e{sent}", "events_api", SocketSteps.Typed($"Ev{sent}"));
                sent++;
            }
        });
        await slack.UntilAsync(() => slack.Inbox.Taken.Count > 20, "the stream to begin");
        await old.DisconnectAsync(reason);
        var successor = await slack.SocketAsync(2);
        Assert.False(old.IsClosed);
        await slack.UntilAsync(() => old.Acknowledged.Count > 40 && successor.Acknowledged.Count > 20, "envelopes on both");
        Volatile.Write(ref goesOn, false);
        await stream;
        await slack.UntilAsync(() => old.Acknowledged.Count + successor.Acknowledged.Count == sent, "every acknowledgement");
        await old.CloseAsync();
        await slack.UntilAsync(() => old.IsClosed, "the old socket to close");
        await slack.StillWorksAsync(successor);

        Assert.Equal(Enumerable.Range(0, sent).Select(n => $"ev:Ev{n}").Order(StringComparer.Ordinal), slack.Inbox.Taken.Select(incoming => incoming.Delivery).Order(StringComparer.Ordinal));
        Assert.Equal(2, slack.Api.Sockets.Opened.Count);
    }

    [Fact]
    public async Task An_old_socket_that_Slack_does_not_close_is_closed_after_its_successor_has_been_there_for_a_while()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var old = await slack.ReadySocketAsync();
        await old.DisconnectAsync("warning");
        await slack.SocketAsync(2, s_second);
        await slack.UntilAsync(() => old.IsClosed, "the old socket to be closed", s_second);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, old.ClosedFor);
    }

    [Fact]
    public async Task A_socket_that_closes_or_breaks_without_a_word_is_replaced()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        await (await slack.ReadySocketAsync()).CloseAsync();
        (await slack.SocketAsync(2, s_second)).Cut();
        await slack.StillWorksAsync(await slack.SocketAsync(3, s_second));
    }

    [Fact]
    public async Task A_socket_that_Slack_has_forgotten_is_renewed_when_its_time_is_over()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        await slack.ReadySocketAsync();
        slack.Time.Advance(TimeSpan.FromHours(5));
        Assert.Single(slack.Api.Sockets.Opened);
        slack.Time.Advance(TimeSpan.FromMinutes(5));
        await slack.StillWorksAsync(await slack.SocketAsync(2));
    }

    [Fact]
    public async Task A_socket_on_which_nobody_answers_a_ping_is_given_up_for_another()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(
            api => api.Sockets.Listens = number => number != 1,
            services => services.AddSingleton(new SlackHeartbeat(TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(80))));

        await slack.UntilAsync(() => slack.Log.All.Contains("A socket to Slack is open", StringComparison.Ordinal), "its hello");
        await slack.SocketAsync(2, s_second);
        Assert.Contains("A socket to Slack goes: closed.", slack.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_without_hello_is_given_up_after_a_quarter_of_a_minute()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api => api.Sockets.Greeting = number => number == 1 ? null : MadeSockets.Hello);
        var silent = await slack.SocketAsync();
        slack.Time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(silent.IsClosed);

        await slack.StillWorksAsync(await slack.SocketAsync(2, s_second));
        await slack.UntilAsync(() => silent.IsClosed, "the silent socket to be closed");
    }

    [Fact]
    public async Task A_giant_message_closes_its_socket_and_the_next_one_works()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.SocketAsync();
        var giant = Task.Run(async () => await socket.SendAsync("e1", "events_api", $$"""{"text":"{{new string('x', 3 * 1024 * 1024)}}"}"""));
        await slack.StillWorksAsync(await slack.SocketAsync(2, s_second));

        Assert.Null(socket.Of("e1"));
        Assert.Contains("more than 1048576 bytes", slack.Log.All, StringComparison.Ordinal);
        await Task.WhenAny(giant, Task.Delay(Timeout.Infinite, new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token));
    }

    [Fact]
    public async Task A_bot_that_stops_takes_nothing_new_and_acknowledges_what_it_has_begun()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var (socket, turn) = await slack.BegunAsync();
        var stopping = slack.StopAsync();
        turn.SetResult(Answer.Quiet);
        await stopping;

        Assert.NotNull(socket.Of("e1"));
        await slack.UntilAsync(() => socket.IsClosed, "the socket to be closed");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.ClosedFor);
    }
}
