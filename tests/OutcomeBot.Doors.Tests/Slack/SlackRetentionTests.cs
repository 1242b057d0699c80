using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Which workspaces count as left behind, and what Slack is asked before anything of them is erased.</summary>
public sealed class SlackRetentionTests
{
    private const string Uninstalled = """{"type":"app_uninstalled"}""";
    private const string Gone = """{"ok":false,"error":"account_inactive"}""";

    [Theory]
    [InlineData(Uninstalled)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["UBOTT1"]}}""")]
    public async Task A_removed_workspace_is_left_behind_until_it_installs_again(string inner)
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        await slack.InstallAsync("T2", "xoxb-two");
        Assert.Empty(slack.Kept.Retention.Removed);
        await slack.TellAsync(inner, "T1");
        await slack.TellAsync(inner, "T1");
        Assert.Equal(["slack:T1"], slack.Kept.Retention.Removed);
        Assert.False(await IsInstalledAsync(slack, "T1"));

        await slack.InstallAsync("T1", "xoxb-three");
        Assert.Empty(slack.Kept.Retention.Removed);
        Assert.True(await IsInstalledAsync(slack, "T1"));
    }

    [Fact]
    public async Task What_Slack_refuses_for_its_token_counts_as_removed()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        slack.Api.Answers("chat.postMessage", Gone);
        await slack.PostAsync("T1");

        Assert.Equal(["slack:T1"], slack.Kept.Retention.Removed);
    }

    [Fact]
    public async Task An_organisation_that_removes_the_bot_leaves_its_workspaces_behind_but_not_those_with_an_installation_of_their_own()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        await slack.InstallAsync("T3", "xoxb-three");
        await slack.InstallAsync("E2", "xoxb-another");
        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T1","T2","T3"]}""", "E1");
        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T4"]}""", "E2");
        await slack.TellAsync(Uninstalled, "E1");
        Assert.Equal(["slack:E1", "slack:T1", "slack:T2"], slack.Kept.Retention.Removed);
        Assert.False(await IsInstalledAsync(slack, "T1"));

        await slack.InstallAsync("E1", "xoxb-again");
        Assert.Equal(["slack:T1", "slack:T2"], slack.Kept.Retention.Removed);
        Assert.True(await IsInstalledAsync(slack, "T1")); // Whoever comes first, somebody there or the question before the erasing.
        Assert.Equal(["slack:T2"], slack.Kept.Retention.Removed);
    }

    [Fact]
    public async Task A_workspace_that_its_organisation_switches_off_is_left_behind_until_it_is_switched_on()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        await slack.InstallAsync("T2", "xoxb-two");
        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T1","T2"]}""", "E1");
        await slack.TellAsync("""{"type":"team_access_revoked","team_ids":["T1","T2"]}""", "E1");
        Assert.Equal(["slack:T1"], slack.Kept.Retention.Removed);
        Assert.False(await IsInstalledAsync(slack, "T1"));

        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T1"]}""", "E1");
        Assert.Empty(slack.Kept.Retention.Removed);
    }

    [Fact]
    public async Task Where_the_token_stands_in_the_settings_a_confirmed_removal_counts_and_having_the_token_still_does_not()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.TellAsync(Uninstalled, "T1");
        Assert.Empty(slack.Kept.Retention.Removed);
        slack.Api.Answers("auth.test", Gone);
        await slack.TellAsync(Uninstalled, "T1");
        Assert.Equal(["slack:T1"], slack.Kept.Retention.Removed);

        await using var again = await SlackHost.StartAgainAsync(slack.Kept);
        again.Api.Answers("auth.test", Gone);
        Assert.False(await IsInstalledAsync(again, "T1"));
        again.Api.Answers("auth.test", """{"ok":true,"user_id":"UBOT","team_id":"T9"}""");
        Assert.False(await IsInstalledAsync(again, "T1"));
        again.Api.Answers("auth.test", """{"ok":true,"user_id":"UBOT","team_id":"T1"}""");
        Assert.True(await IsInstalledAsync(again, "T1"));
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"ratelimited"}""")]
    [InlineData("""{"ok":false,"error":"internal_error"}""")]
    public async Task What_Slack_does_not_say_is_neither_yes_nor_no(string answer)
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        slack.Api.Answers("auth.test", answer);

        Assert.Null(await IsInstalledAsync(slack, "T1"));
    }

    [Fact]
    public async Task Tokens_that_can_not_be_opened_are_no_removal()
    {
        var kept = new SlackKept();
        await using (var slack = await SlackHost.StartForManyAsync(kept: kept)) await slack.InstallAsync("T1", "xoxb-one");
        await using var again = await SlackHost.StartForManyAsync(kept: new SlackKept { Addresses = kept.Addresses });

        Assert.Null(await IsInstalledAsync(again, "T1"));
        Assert.False(await IsInstalledAsync(again, "T2"));
    }

    private static ValueTask<bool?> IsInstalledAsync(SlackHost slack, string workspace) => slack.Platform.IsInstalledAsync(new Tenant("slack:" + workspace), CancellationToken.None);
}
