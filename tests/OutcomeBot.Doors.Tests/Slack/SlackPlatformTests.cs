using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackPlatformTests
{
    private static readonly Tenant s_tenant = new("slack:T1");
    private static readonly Place s_thread = new(s_tenant, "C1", "1.1");
    private static readonly Card s_card = new("Why?", new Prose("Because."));

    [Fact]
    public async Task A_card_is_posted_once_and_then_changed_in_place()
    {
        await using var slack = await SlackHost.StartAsync();
        var first = Assert.IsType<Done>(await SendAsync(slack, new Show(), new Place(s_tenant, "C1")));
        var second = Assert.IsType<Done>(await SendAsync(slack, new Show(), new Place(s_tenant, "C1", first.Thread), first.Message));

        Assert.Equal(("1700000000.000001", "1700000000.000001"), (first.Message, first.Thread));
        Assert.Equal(first, second);
        var (post, update) = (Assert.Single(slack.Api.Of("chat.postMessage")), Assert.Single(slack.Api.Of("chat.update")));
        Assert.Equal(("Bearer " + SlackHost.Token, "application/json; charset=utf-8"), (post.Authorization, post.ContentType));
        Assert.Equal("p1", post.Json.GetProperty("metadata").GetProperty("event_payload").GetProperty("parcel").GetString());
        Assert.False(post.Json.GetProperty("unfurl_links").GetBoolean());
        Assert.Equal("1700000000.000001", update.Json.GetProperty("ts").GetString());
        Assert.Equal("Why?\nBecause.", update.Json.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("cant_update_message")]
    [InlineData("edit_window_closed")]
    public async Task A_card_whose_message_is_gone_is_posted_anew(string error)
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.update", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(new Done("1700000000.000001", "1.1"), await SendAsync(slack, new Show(), s_thread, "1.5"));
    }

    [Fact]
    public async Task A_post_that_may_have_arrived_is_looked_for_first()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("conversations.replies", """{"ok":true,"messages":[{"ts":"9.1"},{"ts":"9.9","metadata":{"event_type":"outcomebot","event_payload":{"parcel":"p1","part":0}}}]}""");

        Assert.Equal(new Done("9.9", "1.1"), await SendAsync(slack, new Post(s_thread, s_card), s_thread, mayHaveArrived: true));
        Assert.Empty(slack.Api.Of("chat.postMessage"));
        Assert.Equal(("1.1", "true"), (slack.Api.Of("conversations.replies")[0].Field("ts"), slack.Api.Of("conversations.replies")[0].Field("include_all_metadata")));
    }

    [Fact]
    public async Task A_post_is_made_when_the_look_finds_nothing_and_waits_when_Slack_can_not_be_asked()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("conversations.history", "<html>", 503);
        var place = new Place(s_tenant, "C1");

        Assert.IsType<Later>(await SendAsync(slack, new Post(place, s_card), place, mayHaveArrived: true));
        Assert.Empty(slack.Api.Of("chat.postMessage"));
        Assert.IsType<Done>(await SendAsync(slack, new Post(place, s_card), place, mayHaveArrived: true));
        Assert.Single(slack.Api.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_not_made_twice()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", "<html>", 500);
        slack.Api.Answers("conversations.replies", """{"ok":true,"messages":[{"ts":"9.9","metadata":{"event_type":"outcomebot","event_payload":{"parcel":"p1","part":0}}}]}""");

        Assert.IsType<Later>(await SendAsync(slack, new Post(s_thread, s_card), s_thread));
        Assert.Equal(new Done("9.9", "1.1"), await SendAsync(slack, new Post(s_thread, s_card), s_thread));
        Assert.Single(slack.Api.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_long_post_goes_on_in_the_thread_where_it_was_interrupted()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", """{"ok":true,"ts":"5.1"}""");
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"ratelimited"}""", 429, "7");
        var place = new Place(s_tenant, "C1");
        var letter = Letter(slack, new Post(place, new Card("Long", new Prose(new string('x', 20_000)))), place);

        var sending = slack.Platform.SendAsync(letter, CancellationToken.None);
        await slack.Api.WaitForAsync("chat.postMessage");
        await AdvanceUntilAsync(slack, sending);
        Assert.Equal(new Later(TimeSpan.FromSeconds(7), Reach.Channel, "Slack asks to wait with chat.postMessage."), await sending);
        Assert.Equal(new Done("5.1", "5.1"), await slack.Platform.SendAsync(letter, CancellationToken.None));

        var posts = slack.Api.Of("chat.postMessage");
        Assert.Equal(3, posts.Count);
        Assert.False(posts[0].Json.TryGetProperty("thread_ts", out _));
        Assert.Equal("5.1", posts[2].Json.GetProperty("thread_ts").GetString());
        Assert.Equal(posts[1].Body, posts[2].Body);
    }

    [Fact]
    public async Task Pictures_are_uploaded_with_their_words_into_the_thread()
    {
        await using var slack = await SlackHost.StartWithAsync(("Slack:NativeCharts", "false"));

        Assert.IsType<Done>(await SendAsync(slack, new Post(s_thread, SlackCards.Numbers), s_thread));
        var (asked, done) = (slack.Api.Of("files.getUploadURLExternal"), Assert.Single(slack.Api.Of("files.completeUploadExternal")));
        Assert.Equal(["One chain of four causes; the last is supported.", "Lead time grew from 31 days in Q1 to 88 in Q4."], asked.Select(call => call.Field("alt_text")));
        Assert.All(asked, call => Assert.Equal("3", call.Field("length")));
        Assert.All(asked, call => Assert.StartsWith("application/x-www-form-urlencoded", call.ContentType, StringComparison.Ordinal));
        Assert.All(slack.Api.Of("upload/1"), call => Assert.Equal("\u0001\u0002\u0003", call.Body));
        Assert.Null(slack.Api.Of("upload/1")[0].Authorization);
        Assert.Equal(("C1", "1.1", "Release planning has no capacity rule\nLead time has grown every quarter: 31 to 88 days"), (done.Json.GetProperty("channel_id").GetString(), done.Json.GetProperty("thread_ts").GetString(), done.Json.GetProperty("initial_comment").GetString()));
        Assert.DoesNotContain("One chain", slack.Api.Of("chat.postMessage")[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_attached_and_known_again_after_a_crash()
    {
        await using var slack = await SlackHost.StartAsync();
        var attach = new Attach(s_thread, "Here it is", [new Attachment("why.md", "text/markdown", "# Why"), new Attachment("why.json", "application/json", "{}")]);

        Assert.IsType<Done>(await SendAsync(slack, attach, s_thread));
        Assert.Equal(2, slack.Api.Of("files.getUploadURLExternal").Count);
        slack.Api.Answers("conversations.replies", """{"ok":true,"messages":[{"ts":"9.9","files":[{"name":"why.md"},{"name":"why.json"}]}]}""");
        Assert.IsType<Done>(await SendAsync(slack, attach, s_thread, mayHaveArrived: true));
        Assert.Single(slack.Api.Of("files.completeUploadExternal"));
    }

    [Fact]
    public async Task A_whisper_is_ephemeral_and_where_the_bot_is_no_member_goes_by_the_return_address()
    {
        await using var slack = await SlackHost.StartAsync();
        var whisper = new Whisper(s_thread, SlackCards.Ben, s_card);

        Assert.IsType<Done>(await SendAsync(slack, whisper, s_thread));
        Assert.Equal((SlackCards.Ben.Id, "1.1"), (slack.Api.Of("chat.postEphemeral")[0].Json.GetProperty("user").GetString(), slack.Api.Of("chat.postEphemeral")[0].Json.GetProperty("thread_ts").GetString()));

        slack.Api.Answers("chat.postEphemeral", """{"ok":false,"error":"not_in_channel"}""");
        Assert.IsType<Done>(await SendAsync(slack, whisper, s_thread, returnAddress: slack.Api.Origin + "/return"));
        Assert.Equal("ephemeral", Assert.Single(slack.Api.Of("return")).Json.GetProperty("response_type").GetString());
        Assert.Null(slack.Api.Of("return")[0].Authorization);
    }

    [Theory]
    [InlineData("https://hooks.slack.com.evil.example.com/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://user@hooks.slack.com/x")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Nothing_is_sent_to_an_address_that_is_not_Slacks_and_the_person_is_told_directly(string? address)
    {
        await using var slack = await SlackHost.StartAsync();

        Assert.True(await slack.Platform.TellAsync(Letter(slack, new Show(), s_thread, returnAddress: address), s_card, CancellationToken.None));
        Assert.Equal(["conversations.open", "chat.postMessage"], slack.Api.Calls.Select(call => call.Method));
        Assert.Equal("D999", slack.Api.Of("chat.postMessage")[0].Json.GetProperty("channel").GetString());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.update", "", 302, location: slack.Api.Origin + "/elsewhere");

        Assert.IsType<Later>(await SendAsync(slack, new Show(), s_thread, "1.5"));
        Assert.Empty(slack.Api.Of("elsewhere"));
    }

    [Fact]
    public async Task A_home_page_is_published_to_its_person()
    {
        await using var slack = await SlackHost.StartAsync();

        Assert.IsType<Done>(await SendAsync(slack, new Home(SlackCards.Ben, SlackCards.Open), new Place(s_tenant, "D1")));
        var call = Assert.Single(slack.Api.Of("views.publish"));
        Assert.Equal((SlackCards.Ben.Id, "home"), (call.Json.GetProperty("user_id").GetString(), call.Json.GetProperty("view").GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_can_not_be_delivered_ends_with_a_sentence()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"is_archived"}""");

        Assert.Contains("archived", Assert.IsType<Never>(await SendAsync(slack, new Post(s_thread, s_card), s_thread)).Sentence, StringComparison.Ordinal);
    }

    private static Task<Sending> SendAsync(SlackHost slack, Reply reply, Place place, string? message = null, bool mayHaveArrived = false, string? returnAddress = null) =>
        slack.Platform.SendAsync(Letter(slack, reply, place, message, mayHaveArrived, returnAddress), CancellationToken.None);

    private static Letter Letter(SlackHost slack, Reply reply, Place place, string? message = null, bool mayHaveArrived = false, string? returnAddress = null) => new(
        new Parcel("p1", new Subject(s_tenant, "why", "3f9k2"), place, reply, new Person("U111", "Ana"), returnAddress, slack.Now),
        reply is Show ? s_card : null, message, place, mayHaveArrived);

    /// <summary>The pace between two messages is waited for on the test's own clock.</summary>
    private static async Task AdvanceUntilAsync(SlackHost slack, Task done)
    {
        while (!done.IsCompleted)
        {
            slack.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(done, Task.Delay(10));
        }
    }
}
