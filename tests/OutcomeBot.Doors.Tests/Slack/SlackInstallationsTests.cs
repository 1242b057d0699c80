using System.Net;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Which installation serves which workspace.</summary>
public sealed class SlackInstallationsTests
{
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
        Assert.False(await slack.Platform.ServesAsync(new Place(new("slack:T1"), "C1"), CancellationToken.None));

        await slack.TellAsync("""{"type":"team_access_granted","team_ids":["T1","T2"]}""", "E1");
        Assert.True(await slack.Platform.ServesAsync(new Place(new("slack:T1"), "C1"), CancellationToken.None));
        Assert.IsType<Done>(await slack.PostAsync("T2"));
        await slack.TellAsync("""{"type":"team_access_revoked","team_ids":["T2"]}""", "E1");

        Assert.True(await slack.Platform.ServesAsync(new Place(new("slack:T1"), "C1"), CancellationToken.None));
        Assert.IsType<Never>(await slack.PostAsync("T2"));
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

        Assert.Equal(HttpStatusCode.ServiceUnavailable, typed.StatusCode);
        Assert.Empty(slack.Inbox.Taken);
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
}
