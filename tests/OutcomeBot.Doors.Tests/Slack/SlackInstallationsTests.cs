using System.Net;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Which installation serves which workspace, and what ends it.</summary>
public sealed class SlackInstallationsTests
{
    private const string Gone = """{"ok":false,"error":"account_inactive"}""";

    [Fact]
    public async Task Each_workspace_is_called_with_its_own_token_also_after_a_start()
    {
        var kept = new SlackKept();
        await using (var first = await SlackHost.StartForManyAsync(kept: kept))
        {
            await first.InstallAsync("T1", "xoxb-one");
            await first.InstallAsync("T2", "xoxb-two");
        }
        await using var slack = await SlackHost.StartForManyAsync(kept: kept);

        foreach (var workspace in new[] { "T1", "T2", "T1" }) Assert.IsType<Done>(await slack.PostAsync(workspace));

        Assert.Equal(["Bearer xoxb-one", "Bearer xoxb-two", "Bearer xoxb-one"], slack.Api.Of("chat.postMessage").Select(call => call.Authorization));
    }

    [Fact]
    public async Task People_with_the_same_id_in_two_workspaces_have_conversations_of_their_own()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        await slack.InstallAsync("T2", "xoxb-two");
        slack.Api.Answers("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");
        slack.Api.Answers("conversations.open", """{"ok":true,"channel":{"id":"D2"}}""");

        foreach (var workspace in new[] { "T1", "T2" })
        {
            var place = new Place(new Tenant("slack:" + workspace), "U0ANA0001");
            await slack.Platform.SendAsync(new Letter(new Parcel("p1", new Core.Practices.Subject(place.Tenant, "why", "1"), place, new Post(place, new Card("Why?")), new Person("U0ANA0001", "Ana"), null, slack.Now), null, null, place, false), CancellationToken.None);
        }

        Assert.Equal([("D1", "Bearer xoxb-one"), ("D2", "Bearer xoxb-two")], slack.Api.Of("chat.postMessage").Select(call => (call.Json.GetProperty("channel").GetString(), call.Authorization)));
    }

    [Fact]
    public async Task Where_it_is_not_installed_people_are_told_and_nothing_is_kept_or_called()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("T1", "xoxb-one");
        var called = slack.Api.Calls.Count;

        using var command = await slack.SendAsync("/slack/commands", $"team_id=T2&channel_id=C1&user_id=U1&user_name=ana&text=why&response_url={slack.Api.Origin}/return&trigger_id=1.2");
        Assert.Contains("isn't installed in this workspace", await command.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var form = await slack.InteractAsync("""{"type":"view_submission","team":{"id":"T2"},"user":{"id":"U1"},"view":{"callback_id":"why/-/new","state":{"values":{"question":{"in":{"type":"plain_text_input","value":"Why?"}}}}}}""");
        Assert.Contains("\"errors\":{\"question\":\"OutcomeBot isn't installed", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var typed = await slack.SendAsync("/slack/events", Event("T2", """{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOT> why","ts":"1.1"}"""));
        using var unknown = await slack.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T2","event_id":"Ev9","event":{"type":"app_mention","channel":"C1","user":"U1","text":"why","ts":"1.1"}}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (typed.StatusCode, unknown.StatusCode));

        Assert.Empty(slack.Inbox.Taken);
        Assert.Equal(called, slack.Api.Calls.Count);
        Assert.IsType<Never>(await slack.PostAsync("T2"));
        Assert.Equal(called, slack.Api.Calls.Count);
    }

    [Fact]
    public async Task A_button_where_it_is_not_installed_is_answered_by_its_return_address()
    {
        await using var slack = await SlackHost.StartForManyAsync();

        using var pressed = await slack.InteractAsync($$"""{"type":"block_actions","team":{"id":"T2"},"user":{"id":"U1"},"channel":{"id":"C1"},"response_url":"{{slack.Api.Origin}}/return","actions":[{"type":"button","action_id":"why/3f9k2/answer/c4"}]}""");

        var told = await slack.Api.WaitForAsync("return");
        Assert.Contains("https://bot.example.com/slack/install", told.Body, StringComparison.Ordinal);
        Assert.Null(told.Authorization);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task An_organisations_installation_serves_its_workspaces_and_a_reminder_finds_it_after_a_start()
    {
        var kept = new SlackKept();
        await using (var first = await SlackHost.StartForManyAsync(kept: kept))
        {
            await first.InstallAsync("E1", "xoxb-whole");
            await first.InstallAsync("T2", "xoxb-two");
            using var typed = await first.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T1","enterprise_id":"E1","event_id":"Ev1","authorizations":[{"enterprise_id":"E1","team_id":null,"user_id":"UBOTE1","is_bot":true,"is_enterprise_install":true}],"event":{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOTE1> why","ts":"1.1"}}""");
            Assert.Equal("slack:T1", Assert.Single(first.Inbox.Taken).Place.Tenant.Id);
            using var command = await first.SendAsync("/slack/commands", "team_id=T2&enterprise_id=E1&channel_id=C1&user_id=U1&user_name=ana&text=why&trigger_id=1.2");
            Assert.Equal(2, first.Inbox.Taken.Count);
        }
        await using var slack = await SlackHost.StartForManyAsync(kept: kept);

        foreach (var workspace in new[] { "T1", "T2", "T3" }) await slack.PostAsync(workspace);

        Assert.Equal(["Bearer xoxb-whole", "Bearer xoxb-two"], slack.Api.Of("chat.postMessage").Select(call => call.Authorization));
    }

    [Fact]
    public async Task An_organisations_event_from_a_foreign_sender_stays_with_the_organisation()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        await slack.InstallAsync("T9", "xoxb-nine");

        using var typed = await slack.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T9","enterprise_id":"E9","context_team_id":"T1","event_id":"Ev1","authorizations":[{"enterprise_id":"E1","team_id":null,"user_id":"UBOTE1","is_bot":true,"is_enterprise_install":true}],"event":{"type":"app_mention","channel":"C1","user":"U9","text":"<@UBOTE1> why","ts":"1.1"}}""");

        Assert.Equal("slack:T1", Assert.Single(slack.Inbox.Taken).Place.Tenant.Id);
    }

    [Fact]
    public async Task An_organisation_switches_workspaces_on_and_off()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        Assert.False(await slack.Platform.ServesAsync(new Tenant("slack:T1"), CancellationToken.None));

        await TellAsync(slack, """{"type":"team_access_granted","team_ids":["T1","T2"]}""", "E1");
        Assert.True(await slack.Platform.ServesAsync(new Tenant("slack:T1"), CancellationToken.None));
        Assert.IsType<Done>(await slack.PostAsync("T2"));
        await TellAsync(slack, """{"type":"team_access_revoked","team_ids":["T2"]}""", "E1");

        Assert.True(await slack.Platform.ServesAsync(new Tenant("slack:T1"), CancellationToken.None));
        Assert.IsType<Never>(await slack.PostAsync("T2"));
    }

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
            await TellAsync(slack, one, "T1");
            await TellAsync(slack, other, "T1");
            Assert.Contains("OutcomeBot isn't installed", Assert.IsType<Never>(await slack.PostAsync("T1")).Sentence, StringComparison.Ordinal);
            Assert.False(await slack.Platform.ServesAsync(new Tenant("slack:T1"), CancellationToken.None));
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

        await TellAsync(slack, inner, "T1", TimeSpan.FromSeconds(seconds));

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
    public async Task The_token_of_the_settings_serves_its_own_workspace_and_an_installation_goes_before_it()
    {
        await using var slack = await SlackHost.StartForManyAsync(SlackHost.Token);
        slack.Api.Answers("auth.test", """{"ok":true,"team_id":"T1","user_id":"UBOT00001"}""");

        Assert.IsType<Never>(await slack.PostAsync("T2"));
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        await slack.InstallAsync("T1", "xoxb-one");
        Assert.IsType<Done>(await slack.PostAsync("T1"));

        Assert.Equal(["Bearer " + SlackHost.Token, "Bearer xoxb-one"], slack.Api.Of("chat.postMessage").Select(call => call.Authorization));
        Assert.Single(slack.Api.Of("auth.test"));
    }

    [Fact]
    public async Task An_organisations_token_in_the_settings_serves_its_workspaces_also_after_a_start()
    {
        const string whole = """{"ok":true,"team_id":"E1","enterprise_id":"E1","is_enterprise_install":true,"user_id":"UBOT00001"}""";
        var kept = new SlackKept();
        await using (var first = await SlackHost.StartForManyAsync(SlackHost.Token, kept))
        {
            first.Api.Answers("auth.test", whole);
            using var command = await first.SendAsync("/slack/commands", "team_id=T1&enterprise_id=E1&channel_id=C1&user_id=U1&user_name=ana&text=why&trigger_id=1.2");
            Assert.Single(first.Inbox.Taken);
        }
        await using var slack = await SlackHost.StartForManyAsync(SlackHost.Token, kept);
        slack.Api.Answers("auth.test", whole);

        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.IsType<Never>(await slack.PostAsync("T2"));
    }

    [Fact]
    public async Task While_Slack_does_not_say_whose_the_token_of_the_settings_is_an_event_is_to_come_again()
    {
        await using var slack = await SlackHost.StartForManyAsync(SlackHost.Token);
        slack.Api.Answers("auth.test", "<html>", 503);

        using var typed = await slack.SendAsync("/slack/events", Event("T1", """{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOT> why","ts":"1.1"}"""));

        Assert.Equal(HttpStatusCode.InternalServerError, typed.StatusCode);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task A_token_of_the_settings_ends_when_Slack_confirms_that_the_app_was_removed()
    {
        await using var slack = await SlackHost.StartAsync();
        await TellAsync(slack, """{"type":"app_uninstalled"}""", "T1");
        Assert.IsType<Done>(await slack.PostAsync("T1"));

        slack.Api.Answers("auth.test", Gone);
        await TellAsync(slack, """{"type":"app_uninstalled"}""", "T1");

        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.Single(slack.Api.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_removal_of_a_workspace_ends_an_organisations_installation_only_where_Slack_says_so()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        await slack.InstallAsync("E1", "xoxb-whole");
        await TellAsync(slack, """{"type":"team_access_granted","team_ids":["T1"]}""", "E1");

        await TellAsync(slack, """{"type":"app_uninstalled"}""", "T1");
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        slack.Api.Answers("auth.test", Gone);
        await TellAsync(slack, """{"type":"app_uninstalled"}""", "T1");

        Assert.IsType<Never>(await slack.PostAsync("T1"));
    }

    [Fact]
    public async Task Without_its_keys_no_token_opens_and_the_log_says_what_to_do()
    {
        var kept = new SlackKept();
        await using (var first = await SlackHost.StartForManyAsync(kept: kept)) await first.InstallAsync("T1", "xoxb-one");
        await using var slack = await SlackHost.StartForManyAsync(kept: new SlackKept { Addresses = kept.Addresses });

        Assert.IsType<Never>(await slack.PostAsync("T1"));
        Assert.Contains("Bring back the folder that Keys:Path names", slack.Log.All, StringComparison.Ordinal);
    }

    private static string Event(string workspace, string inner) =>
        $$"""{"type":"event_callback","team_id":"{{workspace}}","event_id":"Ev1","authorizations":[{"team_id":"{{workspace}}","user_id":"UBOT","is_bot":true}],"event":{{inner}}}""";

    /// <summary>What Slack tells about a workspace's or organisation's installation.</summary>
    private static async Task TellAsync(SlackHost slack, string inner, string of, TimeSpan later = default)
    {
        var key = of.StartsWith('E') ? "enterprise_id" : "team_id";
        using var told = await slack.SendAsync("/slack/events", $$"""{"type":"event_callback","{{key}}":"{{of}}","event_id":"Ev1","event_time":{{(slack.Time.GetUtcNow() + later).ToUnixTimeSeconds()}},"event":{{inner}}}""");
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
    }
}
