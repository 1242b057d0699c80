using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>What comes over a socket goes the same road as a request.</summary>
public sealed class SlackEnvelopeTests
{
    private const string Click = """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.2","container":{"channel_id":"C1","message_ts":"1.5"},"actions":[{"type":"button","action_id":"why/3f9k2/answer/c4"}]}""";

    private static readonly Whisper s_whisper = new(new Place(new Tenant("slack:T1"), "C1"), new Person("U111", "ana"), new Card("Open here", new Prose("Nothing yet.")));

    [Fact]
    public async Task A_socket_is_asked_for_with_the_apps_token_in_the_header_only()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        await slack.SocketAsync();

        var call = Assert.Single(slack.Api.Of("apps.connections.open"));
        Assert.Equal(("Bearer " + SlackHost.AppToken, ""), (call.Authorization, call.Body));
        Assert.DoesNotContain("xapp", slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", slack.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_answered_in_its_acknowledgement()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        slack.Inbox.Answering = _ => Task.FromResult(new Answer([s_whisper]));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "slash_commands", SocketSteps.Command("why Is <@U222|ben> &amp; co slow?"), takesAnswer: true);

        var payload = (await slack.AcknowledgedAsync(socket, "e1"))["payload"]!;
        Assert.Equal(("ephemeral", "Open here\nNothing yet."), (payload["response_type"]!.ToString(), payload["text"]!.ToString()));
        var said = Assert.IsType<Said>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(("why", "Is @ben & co slow?", "cmd:1.2.3"), (said.Word, said.Text, said.Delivery));
        Assert.Equal(OpenDoor.Form | OpenDoor.Whisper, said.Door);
    }

    [Fact]
    public async Task An_answer_that_the_acknowledgement_may_not_carry_is_said_afterwards()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        slack.Inbox.Answering = _ => Task.FromResult(new Answer([s_whisper]));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "slash_commands", SocketSteps.Command("help", address: slack.Api.Origin + "/return"));

        Assert.Null((await slack.AcknowledgedAsync(socket, "e1"))["payload"]);
        Assert.Equal("Open here\nNothing yet.", (await slack.Api.WaitForAsync("return")).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_stands_at_its_field()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        slack.Inbox.Answering = _ => Task.FromResult(new Answer([new Wrong(("cause", "Say it in one sentence."))]));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "interactive", SlackReaderTests.Submission("", """{"cause":{"input":{"type":"plain_text_input","value":"x"}}}"""), takesAnswer: true);

        var payload = (await slack.AcknowledgedAsync(socket, "e1"))["payload"]!;
        Assert.Equal("errors", payload["response_action"]!.ToString());
        Assert.Contains("Say it in one sentence.", payload["errors"]!["cause"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_acknowledged_alone_and_its_form_is_opened()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        slack.Inbox.Answering = _ => Task.FromResult(new Answer([new Ask(SlackFormTests.Everything)]));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "interactive", Click);

        Assert.Equal("""{"envelope_id":"e1"}""", (await slack.AcknowledgedAsync(socket, "e1")).ToJsonString());
        Assert.Equal("1.2", (await slack.Api.WaitForAsync("views.open")).Json.GetProperty("trigger_id").GetString());
    }

    [Fact]
    public async Task A_turn_that_takes_longer_than_Slack_waits_is_acknowledged_in_time_and_answered_afterwards()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var turn = new TaskCompletionSource<Answer>();
        slack.Inbox.Answering = _ => turn.Task;
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "slash_commands", SocketSteps.Command("help", address: slack.Api.Origin + "/return"), takesAnswer: true);
        await slack.UntilAsync(() => socket.Of("e1") is not null, "the acknowledgement", TimeSpan.FromSeconds(1));

        Assert.Null(socket.Of("e1")!["payload"]);
        turn.SetResult(new Answer([s_whisper]));
        Assert.Equal("Open here\nNothing yet.", (await slack.Api.WaitForAsync("return")).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_event_is_acknowledged_when_its_turn_is_on_disk_and_not_before()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var (socket, turn) = await slack.BegunAsync();
        slack.Time.Advance(TimeSpan.FromSeconds(10));
        await slack.StillWorksAsync(socket);

        Assert.Null(socket.Of("e1"));
        turn.SetResult(Answer.Quiet);
        await slack.AcknowledgedAsync(socket, "e1");
    }

    [Fact]
    public async Task An_event_whose_turn_broke_is_left_to_be_sent_again_and_has_the_same_key_then()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        slack.Inbox.Answering = _ => Task.FromResult(slack.Inbox.Taken.Count == 1 ? Answer.Quiet with { IsTaken = false } : Answer.Quiet);
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "events_api", SocketSteps.Typed("Ev1"));
        await slack.StillWorksAsync(socket);
        Assert.Null(socket.Of("e1"));

        await socket.SendAsync("e2", "events_api", SocketSteps.Typed("Ev1"));
        await slack.AcknowledgedAsync(socket, "e2");
        Assert.Equal(["ev:Ev1", "ev:Ev1"], slack.Inbox.Taken.Select(incoming => incoming.Delivery));
    }

    [Fact]
    public async Task What_is_no_envelope_is_passed_over_and_the_next_one_is_taken()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.SocketAsync();
        string[] strange =
        [
            "", "Ping from applink-1", "{", "[]", "null", "7", "{}", """{"type":7}""", """{"type":"events_api"}""", """{"type":"events_api","envelope_id":""}""",
            """{"type":"events_api","envelope_id":"e"}""", """{"type":"events_api","envelope_id":"e","payload":null}""", """{"envelope_id":"e","payload":{}}""",
            """{"type":"\ud800","envelope_id":"e","payload":{}}""", $$$"""{"type":"events_api","envelope_id":"{{{new string('e', 201)}}}","payload":{}}""",
            new string('[', 1000), """{"type":"hello","num_connections":"many","debug_info":[]}""",
        ];
        foreach (var text in strange) await socket.SayAsync(text);
        await slack.StillWorksAsync(socket);

        Assert.Empty(slack.Inbox.Taken);
        Assert.Single(socket.Acknowledged);
        Assert.Single(slack.Api.Sockets.Opened);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_end_their_socket_and_the_next_one_works()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        await (await slack.SocketAsync()).SayAsync([0xff, 0xfe, 0x00, (byte)'{']);

        await slack.StillWorksAsync(await slack.SocketAsync(2, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task What_an_envelope_may_hold_that_is_not_for_the_bot_is_acknowledged_so_that_it_does_not_come_again()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.SocketAsync();
        (string Type, string Payload)[] empty =
        [
            ("events_api", "[]"), ("events_api", "7"), ("events_api", "{}"), ("slash_commands", "{}"), ("slash_commands", "[]"), ("slash_commands", """{"team_id":7,"text":{}}"""),
            ("interactive", "{}"), ("interactive", "\"text\""), ("workflow_steps", "{}"), ("<b>", "{}"),
        ];
        for (var n = 0; n < empty.Length; n++) await socket.SendAsync($"e{n}", empty[n].Type, empty[n].Payload);
        for (var n = 0; n < empty.Length; n++) await slack.AcknowledgedAsync(socket, $"e{n}");

        await socket.SendAsync("broken", "slash_commands", """{"team_id":"T1","channel_id":"C1","user_id":"U1","text":"\ud800"}""");
        await slack.StillWorksAsync(socket);
        Assert.Null(socket.Of("broken"));
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task Options_are_answered_with_none()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "interactive", """{"type":"block_suggestion"}""", takesAnswer: true);

        Assert.Equal("""{"options":[]}""", (await slack.AcknowledgedAsync(socket, "e1"))["payload"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_sample_of_an_envelope_is_acknowledged_and_becomes_what_a_request_would()
    {
        // The samples lie beside the repository; where they don't, the tests above carry the proof.
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var socket = await slack.SocketAsync();
        foreach (var file in SlackSamplesTests.Files("socket", "*.json"))
        {
            var sample = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
            if (sample["payload"] is null || sample["type"] is null) continue;
            sample["envelope_id"] = Path.GetFileName(file);
            await socket.SayAsync(sample.ToJsonString());
            await slack.AcknowledgedAsync(socket, Path.GetFileName(file));
        }

        if (!SlackSamplesTests.Files("socket", "*.json").Any()) return;
        Assert.Equal([nameof(Said), nameof(Said), nameof(Said)], slack.Inbox.Taken.Select(incoming => incoming.GetType().Name));
    }

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/events")]
    public async Task Without_a_signing_secret_nobody_is_taken_at_the_addresses_not_even_with_an_empty_one(string path)
    {
        await using var slack = await SlackHost.StartWithSocketsAsync();
        var (stamp, body) = (slack.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(SlackReaderTests.Command("help")));
        using var answer = await slack.SendSignedAsync(path, body, stamp, SlackHost.Sign("", stamp, body));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task With_a_signing_secret_both_ways_are_open_and_the_same_event_has_one_key()
    {
        await using var slack = await SlackHost.StartWithSocketsAsync(settings: ("Slack:SigningSecret", SlackHost.Secret));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "events_api", SocketSteps.Typed("Ev7"));
        await slack.AcknowledgedAsync(socket, "e1");
        using var answer = await slack.SendAsync("/slack/events", SocketSteps.Typed("Ev7"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["ev:Ev7", "ev:Ev7"], slack.Inbox.Taken.Select(incoming => incoming.Delivery));
    }
}
