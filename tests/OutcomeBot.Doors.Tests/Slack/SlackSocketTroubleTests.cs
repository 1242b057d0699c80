using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutcomeBot.Slack.Sockets;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Where no socket is to be had the bot waits, ever longer, and gives up for good only where nothing else helps.</summary>
public sealed class SlackSocketTroubleTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("not_authed", "Slack doesn't accept Slack:AppToken")]
    [InlineData("invalid_auth", "Slack doesn't accept Slack:AppToken")]
    [InlineData("account_inactive", "no longer active")]
    [InlineData("user_removed_from_team", "no longer active")]
    [InlineData("team_disabled", "no longer active")]
    [InlineData("missing_scope", "lacks the scope connections:write")]
    public async Task A_refusal_that_no_waiting_mends_ends_the_attempts_with_a_sentence(string error, string sentence)
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api => api.Answers("apps.connections.open", $$"""{"ok":false,"error":"{{error}}"}"""));
        await slack.UntilAsync(() => slack.Log.All.Contains(sentence, StringComparison.Ordinal), "the sentence");
        for (var n = 0; n < 100; n++) slack.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(slack.Api.Of("apps.connections.open"));
        var (status, says) = await slack.HealthSaysAsync();
        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.Contains(sentence, says, StringComparison.Ordinal);
        Assert.Contains("start OutcomeBot again", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Socket_Mode_is_switched_off_the_bot_says_what_to_do_and_stops_trying()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.ReadySocketAsync();
        await socket.DisconnectAsync("link_disabled");
        await slack.UntilAsync(() => socket.IsClosed, "the socket to be closed");
        for (var n = 0; n < 100; n++) slack.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(slack.Api.Sockets.Opened);
        Assert.Contains("Switch it on under Socket Mode", (await slack.HealthSaysAsync()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Slack_has_too_many_sockets_the_next_attempt_comes_after_a_minute()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api => api.Sockets.Greeting = number => number == 1 ? """{"type":"disconnect","reason":"too_many_websockets"}""" : MadeSockets.Hello);
        await slack.UntilAsync(() => slack.Log.All.Contains("allows an app ten sockets", StringComparison.Ordinal), "the sentence");
        slack.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(slack.Api.Of("apps.connections.open"));
        Assert.Contains("Stop other copies of OutcomeBot", (await slack.HealthSaysAsync()).Says, StringComparison.Ordinal);

        await slack.StillWorksAsync(await slack.SocketAsync(2, s_second));
        await slack.ReadySocketAsync();
        Assert.Equal("Sockets to Slack: 1 open, 1 wanted.", (await slack.HealthSaysAsync()).Says);
    }

    [Fact]
    public async Task Slacks_wish_to_wait_is_obeyed()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api => api.Answers("apps.connections.open", "", 429, retryAfter: "45"));
        await slack.UntilAsync(() => slack.Log.All.Contains("ratelimited", StringComparison.Ordinal), "the first attempt");
        slack.Time.Advance(TimeSpan.FromSeconds(44));
        Assert.Single(slack.Api.Of("apps.connections.open"));

        await slack.SocketAsync(1, s_second);
    }

    [Fact]
    public async Task While_Slack_fails_the_attempts_become_rare_and_go_on()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api =>
        {
            for (var n = 0; n < 12; n++) api.Answers("apps.connections.open", n % 2 == 0 ? """{"ok":false,"error":"internal_error"}""" : "<html>", n % 2 == 0 ? 200 : 503);
        });
        var began = slack.Time.GetUtcNow();
        await slack.UntilAsync(() => slack.Api.Of("apps.connections.open").Count >= 12, "twelve attempts", s_second);
        Assert.True(slack.Time.GetUtcNow() - began > TimeSpan.FromMinutes(3));
        Assert.Equal(HealthStatus.Unhealthy, (await slack.HealthSaysAsync()).Status);

        await slack.StillWorksAsync(await slack.SocketAsync(1, s_second));
        await slack.ReadySocketAsync();
    }

    [Theory]
    [InlineData("wss://evil.example.com/link/?ticket=1")]
    [InlineData("wss://slack.com.evil.example.com/link/?ticket=1")]
    [InlineData("wss://evilslack.com/link/?ticket=1")]
    [InlineData("wss://slack.com@evil.example.com/link/?ticket=1")]
    [InlineData("wss://wss-primary.slack.com:8443/link/?ticket=1")]
    [InlineData("ws://wss-primary.slack.com/link/?ticket=1")]
    [InlineData("http://127.0.0.1:1/link/?ticket=1")]
    [InlineData("ws://127.0.0.1:1/link/?ticket=1")]
    [InlineData("/link")]
    [InlineData("")]
    public async Task An_address_that_is_not_Slacks_is_not_called(string address)
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(api => api.Answers("apps.connections.open", $$"""{"ok":true,"url":"{{address}}"}"""));

        await slack.StillWorksAsync(await slack.SocketAsync(1, s_second));
        Assert.Contains("that is not its own", slack.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pause_grows_to_a_minute_and_is_never_the_same_for_all()
    {
        Assert.Equal(TimeSpan.Zero, SlackSocketPause.After(0, 0.7));
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(n => (int)SlackSocketPause.After(n, 1).TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(8), SlackSocketPause.After(5, 0));
        Assert.Equal(TimeSpan.FromMinutes(1), SlackSocketPause.After(int.MaxValue, 1));
    }
}
