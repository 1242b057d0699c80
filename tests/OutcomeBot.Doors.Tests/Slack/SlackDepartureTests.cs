using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Accounts that are switched off, as an event or a refusal tells.</summary>
public sealed class SlackDepartureTests
{
    private static readonly Place s_ben = new(new Tenant("slack:T1"), "U222");

    [Theory]
    [InlineData("true", nameof(Departed))]
    [InlineData("false", nameof(Returned))]
    [InlineData("\"yes\"", null)]
    public async Task A_change_of_an_account_says_whether_its_person_is_there_and_when_that_was(string deleted, string? becomes)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/events", SlackReaderTests.Event($$$"""{"type":"user_change","user":{"id":"U222","name":"ben","deleted":{{{deleted}}}},"event_ts":"1700000000.000100"}"""));

        var incoming = slack.Inbox.Taken.SingleOrDefault();
        Assert.Equal(becomes, incoming?.GetType().Name);
        if (incoming is not null) Assert.Equal((s_ben, new Person("U222", "ben"), 1_700_000_000), (incoming.Place, incoming.By, incoming.At.ToUnixTimeSeconds()));
        Assert.DoesNotContain(slack.Api.Calls, call => call.Method != "auth.test");
    }

    [Fact]
    public async Task A_private_message_that_Slack_refuses_for_a_closed_account_says_whose_it_is()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("conversations.open", """{"ok":false,"error":"user_disabled"}""");

        Assert.Equal("U222", Assert.IsType<Never>(await PostAsync(slack)).Departed);
    }

    [Fact]
    public async Task Where_the_conversation_was_open_before_Slack_is_asked_once_more_why_it_is_closed()
    {
        await using var slack = await SlackHost.StartAsync();
        Assert.IsType<Done>(await PostAsync(slack));
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"is_archived"}""");
        slack.Api.Answers("conversations.open", """{"ok":false,"error":"user_disabled"}""");
        Assert.Equal("U222", Assert.IsType<Never>(await PostAsync(slack)).Departed);

        Assert.IsType<Done>(await PostAsync(slack));
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"is_archived"}""");
        Assert.Null(Assert.IsType<Never>(await PostAsync(slack)).Departed);
        Assert.True(await slack.Platform.ServesAsync(s_ben, CancellationToken.None));
    }

    private static Task<Sending> PostAsync(SlackHost slack) => slack.Platform.SendAsync(
        new Letter(new Parcel("checkin.p1." + slack.Api.Calls.Count, new Subject(s_ben.Tenant, "checkin", "p1"), s_ben, new Post(s_ben, new Card("Why?", new Prose("Because."))), new Person("U111", "Ana"), null, slack.Now), null, null, s_ben, MayHaveArrived: false), CancellationToken.None);
}
