using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackAnswersTests
{
    private const string Click = """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.2","container":{"channel_id":"C1","message_ts":"1.5"},"actions":[{"type":"button","action_id":"why/3f9k2/answer/c4"}]}""";

    private static readonly Card s_card = new("Open here", new Prose("Nothing yet."));
    private static readonly Person s_ana = new("U111", "ana");

    [Fact]
    public async Task A_whisper_answers_the_command_itself()
    {
        await using var slack = await AnsweringAsync(new Whisper(new Place(new Tenant("slack:T1"), "C1"), s_ana, s_card));
        var said = await JsonAsync(await slack.SendAsync("/slack/commands", SlackReaderTests.Command("help")));

        Assert.Equal(("ephemeral", "Open here\nNothing yet."), (said.GetProperty("response_type").GetString(), said.GetProperty("text").GetString()));
        Assert.Equal("header", said.GetProperty("blocks")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_form_is_opened_with_the_trigger_of_the_press()
    {
        await using var slack = await AnsweringAsync(new Ask(SlackFormTests.Everything));
        using var answer = await slack.InteractAsync(Click);

        Assert.Empty(await answer.Content.ReadAsStringAsync());
        var call = await slack.Api.WaitForAsync("views.open");
        Assert.Equal(("1.2", "modal"), (call.Json.GetProperty("trigger_id").GetString(), call.Json.GetProperty("view").GetProperty("type").GetString()));
        Assert.Equal("""{"tenant":"slack:T1","channel":"C1","thread":"1.5"}""", call.Json.GetProperty("view").GetProperty("private_metadata").GetString());
    }

    [Fact]
    public async Task A_form_that_opens_too_late_is_told_to_the_person()
    {
        await using var slack = await AnsweringAsync(new Ask(SlackFormTests.Everything));
        slack.Api.Answers("views.open", """{"ok":false,"error":"expired_trigger_id"}""");
        using var answer = await slack.InteractAsync(Click);

        var told = await slack.Api.WaitForAsync("chat.postEphemeral");
        Assert.Contains("press the button or type the command again", told.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("U1", told.Json.GetProperty("user").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_stands_at_its_field()
    {
        await using var slack = await AnsweringAsync(new Wrong(("cause", "Say it in one sentence."), ("unknown", "And who?")));
        var said = await JsonAsync(await slack.InteractAsync(SlackReaderTests.Submission("", """{"cause":{"input":{"type":"plain_text_input","value":"x"}}}""")));

        Assert.Equal("errors", said.GetProperty("response_action").GetString());
        Assert.Contains("Say it in one sentence.", said.GetProperty("errors").GetProperty("cause").GetString(), StringComparison.Ordinal);
        Assert.Contains("And who?", said.GetProperty("errors").GetProperty("cause").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_can_be_followed_by_another_in_its_place()
    {
        await using var slack = await AnsweringAsync(new Ask(SlackFormTests.Everything));
        var said = await JsonAsync(await slack.InteractAsync(SlackReaderTests.Submission("", "{}")));

        Assert.Equal(("update", "modal"), (said.GetProperty("response_action").GetString(), said.GetProperty("view").GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_turn_that_takes_longer_than_Slack_waits_is_answered_afterwards()
    {
        await using var slack = await SlackHost.StartAsync();
        var turn = new TaskCompletionSource<Answer>();
        slack.Inbox.Answering = _ => turn.Task;
        var command = SlackReaderTests.Command("help").Replace(Uri.EscapeDataString("https://hooks.slack.com/x"), Uri.EscapeDataString(slack.Api.Origin + "/return"), StringComparison.Ordinal);

        var sending = slack.SendAsync("/slack/commands", command);
        while (!sending.IsCompleted)
        {
            slack.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(sending, Task.Delay(10));
        }
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());

        turn.SetResult(new Answer([new Whisper(new Place(new Tenant("slack:T1"), "C1"), s_ana, s_card)]));
        Assert.Equal("Open here\nNothing yet.", (await slack.Api.WaitForAsync("return")).Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_is_done_on_a_home_that_was_opened_has_it_shown_anew()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Inbox.Answering = incoming => Task.FromResult(incoming is HomeOpened ? new Answer([new Home(incoming.By, s_card)]) : Answer.Quiet);
        const string press = """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U111","username":"ana"},"trigger_id":"1.2","container":{"type":"view","view_id":"V1"},"actions":[{"type":"button","action_id":"why/3f9k2/done/m1"}]}""";
        await slack.InteractAsync(press);
        await slack.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_home_opened","user":"U111","channel":"D1","tab":"home"}}""");
        await slack.InteractAsync(press.Replace("1.2", "1.3", StringComparison.Ordinal));

        await slack.Api.WaitForAsync("views.publish", times: 2);
        Assert.Equal(["Pressed", "HomeOpened", "Pressed", "HomeOpened"], slack.Inbox.Taken.Select(incoming => incoming.GetType().Name));
        Assert.Equal("act:1.3:home", slack.Inbox.Taken[^1].Delivery);
    }

    [Fact]
    public async Task A_file_in_a_form_is_fetched_from_Slack_with_the_token()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("files/a.json", """{"title":"x"}""");
        using var answer = await slack.InteractAsync(SlackReaderTests.Submission("", $$$$"""{"import":{"input":{"type":"file_input","files":[{"name":"a.json","url_private_download":"{{{{slack.Api.Origin}}}}/files/a.json"}]}}}"""));

        Assert.Equal("""{"title":"x"}""", Assert.IsType<Filled>(Assert.Single(slack.Inbox.Taken)).Values.Text("import"));
        Assert.Equal("Bearer " + SlackHost.Token, slack.Api.Of("files/a.json")[0].Authorization);
    }

    [Fact]
    public async Task A_file_that_is_not_Slacks_is_refused_at_its_field()
    {
        await using var slack = await SlackHost.StartAsync();
        var said = await JsonAsync(await slack.InteractAsync(SlackReaderTests.Submission("", """{"import":{"input":{"type":"file_input","files":[{"name":"a.json","url_private":"https://slack.com.evil.example.com/a.json"}]}}}""")));

        Assert.Contains("text file", said.GetProperty("errors").GetProperty("import").GetString(), StringComparison.Ordinal);
        Assert.Empty(slack.Inbox.Taken);
    }

    private static async Task<SlackHost> AnsweringAsync(Reply reply)
    {
        var slack = await SlackHost.StartAsync();
        slack.Inbox.Answering = _ => Task.FromResult(new Answer([reply]));
        return slack;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        }
    }
}
