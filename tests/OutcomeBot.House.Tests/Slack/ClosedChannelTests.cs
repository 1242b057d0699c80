using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A channel is archived and comes back; what was planned in it waits meanwhile, and what was planned elsewhere doesn't.</summary>
public sealed class ClosedChannelTests
{
    private const string Ana = "U0ANA0001";
    private const string Channel = "C0GENERAL";

    /// <summary>A Thursday morning, and the Monday after it, a little after nine in Vienna.</summary>
    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));
    private readonly Instant _monday = Instant.FromUtc(2026, 11, 23, 8, 0, 1);

    [Fact]
    public async Task A_check_in_waits_while_its_channel_is_archived_also_over_a_start_and_goes_on_when_it_is_back()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        await PlanAsync(house, Channel);
        await PlanAsync(house, "C0OTHER01");
        await TellAsync(house, "channel_archive");

        _clock.MoveTo(_monday);
        await house.Driver.PostAsync(post => IsRound(post, "C0OTHER01"), "the question in the other channel");
        await house.SleepUntilAsync(_monday + NodaTime.Duration.FromMinutes(10));
        Assert.DoesNotContain(house.Workspace.Posts, post => IsRound(post, Channel));

        await TellAsync(house, "channel_unarchive");
        _clock.MoveTo(_monday + NodaTime.Duration.FromHours(2));
        await house.Driver.PostAsync(post => IsRound(post, Channel), "the question that had waited");
        Assert.Single(house.Workspace.Posts, post => IsRound(post, Channel));
    }

    [Fact]
    public async Task What_was_missed_while_a_channel_was_archived_is_said_once_when_it_is_back()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        await PlanAsync(house, Channel);
        await TellAsync(house, "channel_archive");
        await house.SleepUntilAsync(_monday);
        _clock.MoveTo(_monday + NodaTime.Duration.FromDays(14));

        await TellAsync(house, "channel_unarchive");
        _clock.MoveTo(_monday + NodaTime.Duration.FromDays(14) + NodaTime.Duration.FromHours(2));
        var card = await house.Driver.PostAsync(post => IsRound(post, Channel), "the question that is asked late");
        Assert.Contains("While I couldn't ask here, 2 check-ins were missed", card.Text, StringComparison.Ordinal);
        Assert.Equal(2, house.Workspace.Posts.Count);
    }

    private static async Task PlanAsync(SlackHouse house, string channel)
    {
        await house.Driver.CommandAsync(Ana, "checkin every Monday 9:00 in Europe/Vienna: What slows us down?", channel);
        await house.Driver.PostAsync(post => post.Channel == channel && post.Button("Pause") is not null, "the plan in " + channel);
    }

    private Task<JsonObject?> TellAsync(SlackHouse house, string type) => house.Driver.EventAsync(new JsonObject
    {
        ["type"] = type,
        ["channel"] = Channel,
        ["user"] = Ana,
        ["event_ts"] = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + ".000100",
    });

    private static bool IsRound(SlackPost post, string channel) => post.Channel == channel && post.Text.Contains("Nobody has answered yet.", StringComparison.Ordinal);
}
