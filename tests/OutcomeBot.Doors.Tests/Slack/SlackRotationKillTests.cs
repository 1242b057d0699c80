using Microsoft.Extensions.Diagnostics.HealthChecks;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>The bot is killed when Slack has given it new tokens and before they are in the store.</summary>
public sealed class SlackRotationKillTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_earlier_token_serves_to_its_end_and_log_and_readiness_say_what_to_do_before()
    {
        var (rules, left) = await KilledAsync();
        await using var slack = await SlackHost.StartForManyAsync(kept: left, at: s_start.AddHours(10.6));
        rules.Rule(slack);
        for (var n = 0; n < 3; n++) Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.All(slack.Api.Of("chat.postMessage"), call => Assert.Equal("Bearer access-1", call.Authorization));
        await UntilRefusedAsync(slack);
        Assert.Single(slack.Api.Of("oauth.v2.access"));
        Assert.Contains("Slack does not renew the token of slack:T1: invalid_refresh_token. It holds until 11/22/2026 21:00:00 +00:00; install OutcomeBot there again before, at /slack/install.", slack.Log.All, StringComparison.Ordinal);
        Assert.Equal("Slack renews the tokens of 1 installations no more, and the first of them ends at 2026-11-22 21:00:00Z. The log names them: install OutcomeBot there again before, at /slack/install.", await slack.TokenHealthAsync());

        slack.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.Equal(HealthStatus.Healthy, await slack.HealthAsync());
    }

    [Fact]
    public async Task Installed_again_before_that_end_it_goes_on_without_a_gap()
    {
        var (rules, left) = await KilledAsync();
        await using var slack = await SlackHost.StartForManyAsync(kept: left, at: s_start.AddHours(10.6));
        rules.Rule(slack);
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        await UntilRefusedAsync(slack);

        Assert.Contains("OutcomeBot is installed in", await slack.FinishAsync(), StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, await slack.HealthAsync());
        slack.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal("Bearer access-3", slack.Api.Of("chat.postMessage")[^1].Authorization);
    }

    /// <summary>Slack's answer is on its way, and what is in the store at that moment is all that is left.</summary>
    private static async Task<(Rotating Rules, SlackKept Left)> KilledAsync()
    {
        var (rules, kept) = (new Rotating(), new SlackKept());
        await using var slack = await SlackHost.StartForManyAsync(kept: kept, at: s_start);
        rules.Rule(slack);
        await slack.FinishAsync();
        slack.Time.Advance(TimeSpan.FromHours(10.5));
        SlackKept? left = null;
        slack.Api.Meanwhile = _ =>
        {
            if (rules.HasRenewed) left ??= kept.Killed();
            return Task.CompletedTask;
        };
        await slack.PostAsync("T1");
        await slack.Api.WaitForAsync("oauth.v2.access", 2);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (left is null) await Task.Delay(1, limit.Token);
        return (rules, left);
    }

    private static async Task UntilRefusedAsync(SlackHost slack)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await slack.HealthAsync() != HealthStatus.Degraded) await Task.Delay(1, limit.Token);
    }
}

/// <summary>Slack's rotation: an access token lives for twelve hours, a refresh token works once, and the two newest access tokens are accepted.</summary>
internal sealed class Rotating
{
    private readonly List<DateTimeOffset> _ends = [];
    private readonly Lock _lock = new();
    private TimeProvider _time = TimeProvider.System;

    public bool HasRenewed { get { lock (_lock) return _ends.Count > 1; } }

    public void Rule(SlackHost slack)
    {
        _time = slack.Time;
        slack.Api.Ruled = Answer;
    }

    private string? Answer(SlackApiCall call)
    {
        lock (_lock)
            return call.Method switch
            {
                "oauth.v2.access" when call.Field("grant_type") == "refresh_token" && call.Field("refresh_token") != $"refresh-{_ends.Count}" => """{"ok":false,"error":"invalid_refresh_token"}""",
                "oauth.v2.access" => Granted(),
                "chat.postMessage" when !IsAccepted(call.Authorization!) => """{"ok":false,"error":"token_expired"}""",
                _ => null,
            };
    }

    private string Granted()
    {
        _ends.Add(_time.GetUtcNow().AddHours(12));
        return SlackHost.Granted("T1", $"access-{_ends.Count}", $"refresh-{_ends.Count}");
    }

    private bool IsAccepted(string authorization)
    {
        var number = int.Parse(authorization.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        return number > _ends.Count - 2 && _ends[number - 1] > _time.GetUtcNow();
    }
}
