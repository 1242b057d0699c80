using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>Somebody's account is switched off while they are asked by a check-in, and on again weeks later.</summary>
public sealed class DepartureTests
{
    private const string Ana = "U0ANA0001";
    private const string Kim = "U0KIM0001";
    private const string Gone = "Kim has left the workspace and isn't asked.";

    /// <summary>A Thursday morning, and the Monday after it, a little after nine in Vienna.</summary>
    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));
    private readonly Instant _monday = Instant.FromUtc(2026, 11, 23, 8, 0, 1);

    [Fact]
    public async Task Who_has_left_is_asked_no_more_also_after_a_start_and_again_when_they_are_back()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        var plan = await PlannedAsync(house);
        await ChangeAsync(house, isDeleted: true);
        await house.Driver.UntilSaysAsync(plan, Gone);

        await house.SleepUntilAsync(_monday);
        var card = await house.Driver.PostAsync(post => post.Text.Contains("0 of 1 answered.", StringComparison.Ordinal), "the round of the one who is left");
        Assert.DoesNotContain("Kim", card.Text, StringComparison.Ordinal);
        Assert.Empty(PrivatelyTo(house, Kim));

        await ChangeAsync(house, isDeleted: false);
        await SlackDriver.UntilAsync(() => !house.Workspace.Post(plan).Text.Contains(Gone, StringComparison.Ordinal), "a card without the sentence");
        _clock.MoveTo(_monday + NodaTime.Duration.FromDays(7));
        await house.Driver.PostAsync(post => post.Channel == "D" + Kim, "the question to who is back");
        await house.Driver.PostAsync(post => post.Text.Contains("0 of 2 answered.", StringComparison.Ordinal), "the round of both");
    }

    [Fact]
    public async Task A_refused_private_message_teaches_what_no_event_told()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        var plan = await PlannedAsync(house);
        house.Workspace.Deactivated[Kim] = true;

        _clock.MoveTo(_monday);
        await house.Driver.UntilSaysAsync(plan, Gone);
        var card = await house.Driver.PostAsync(post => post.Text.Contains("Kim: has left the workspace", StringComparison.Ordinal), "the round that doesn't wait for them");
        Assert.Contains("0 of 1 answered.", card.Text, StringComparison.Ordinal);
    }

    private static async Task<SlackPost> PlannedAsync(SlackHouse house)
    {
        house.Workspace.Names[Kim] = "Kim";
        await house.Driver.CommandAsync(Ana, "checkin every Monday 9:00 in Europe/Vienna ask me: What did you learn?");
        var plan = await house.Driver.PostAsync(post => post.Button("Pause") is not null, "the plan");
        await house.Driver.PressAsync(Kim, plan, "Ask me too");
        await SlackDriver.UntilAsync(async () => (await house.PageAsync(CheckInPractice.Name, Slips.IdOf(new Person(Kim, "Kim"))))?.State is Personal { Schedules.IsEmpty: false }, "Kim's page to know who asks them");
        return await house.Driver.UntilSaysAsync(plan, "Kim, each alone");
    }

    private Task<JsonObject?> ChangeAsync(SlackHouse house, bool isDeleted) => house.Driver.EventAsync(new JsonObject
    {
        ["type"] = "user_change",
        ["user"] = new JsonObject { ["id"] = Kim, ["real_name"] = "Kim", ["deleted"] = isDeleted },
        ["event_ts"] = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + ".000100",
    });

    private static IEnumerable<SlackPost> PrivatelyTo(SlackHouse house, string user) => house.Workspace.Posts.Where(post => post.Channel == "D" + user);
}
