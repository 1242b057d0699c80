using System.Text.Json.Nodes;
using NodaTime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>Two workspaces install one bot by themselves, and one of them removes it and comes back.</summary>
public sealed class InstalledInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";

    private static readonly string s_north = SlackWorkspace.TokenOf("T0NORTH.1");
    private static readonly string s_south = SlackWorkspace.TokenOf("T0SOUTH.1");

    /// <summary>A Thursday morning, and the two Mondays after it, a little after nine in Vienna.</summary>
    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));
    private readonly Instant _monday = Instant.FromUtc(2026, 11, 23, 8, 0, 1);

    [Fact]
    public async Task Two_workspaces_use_one_bot_each_with_its_own_token_and_a_removal_stops_only_one_of_them()
    {
        await using var house = await SlackHouse.StartAsync(_clock, Logs.Everything, Installed.ByItsAdmin);
        using (var early = house.DriverOf("T0NORTH"))
            Assert.Contains("installed in this workspace", (await early.CommandAsync(Ana, "why Why is it slow?", "C0NORTH"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(house.Workspace.Signed);
        Assert.Contains("OutcomeBot is installed in Team T0NORTH.1", await house.InstallAsync("T0NORTH.1"), StringComparison.Ordinal);
        Assert.Contains("OutcomeBot is installed in Team T0SOUTH.1", await house.InstallAsync("T0SOUTH.1"), StringComparison.Ordinal);

        using var north = house.DriverOf("T0NORTH");
        using var south = house.DriverOf("T0SOUTH");
        await AskWhyAsync(north, "C0NORTH", "promises are made without sales knowing");
        await AskWhyAsync(south, "C0SOUTH", "renewals are nobody's task");
        foreach (var (slack, channel) in new[] { (north, "C0NORTH"), (south, "C0SOUTH") })
        {
            await slack.CommandAsync(Ana, "checkin every Monday 9:00 in Europe/Vienna: What slows us down?", channel);
            await slack.PostAsync(post => post.Channel == channel && post.Text.Contains("What slows us down?", StringComparison.Ordinal), "the plan");
        }
        NothingCrosses(house);

        await north.EventAsync(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray("UBOT00001") } });
        await north.EventAsync(new JsonObject { ["type"] = "app_uninstalled" });
        var before = house.Workspace.Signed.Count(call => call.Token == s_north);
        _clock.MoveTo(_monday);
        await south.PostAsync(post => IsRound(post, "C0SOUTH"), "the question in the other workspace");
        Assert.Contains("installed in this workspace", (await north.CommandAsync(Ana, "", "C0NORTH"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, house.Workspace.Signed.Count(call => call.Token == s_north));
        Assert.DoesNotContain(house.Workspace.Posts, post => IsRound(post, "C0NORTH"));

        await house.InstallAsync("T0NORTH.2");
        _clock.MoveTo(_monday + NodaTime.Duration.FromHours(1));
        await north.PostAsync(post => IsRound(post, "C0NORTH"), "the question that had waited");
        NothingCrosses(house);
        await SearchAsync(house);
    }

    private static bool IsRound(SlackPost post, string channel) => post.Channel == channel && post.Text.Contains("Nobody has answered yet.", StringComparison.Ordinal);

    private static async Task AskWhyAsync(SlackDriver slack, string channel, string answer)
    {
        await slack.CommandAsync(Ana, "why Why is revenue growth declining?", channel);
        var card = await slack.PostAsync(post => post.Channel == channel && post.Text.Contains("revenue growth declining", StringComparison.Ordinal), "the card");
        await slack.TypeAsync(Ben, card, answer);
        await slack.UntilSaysAsync(card, answer[1..]);
    }

    /// <summary>What a token signed speaks of its own workspace only, and the other way round.</summary>
    private static void NothingCrosses(SlackHouse house)
    {
        Assert.NotEmpty(house.Workspace.Signed);
        foreach (var (token, method, body) in house.Workspace.Signed)
        {
            var isNorth = token.Contains("T0NORTH", StringComparison.Ordinal);
            var said = $"{method} {body.ToJsonString()}";
            foreach (var others in isNorth ? new[] { "C0SOUTH", "nobody's task" } : ["C0NORTH", "sales knowing"]) Assert.DoesNotContain(others, said, StringComparison.Ordinal);
        }
        Assert.Contains(house.Workspace.Signed, call => call.Token == s_south);
    }

    /// <summary>No token stands in the store or in any line of the log.</summary>
    private async Task SearchAsync(SlackHouse house)
    {
        Assert.All(house.Log.Lines, line => Silent(line));
        await house.SleepUntilAsync(_monday + NodaTime.Duration.FromHours(2), () =>
        {
            Assert.NotEmpty(house.FilesAsText);
            Assert.All(house.FilesAsText, file => Silent(file));
            Assert.Contains(house.FilesAsText, file => file.Contains("T0SOUTH", StringComparison.Ordinal));
        });
        using var south = house.DriverOf("T0SOUTH");
        await south.CommandAsync(Ana, "why Why do customers leave?", "C0SOUTH");
        await south.PostAsync(post => post.Text.Contains("customers leave", StringComparison.Ordinal), "a card after the start");
    }

    private static void Silent(string text) => Assert.All(["xoxb-granted-for-", "a-client-secret-of-the-stories"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
