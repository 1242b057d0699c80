using System.Net;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Whoever runs the bot says which workspaces and organisations may have it.</summary>
public sealed class SlackAllowedTests
{
    [Fact]
    public async Task A_workspace_that_is_not_on_the_list_is_turned_away_and_its_token_is_given_back_and_never_kept()
    {
        await using var slack = await SlackHost.StartForManyAsync(allowed: "T1, E1");
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T2", "xoxb-two"));
        var (state, cookie) = await slack.BeginAsync();
        using var answer = await slack.GetAsync($"/slack/oauth?code=a-code&state={Uri.EscapeDataString(state)}", cookie);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Ask whoever runs OutcomeBot to add T2 to Slack:AllowedWorkspaces", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Bearer xoxb-two", Assert.Single(slack.Api.Of("auth.revoke")).Authorization);
        Assert.Empty(slack.Kept.Addresses.All);
        Assert.IsType<Never>(await slack.PostAsync("T2"));
        Assert.Contains("slack:T2", slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", slack.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T1")]
    [InlineData("E1")]
    public async Task Those_on_the_list_install_it(string of)
    {
        await using var slack = await SlackHost.StartForManyAsync(allowed: "T1,E1");
        Assert.Contains("OutcomeBot is installed", await slack.InstallAsync(of, "xoxb-one"), StringComparison.Ordinal);
        Assert.Empty(slack.Api.Of("auth.revoke"));
        Assert.IsType<Done>(await slack.PostAsync(of));
    }

    [Fact]
    public async Task A_workspace_of_an_organisation_on_the_list_installs_it_too_and_is_served_after_a_start()
    {
        var kept = new SlackKept();
        await using (var before = await SlackHost.StartForManyAsync(kept: kept, allowed: "E1"))
        {
            before.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxb-one").Replace("\"enterprise\":null", "\"enterprise\":{\"id\":\"E1\"}", StringComparison.Ordinal));
            Assert.Contains("OutcomeBot is installed in", await before.FinishAsync(), StringComparison.Ordinal);
        }
        await using var slack = await SlackHost.StartForManyAsync(kept: kept, allowed: "E1");

        Assert.IsType<Done>(await slack.PostAsync("T1"));
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_is_treated_as_not_installed_and_goes_on_when_put_back()
    {
        var kept = new SlackKept();
        await using (var before = await SlackHost.StartForManyAsync(kept: kept))
        {
            await before.InstallAsync("T1", "xoxb-one");
            await before.InstallAsync("E2", "xoxb-whole");
            await before.TellAsync("""{"type":"team_access_granted","team_ids":["T2","T3"]}""", "E2");
        }
        await using (var without = await SlackHost.StartForManyAsync(kept: kept, allowed: "T3"))
        {
            using var answer = await without.SendAsync("/slack/commands", SlackReaderTests.Command("why"));
            Assert.Contains("installed in this workspace", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Empty(without.Inbox.Taken);
            Assert.IsType<Never>(await without.PostAsync("T1"));
            Assert.IsType<Never>(await without.PostAsync("T2"));
            Assert.IsType<Done>(await without.PostAsync("T3"));
            Assert.IsType<Never>(await without.PostAsync("E2"));
            Assert.False(await without.Platform.ServesAsync(new Place(new Tenant("slack:T1"), "C1"), CancellationToken.None));
        }
        await using var back = await SlackHost.StartForManyAsync(kept: kept, allowed: "T1");

        Assert.IsType<Done>(await back.PostAsync("T1"));
    }

    [Fact]
    public async Task The_token_of_the_settings_is_nobodys_to_give_back_and_serves_its_own_workspace()
    {
        await using var slack = await SlackHost.StartForManyAsync("xoxb-settings", allowed: "T9");
        slack.Api.Answers("auth.test", """{"ok":true,"user_id":"UBOT00001","team_id":"T1"}""");
        Assert.IsType<Done>(await slack.PostAsync("T1"));

        Assert.Contains("open to your workspace", await slack.InstallAsync("T1", "xoxb-settings"), StringComparison.Ordinal);
        Assert.Empty(slack.Api.Of("auth.revoke"));
        Assert.IsType<Done>(await slack.PostAsync("T1"));
    }

    [Fact]
    public async Task A_token_that_Slack_does_not_take_back_is_forgotten_all_the_same_and_the_log_says_so()
    {
        await using var slack = await SlackHost.StartForManyAsync(allowed: "T1");
        slack.Api.Answers("auth.revoke", "<html>", 503);

        Assert.Contains("open to your workspace", await slack.InstallAsync("T2", "xoxb-two"), StringComparison.Ordinal);
        Assert.Empty(slack.Kept.Addresses.All);
        Assert.Contains("Slack did not take back the token of slack:T2", slack.Log.All, StringComparison.Ordinal);
    }
}
