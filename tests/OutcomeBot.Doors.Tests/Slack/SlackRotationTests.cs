using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Tokens that end after twelve hours, and the next pair that is got with a refresh token, once.</summary>
public sealed class SlackRotationTests
{
    [Fact]
    public async Task Many_calls_at_once_on_an_ended_token_renew_it_once_and_all_use_the_new_one()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        slack.Time.Advance(TimeSpan.FromHours(13));
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));

        var sendings = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => slack.PostAsync("T1"))));

        Assert.All(sendings, sending => Assert.IsType<Done>(sending));
        Assert.All(slack.Api.Of("chat.postMessage"), call => Assert.Equal("Bearer xoxe.xoxb-2", call.Authorization));
        var renewal = Assert.Single(slack.Api.Of("oauth.v2.access").Skip(1));
        Assert.Equal(("refresh_token", "xoxe-1"), (renewal.Field("grant_type"), renewal.Field("refresh_token")));
    }

    [Fact]
    public async Task A_token_is_renewed_two_hours_before_its_end_and_nobody_waits_for_it()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        slack.Time.Advance(TimeSpan.FromHours(9.9));
        await slack.PostAsync("T1");
        Assert.Single(slack.Api.Of("oauth.v2.access"));

        slack.Time.Advance(TimeSpan.FromHours(0.2));
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));
        var goOn = new TaskCompletionSource();
        slack.Api.Meanwhile = method => method == "oauth.v2.access" ? goOn.Task : Task.CompletedTask;
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal("Bearer xoxe.xoxb-1", slack.Api.Of("chat.postMessage")[^1].Authorization);

        goOn.SetResult();
        await UntilAsync(slack, "Bearer xoxe.xoxb-2");
        Assert.Equal(2, slack.Api.Of("oauth.v2.access").Count);
    }

    [Fact]
    public async Task The_new_pair_is_in_the_store_before_it_is_used()
    {
        var kept = new SlackKept();
        await using (var first = await SlackHost.StartForManyAsync(kept: kept))
        {
            await first.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
            first.Time.Advance(TimeSpan.FromHours(13));
            first.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));
            await first.PostAsync("T1");
        }
        await using var slack = await SlackHost.StartForManyAsync(kept: kept);
        slack.Time.Advance(TimeSpan.FromHours(26));
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-3", "xoxe-3"));

        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal("xoxe-2", Assert.Single(slack.Api.Of("oauth.v2.access")).Field("refresh_token"));
        Assert.DoesNotContain("xox", string.Concat(kept.Addresses.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Slack_ended_early_is_renewed_and_the_call_made_again()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"token_expired"}""");
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));

        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal(["Bearer xoxe.xoxb-1", "Bearer xoxe.xoxb-2"], slack.Api.Of("chat.postMessage").Select(call => call.Authorization));
    }

    [Fact]
    public async Task When_Slack_can_not_be_reached_for_it_letters_wait_and_it_is_tried_again()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        slack.Time.Advance(TimeSpan.FromHours(13));
        slack.Api.Answers("oauth.v2.access", "<html>", 503);
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"token_expired"}""");
        Assert.IsType<Later>(await slack.PostAsync("T1"));

        slack.Time.Advance(TimeSpan.FromSeconds(31));
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));
        Assert.IsType<Done>(await slack.PostAsync("T1"));
    }

    [Fact]
    public async Task A_refresh_token_that_Slack_refuses_is_seen_by_an_admin_and_the_token_is_used_to_its_end()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        Assert.Equal(HealthStatus.Healthy, await slack.HealthAsync());
        slack.Time.Advance(TimeSpan.FromHours(11));
        slack.Api.Answers("oauth.v2.access", """{"ok":false,"error":"invalid_refresh_token"}""");

        for (var n = 0; n < 3; n++) Assert.IsType<Done>(await slack.PostAsync("T1"));
        await slack.Api.WaitForAsync("oauth.v2.access", 2);
        while (await slack.HealthAsync() != HealthStatus.Degraded) await Task.Yield();
        Assert.Contains("Slack does not renew the token of slack:T1", slack.Log.All, StringComparison.Ordinal);

        slack.Time.Advance(TimeSpan.FromHours(2));
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"token_expired"}""");
        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.Equal(2, slack.Api.Of("oauth.v2.access").Count);
        Assert.False(await slack.Platform.ServesAsync(new Core.Chat.Place(new("slack:T1"), "C1"), CancellationToken.None));
        Assert.Equal(HealthStatus.Healthy, await slack.HealthAsync());
    }

    [Fact]
    public async Task A_removal_while_the_token_is_renewed_is_not_undone_by_it()
    {
        var kept = new SlackKept();
        await using var slack = await SlackHost.StartForManyAsync(kept: kept);
        await slack.InstallAsync("T1", "xoxe.xoxb-1", "xoxe-1");
        slack.Time.Advance(TimeSpan.FromHours(13));
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxe.xoxb-2", "xoxe-2"));
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        slack.Api.Meanwhile = method =>
        {
            if (method != "oauth.v2.access") return Task.CompletedTask;
            asked.TrySetResult();
            return goOn.Task;
        };

        var posting = slack.PostAsync("T1");
        await asked.Task;
        using var told = await slack.SendAsync("/slack/events", $$$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":{{{slack.Time.GetUtcNow().ToUnixTimeSeconds()}}},"event":{"type":"app_uninstalled"}}""");
        goOn.SetResult();

        Assert.IsType<Never>(await posting);
        Assert.Empty(slack.Api.Of("chat.postMessage"));
        Assert.DoesNotContain("Sealed", string.Concat(kept.Addresses.All), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(SlackHost slack, string authorization)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await slack.PostAsync("T1");
        }
        while (slack.Api.Of("chat.postMessage")[^1].Authorization != authorization);
    }
}
