using System.Net;
using OutcomeBot.Core.Chat;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Slack Connect and guests: who clicks decides, not where.</summary>
public sealed class SlackVisitorTests
{
    private const string Visitor = """{"ok":true,"user":{"id":"U1","team_id":"T9","real_name":"Vera","tz":"Europe/Vienna","is_stranger":false}}""";
    private const string Guest = """{"ok":true,"user":{"id":"U1","team_id":"T1","real_name":"Gus","tz":"Europe/Vienna","is_restricted":true}}""";
    private const string Mention = """{"type":"app_mention","text":"<@UBOT00001> metric","user":"U1","ts":"1.2","channel":"C1"}""";

    [Fact]
    public async Task A_visitor_who_asks_for_something_of_the_workspace_is_told_whose_it_is_and_nobody_else_is()
    {
        await using var slack = await MetAsync(Visitor);
        await EventAsync(slack, Mention);
        var whisper = await slack.Api.WaitForAsync("chat.postEphemeral");

        Assert.Empty(slack.Inbox.Taken);
        Assert.Equal(("U1", "C1"), (whisper.Json.GetProperty("user").GetString(), whisper.Json.GetProperty("channel").GetString()));
        Assert.Contains("Answer in the thread", whisper.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(slack.Api.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_visitor_answers_in_a_thread_and_presses_what_stands_under_a_card()
    {
        await using var slack = await MetAsync(Visitor);
        await EventAsync(slack, """{"type":"message","text":"because","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","channel_type":"channel"}""");
        await slack.InteractAsync(Click("why/3f9k2/answer/c4"));
        await slack.InteractAsync(Click("why/-/new"));

        Assert.Equal([nameof(Heard), nameof(Pressed)], slack.Inbox.Taken.Select(incoming => incoming.GetType().Name));
        Assert.True(slack.Inbox.Taken[1].IsGuest);
        await slack.Api.WaitForAsync("chat.postEphemeral");
    }

    [Fact]
    public async Task A_visitor_sees_nothing_of_the_workspace_on_the_home_page()
    {
        await using var slack = await MetAsync(Visitor);
        await EventAsync(slack, """{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""");

        Assert.Contains("share this channel", (await slack.Api.WaitForAsync("views.publish")).Body, StringComparison.Ordinal);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task A_guest_takes_part_as_one()
    {
        await using var slack = await MetAsync(Guest);
        await EventAsync(slack, Mention);

        Assert.True(Assert.IsType<Said>(Assert.Single(slack.Inbox.Taken)).IsGuest);
    }

    [Fact]
    public async Task Somebody_about_whom_Slack_says_nothing_counts_as_one_of_the_workspace()
    {
        await using var slack = await MetAsync("""{"ok":false,"error":"user_not_found"}""");
        await EventAsync(slack, Mention);

        Assert.False(Assert.IsType<Said>(Assert.Single(slack.Inbox.Taken)).IsGuest);
    }

    [Fact]
    public async Task Who_became_a_guest_is_one_from_then_on()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("users.info", """{"ok":true,"user":{"id":"U1","team_id":"T1","real_name":"Gus"}}""");
        await EventAsync(slack, Mention);
        await EventAsync(slack, """{"type":"user_change","user":{"id":"U1","team_id":"T1","real_name":"Gus","is_ultra_restricted":true}}""");
        await EventAsync(slack, Mention);

        Assert.Equal([false, true], slack.Inbox.Taken.Select(incoming => incoming.IsGuest));
    }

    [Theory]
    [InlineData("T1", null, null, "Member")]
    [InlineData(null, null, null, "Member")]
    [InlineData("T2", null, null, "Visitor")]
    [InlineData("T2", null, "E1", "Visitor")]
    [InlineData("T2", "E1", null, "Visitor")]
    [InlineData("T2", "E1", "E2", "Visitor")]
    [InlineData("T2", "E1", "E1", "Member")]
    public void The_people_of_an_organisation_are_at_home_in_all_its_workspaces(string? workspace, string? organisation, string? here, string status) =>
        Assert.Equal(status, new SlackHome(workspace, organisation, IsGuest: false).In(new Tenant("slack:T1"), here).ToString());

    private static string Click(string press) =>
        $$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"vera","team_id":"T9"},"trigger_id":"1.{{press.Length}}","container":{"channel_id":"C1","message_ts":"1.5"},"actions":[{"type":"button","action_id":"{{press}}"}]}""";

    private static async Task<SlackHost> MetAsync(string user)
    {
        var slack = await SlackHost.StartAsync();
        slack.Api.Answers("users.info", user);
        return slack;
    }

    private static async Task EventAsync(SlackHost slack, string inner)
    {
        using var answer = await slack.SendAsync("/slack/events", SlackReaderTests.Event(inner));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
