using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A workspace removes the bot for good: what it left is kept for its days, and then there is nothing of it.</summary>
public sealed class RemovedWorkspaceTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string North = "promises are made without sales knowing";
    private const string South = "renewals are nobody's task";

    private readonly Instant _thursday = Instant.FromUtc(2026, 11, 19, 9, 0);

    [Fact]
    public async Task What_a_removed_workspace_left_is_gone_after_its_days_and_the_other_has_lost_nothing()
    {
        var clock = new MovedClock(_thursday);
        await using var house = await SlackHouse.StartAsync(clock, Logs.Everything, Installed.ByItsAdmin);
        await TwoWorkspacesAsync(house);
        using (var north = house.DriverOf("T0NORTH")) await north.EventAsync(new JsonObject { ["type"] = "app_uninstalled" });
        await house.SleepUntilAsync(_thursday + Duration.FromDays(29), () => Assert.Contains(house.FilesAsText, file => file.Contains(North, StringComparison.Ordinal)));
        await TickAsync(house);
        Assert.DoesNotContain(house.Log.Lines, IsErased);
        await house.SleepUntilAsync(_thursday + Duration.FromDays(31));
        await TickAsync(house);

        // The hour's own tick may have been faster, and says so a moment later.
        await SlackDriver.UntilAsync(() => house.Log.Lines.Any(IsErased), "the erasing");
        Assert.Single(house.Log.Lines, IsErased);
        await house.SleepUntilAsync(_thursday + Duration.FromDays(32), () =>
        {
            Assert.All(house.FilesAsText, file => Assert.DoesNotContain(North, file, StringComparison.Ordinal));
            Assert.All(house.FilesAsText, file => Assert.DoesNotContain("T0NORTH", file, StringComparison.Ordinal));
            Assert.Contains(house.FilesAsText, file => file.Contains(South, StringComparison.Ordinal));
        });
        await AfterwardsAsync(house);
    }

    [Fact]
    public async Task Who_installs_the_bot_again_in_time_finds_everything_and_is_not_erased_later()
    {
        var clock = new MovedClock(_thursday);
        await using var house = await SlackHouse.StartAsync(clock, Logs.Everything, Installed.ByItsAdmin);
        await TwoWorkspacesAsync(house);
        using (var north = house.DriverOf("T0NORTH")) await north.EventAsync(new JsonObject { ["type"] = "app_uninstalled" });
        clock.MoveTo(_thursday + Duration.FromDays(20));
        await house.InstallAsync("T0NORTH.2");
        clock.MoveTo(_thursday + Duration.FromDays(40));
        await TickAsync(house);

        using var again = house.DriverOf("T0NORTH");
        Assert.Contains("growth declining", (await again.CommandAsync(Ana, "", "C0NORTH"))!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_any_moment_while_it_erases_it_carries_on_and_the_other_workspace_keeps_everything()
    {
        var clock = new MovedClock(_thursday);
        await using var house = await SlackHouse.StartAsync(clock, Logs.Nothing, Installed.ByItsAdmin, settings: ["--Retention:AfterRemovalDays", "0"]);
        await TwoWorkspacesAsync(house);
        using (var north = house.DriverOf("T0NORTH"))
        {
            for (var number = 0; number < 400; number++) await north.CommandAsync(Ana, $"why Why does machine {number:000} of the north stand still?", "C0NORTH");
            await north.EventAsync(new JsonObject { ["type"] = "app_uninstalled" });
        }

        var chance = new Random(20261123);
        await house.SleepUntilAsync(_thursday + Duration.FromDays(1), async path =>
        {
            for (var round = 0; round < 6; round++)
            {
                using var bot = BotProcess.Launch(path, house.Workspace, ("Slack__ClientId", "1.2"), ("Slack__ClientSecret", "a-client-secret-of-the-stories"), ("Slack__PublicUrl", "https://bot.example.com/"), ("Retention__AfterRemovalDays", "0"));
                if (round == 0) await bot.ReadyAsync();
                await Task.Delay(chance.Next(0, 100) + (round == 0 ? 0 : 900 + (150 * round)));
                await bot.KillAsync();
            }
        });
        await TickAsync(house);

        Assert.Equal(["slack:T0SOUTH"], (await house.Services.GetRequiredService<IAddressBook>().TenantsAsync("slack", CancellationToken.None)).Select(tenant => tenant.Id));
        await house.SleepUntilAsync(_thursday + Duration.FromDays(2), () => Assert.All(house.FilesAsText, file => Assert.DoesNotContain("of the north stand still", file, StringComparison.Ordinal)));
        await AfterwardsAsync(house);
    }

    private static async Task TwoWorkspacesAsync(SlackHouse house)
    {
        foreach (var (team, channel, answer) in new[] { ("T0NORTH", "C0NORTH", North), ("T0SOUTH", "C0SOUTH", South) })
        {
            await house.InstallAsync(team + ".1");
            using var slack = house.DriverOf(team);
            await slack.CommandAsync(Ana, "why Why is revenue growth declining?", channel);
            var card = await slack.PostAsync(post => post.Channel == channel && post.Text.Contains("revenue growth declining", StringComparison.Ordinal), "the card");
            await slack.TypeAsync(Ben, card, answer);
            await slack.UntilSaysAsync(card, answer[1..]);
        }
    }

    /// <summary>The other workspace goes on; the removed one, back too late, begins anew.</summary>
    private static async Task AfterwardsAsync(SlackHouse house)
    {
        using var south = house.DriverOf("T0SOUTH");
        Assert.Contains("growth declining", (await south.CommandAsync(Ana, "", "C0SOUTH"))!.ToJsonString(), StringComparison.Ordinal);
        await house.InstallAsync("T0NORTH.2");
        using var north = house.DriverOf("T0NORTH");
        Assert.DoesNotContain("growth declining", (await north.CommandAsync(Ana, "", "C0NORTH"))!.ToJsonString(), StringComparison.Ordinal);
        await north.CommandAsync(Ana, "why Why do customers leave?", "C0NORTH");
        await north.PostAsync(post => post.Channel == "C0NORTH" && post.Text.Contains("customers leave", StringComparison.Ordinal), "a card after all");
    }

    private static bool IsErased(string line) => line.Contains("Everything that was kept of slack:T0NORTH is erased", StringComparison.Ordinal);

    private static Task TickAsync(SlackHouse house) => ActivatorUtilities.CreateInstance<RetentionJob>(house.Services).EraseDueAsync(CancellationToken.None);
}
