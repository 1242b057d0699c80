using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>What ends an installation, and what does not.</summary>
public sealed class SlackRemovalTests
{
    private const string Gone = """{"ok":false,"error":"account_inactive"}""";

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", """{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["UBOTT1"]}}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["UBOTT1"]}}""", """{"type":"app_uninstalled"}""")]
    public async Task A_removal_throws_the_token_away_in_memory_and_store_and_a_new_installation_works_again(string one, string other)
    {
        var kept = new SlackKept();
        await using (var slack = await SlackHost.StartForManyAsync(kept: kept))
        {
            await slack.InstallAsync("T1", "xoxb-one");
            await slack.InstallAsync("T2", "xoxb-two");
            await slack.TellAsync(one, "T1");
            await slack.TellAsync(other, "T1");
            Assert.Contains("OutcomeBot isn't installed", Assert.IsType<Never>(await slack.PostAsync("T1")).Sentence, StringComparison.Ordinal);
            Assert.False(await slack.Platform.ServesAsync(new Place(new("slack:T1"), "C1"), CancellationToken.None));
            Assert.IsType<Done>(await slack.PostAsync("T2"));
            Assert.Single(kept.Addresses.All, text => text.Contains("Sealed", StringComparison.Ordinal));
        }
        await using var again = await SlackHost.StartForManyAsync(kept: kept);
        Assert.IsType<Never>(await again.PostAsync("T1"));
        await again.InstallAsync("T1", "xoxb-three");

        Assert.IsType<Done>(await again.PostAsync("T1"));
        Assert.Equal("Bearer xoxb-three", Assert.Single(again.Api.Of("chat.postMessage")).Authorization);
    }

    [Theory]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["UBOTT1"],"bot":["U9"]}}""", 10)]
    [InlineData("""{"type":"tokens_revoked","tokens":"all"}""", 10)]
    [InlineData("""{"type":"app_uninstalled"}""", -3_600)]
    public async Task What_concerns_others_or_an_earlier_installation_ends_nothing(string inner, int seconds)
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");

        await slack.TellAsync(inner, "T1", TimeSpan.FromSeconds(seconds));

        Assert.IsType<Done>(await slack.PostAsync("T1"));
    }

    [Theory]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("invalid_auth")]
    public async Task A_call_that_Slack_refuses_for_its_token_ends_that_installation_and_no_other(string error)
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        await slack.InstallAsync("T2", "xoxb-two");
        slack.Api.Answers("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.IsType<Done>(await slack.PostAsync("T2"));

        Assert.Equal(["Bearer xoxb-one", "Bearer xoxb-two"], slack.Api.Of("chat.postMessage").Select(call => call.Authorization));
        Assert.Contains("until OutcomeBot is installed again", slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", slack.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_refusal_of_an_earlier_token_does_not_end_the_new_installation()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        slack.Api.Answers("chat.postMessage", Gone);
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        slack.Api.Meanwhile = async method =>
        {
            if (method != "chat.postMessage" || !asked.TrySetResult()) return;
            await goOn.Task;
        };

        var late = slack.PostAsync("T1");
        await asked.Task;
        await slack.InstallAsync("T1", "xoxb-new");
        goOn.SetResult();

        Assert.IsType<Never>(await late);
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal("Bearer xoxb-new", slack.Api.Of("chat.postMessage")[^1].Authorization);
    }

    [Fact]
    public async Task A_token_of_the_settings_ends_when_Slack_confirms_that_the_app_was_removed()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.TellAsync("""{"type":"app_uninstalled"}""", "T1");
        Assert.IsType<Done>(await slack.PostAsync("T1"));

        slack.Api.Answers("auth.test", Gone);
        await slack.TellAsync("""{"type":"app_uninstalled"}""", "T1");

        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.Single(slack.Api.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_removal_of_a_workspace_ends_an_organisations_installation_only_where_Slack_says_so()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T1"]}""", "E1");

        await slack.TellAsync("""{"type":"app_uninstalled"}""", "T1");
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        slack.Api.Answers("auth.test", Gone);
        await slack.TellAsync("""{"type":"app_uninstalled"}""", "T1");

        Assert.IsType<Never>(await slack.PostAsync("T1"));
    }
}
