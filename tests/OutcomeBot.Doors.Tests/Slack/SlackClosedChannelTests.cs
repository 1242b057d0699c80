using System.Net;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Channels that are archived, deleted or left: nothing is sent there, reminders wait, and both end when the channel is back.</summary>
public sealed class SlackClosedChannelTests
{
    private static readonly Tenant s_tenant = new("slack:T1");
    private static readonly Person s_ana = new("U111", "Ana");
    private static readonly Card s_card = new("Why?", new Prose("Because."));

    [Theory]
    [InlineData("channel_archive", "is archived", "channel_unarchive")]
    [InlineData("group_archive", "is archived", "group_unarchive")]
    [InlineData("channel_left", "/invite @OutcomeBot", "member_joined_channel")]
    [InlineData("group_left", "/invite @OutcomeBot", "member_joined_channel")]
    [InlineData("channel_deleted", "was deleted", "channel_unarchive")]
    [InlineData("group_deleted", "was deleted", "group_unarchive")]
    public async Task A_letter_to_a_closed_channel_ends_at_once_with_what_to_do_and_goes_when_it_is_open_again(string closing, string sentence, string opening)
    {
        await using var slack = await SlackHost.StartAsync();
        await TellAsync(slack, closing, 10);
        var never = Assert.IsType<Never>(await PostAsync(slack));
        Assert.Contains(sentence, never.Sentence, StringComparison.Ordinal);
        Assert.False(await ServesAsync(slack, "C1"));
        Assert.True(await ServesAsync(slack, "C2"));
        Assert.True(await ServesAsync(slack, "U111"));
        Assert.Empty(slack.Api.Of("chat.postMessage"));

        await TellAsync(slack, opening, 20);
        Assert.IsType<Done>(await PostAsync(slack));
        Assert.True(await ServesAsync(slack, "C1"));
    }

    [Fact]
    public async Task Older_news_changes_nothing_in_whichever_order_it_comes()
    {
        await using var slack = await SlackHost.StartAsync();
        await TellAsync(slack, "channel_unarchive", 20);
        await TellAsync(slack, "channel_archive", 10);
        Assert.True(await ServesAsync(slack, "C1"));

        await TellAsync(slack, "channel_archive", 30);
        await TellAsync(slack, "channel_unarchive", 20);
        await TellAsync(slack, "member_joined_channel", 25);
        Assert.False(await ServesAsync(slack, "C1"));

        await TellAsync(slack, "member_joined_channel", 50, "C2");
        await TellAsync(slack, "channel_left", 40, "C2");
        Assert.True(await ServesAsync(slack, "C2"));
    }

    [Fact]
    public async Task It_is_known_after_a_start_and_in_its_own_workspace_only()
    {
        var kept = new SlackKept();
        await using (var before = await SlackHost.StartForManyAsync(kept: kept))
        {
            await before.InstallAsync("T1", "xoxb-one");
            await before.InstallAsync("T2", "xoxb-two");
            await TellAsync(before, "channel_archive", 10);
        }
        await using var slack = await SlackHost.StartForManyAsync(kept: kept);

        Assert.False(await ServesAsync(slack, "C1"));
        Assert.True(await slack.Platform.ServesAsync(new Place(new Tenant("slack:T2"), "C1"), CancellationToken.None));
    }

    [Fact]
    public async Task A_channel_that_moved_is_closed_by_any_of_its_ids()
    {
        await using var slack = await SlackHost.StartAsync();
        using var moved = await slack.SendAsync("/slack/events", SlackReaderTests.Event("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}"""));
        await TellAsync(slack, "channel_archive", 10);

        Assert.False(await ServesAsync(slack, "G1"));
        Assert.IsType<Never>(await PostAsync(slack, "G1"));
    }

    [Fact]
    public async Task What_Slack_refuses_because_the_channel_is_closed_is_learned_from_the_refusal()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"is_archived"}""");
        Assert.IsType<Never>(await PostAsync(slack));
        Assert.IsType<Never>(await PostAsync(slack));
        Assert.False(await ServesAsync(slack, "C1"));
        Assert.Single(slack.Api.Of("chat.postMessage"));

        slack.Api.Answers("chat.postEphemeral", """{"ok":false,"error":"not_in_channel"}""");
        var place = new Place(s_tenant, "C2");
        Assert.IsType<Never>(await SendAsync(slack, place, new Whisper(place, s_ana, s_card)));
        Assert.False(await ServesAsync(slack, "C2"));
    }

    [Fact]
    public async Task What_Slack_tells_next_counts_although_its_clock_is_a_little_behind()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
        await PostAsync(slack);

        await TellAsync(slack, "member_joined_channel", -120);
        Assert.True(await ServesAsync(slack, "C1"));
    }

    [Fact]
    public async Task What_people_do_there_later_shows_that_it_is_open_though_nobody_said_so()
    {
        await using var slack = await SlackHost.StartAsync();
        await TellAsync(slack, "channel_archive", 0);
        await TellAsync(slack, "message", -10, extra: ""","text":"an answer","user":"U1","ts":"1.2","thread_ts":"1.1","channel_type":"channel" """);
        Assert.False(await ServesAsync(slack, "C1"));

        slack.Time.Advance(TimeSpan.FromMinutes(6));
        await slack.SendAsync("/slack/commands", SlackReaderTests.Command("why"));
        Assert.True(await ServesAsync(slack, "C1"));

        await TellAsync(slack, "channel_archive", 0);
        await TellAsync(slack, "message", 10, extra: ""","text":"an answer","user":"U1","ts":"1.2","thread_ts":"1.1","channel_type":"channel" """);
        Assert.True(await ServesAsync(slack, "C1"));
    }

    [Fact]
    public async Task A_note_to_one_person_still_goes_by_the_address_that_came_with_their_press()
    {
        await using var slack = await SlackHost.StartAsync();
        await TellAsync(slack, "channel_left", 10);
        var place = new Place(s_tenant, "C1");

        Assert.IsType<Never>(await SendAsync(slack, place, new Whisper(place, s_ana, s_card)));
        Assert.IsType<Done>(await SendAsync(slack, place, new Whisper(place, s_ana, s_card), slack.Api.Origin + "/hooks/1"));
        Assert.Empty(slack.Api.Of("chat.postEphemeral"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","channel":{"id":"C1"}""")]
    [InlineData(""","channel":"C 1" """)]
    public async Task Without_a_channels_id_nothing_is_closed(string channel)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/events", SlackReaderTests.Event($$"""{"type":"channel_archive"{{channel}}}"""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await ServesAsync(slack, "C1"));
    }

    [Theory]
    [InlineData("channel_rename")]
    [InlineData("group_rename")]
    public async Task A_new_name_of_a_channel_needs_nothing_because_the_bot_writes_channels_by_their_ids(string type)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/events", SlackReaderTests.Event($$$"""{"type":"{{{type}}}","channel":{"id":"C1","name":"renamed","created":1360782804},"event_ts":"1654751422.047200"}"""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(slack.Inbox.Taken);
        Assert.IsType<Done>(await PostAsync(slack));
        Assert.Equal("C1", Assert.Single(slack.Api.Of("chat.postMessage")).Json.GetProperty("channel").GetString());
    }

    /// <summary>An event about a channel, so many seconds from now.</summary>
    private static async Task TellAsync(SlackHost slack, string type, double seconds, string channel = "C1", string extra = "")
    {
        var user = type == "member_joined_channel" ? ""","user":"UBOT00001" """ : "";
        var at = (slack.Time.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await slack.SendAsync("/slack/events", $$"""
            {"type":"event_callback","team_id":"T1","event_id":"Ev{{type}}{{seconds}}","event":{"type":"{{type}}","channel":"{{channel}}","event_ts":"{{at}}"{{user}}{{extra}}},"authorizations":[{"team_id":"T1","user_id":"UBOT00001","is_bot":true}]}
            """);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<Sending> PostAsync(SlackHost slack, string channel = "C1") => SendAsync(slack, new Place(s_tenant, channel), new Post(new Place(s_tenant, channel), s_card));

    private static ValueTask<bool> ServesAsync(SlackHost slack, string channel) => slack.Platform.ServesAsync(new Place(s_tenant, channel), CancellationToken.None);

    private static Task<Sending> SendAsync(SlackHost slack, Place place, Reply reply, string? returnAddress = null) => slack.Platform.SendAsync(
        new Letter(new Parcel("why.3f9k2.1." + Guid.NewGuid(), new Subject(s_tenant, "why", "3f9k2"), place, reply, s_ana, returnAddress, slack.Now), null, null, place, MayHaveArrived: false), CancellationToken.None);
}
