using System.Text.Json;
using OutcomeBot.Core.Chat;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackReaderTests
{
    [Fact]
    public async Task A_slash_command_is_said_with_its_first_word_and_the_rest_as_typed()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/commands", Command("Why Is <@U222|ben> &amp; <#C9|general> <https://x.y/z|slow>?\r\nReally\u0007"));

        var said = Assert.IsType<Said>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(("why", "Is @ben & #general https://x.y/z?\nReally"), (said.Word, said.Text));
        Assert.Equal(new Place(new Tenant("slack:T1"), "C1"), said.Place);
        Assert.Equal(new Person("U111", "Ana"), said.By);
        Assert.Equal(OpenDoor.Form | OpenDoor.Whisper, said.Door);
        Assert.Equal("https://hooks.slack.com/x", said.ReturnAddress);
        Assert.Equal(slack.Now, said.At);
    }

    [Fact]
    public async Task An_ampersand_inside_a_typed_text_begins_no_field()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/commands", "text=" + Uri.EscapeDataString("why a&user_id=UEVIL&team_id=TEVIL b") + "&team_id=T1&channel_id=C1&user_id=U111&user_name=ana&trigger_id=1.1");

        var said = Assert.IsType<Said>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(("U111", "slack:T1", "a&user_id=UEVIL&team_id=TEVIL b"), (said.By.Id, said.Place.Tenant.Id, said.Text));
    }

    [Fact]
    public async Task The_same_delivery_has_the_same_key_and_another_has_another()
    {
        await using var slack = await SlackHost.StartAsync();
        foreach (var body in (string[])[Command("why a"), Command("why a"), Command("why a", "9.9"), Command("why a", ""), Command("why a", ""), Command("why b", "")])
            await slack.SendAsync("/slack/commands", body);

        var keys = slack.Inbox.Taken.Select(incoming => incoming.Delivery).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(keys[3], keys[4]);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public async Task A_retried_event_has_the_key_of_its_event()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"a","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","channel_type":"channel"}"""), "APPLICATION/JSON;charset=UTF-8");
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"a","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","channel_type":"channel"}"""), "text/plain");

        Assert.Equal(["ev:Ev1", "ev:Ev1"], slack.Inbox.Taken.Select(incoming => incoming.Delivery));
    }

    [Fact]
    public async Task A_mention_is_answered_in_the_thread_under_it_and_its_twin_is_not_heard()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"app_mention","text":"hey <@UBOT00001> why Why &lt;so&gt; slow?","user":"U1","ts":"1.2","channel":"C1"}"""));
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"<@UBOT00001> why Why so slow?","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","channel_type":"channel"}"""));
        await slack.SendAsync("/slack/events", Event("""{"type":"app_mention","text":"<@UBOT00001|bot> why","user":"U1","ts":"1.3","thread_ts":"1.1","channel":"C1"}"""));

        Assert.Collection(
            slack.Inbox.Taken.Cast<Said>(),
            said => Assert.Equal(("hey", "why Why <so> slow?", "1.2", "1.2"), (said.Word, said.Text, said.Place.Thread, said.Message)),
            said => Assert.Equal(("why", "", "1.1", "1.3"), (said.Word, said.Text, said.Place.Thread, said.Message)));
    }

    [Fact]
    public async Task What_is_typed_in_a_thread_is_heard_under_the_name_that_Slack_gives()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"because","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"G1","channel_type":"group"}"""));

        var heard = Assert.IsType<Heard>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(("because", "1.2", "1.1", new Person("U1", "Ana")), (heard.Text, heard.Message, heard.Place.Thread, heard.By));
    }

    [Fact]
    public async Task A_name_that_Slack_does_not_give_is_the_id_and_is_not_asked_again_at_once()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("users.info", """{"ok":false,"error":"missing_scope"}""");
        for (var time = 0; time < 3; time++)
            await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"because","user":"U7","ts":"1.2","thread_ts":"1.1","channel":"G1","channel_type":"group"}"""));

        Assert.All(slack.Inbox.Taken, heard => Assert.Equal(new Person("U7", "U7"), heard.By));
        Assert.Single(slack.Api.Of("users.info"));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"a","user":"UBOT00001","ts":"1.2","thread_ts":"1.1","channel":"C1"}""")]
    [InlineData("""{"type":"message","text":"a","user":"U1","bot_id":"B1","ts":"1.2","thread_ts":"1.1","channel":"C1"}""")]
    [InlineData("""{"type":"message","text":"a","user":"U1","ts":"1.2","channel":"C1","channel_type":"channel"}""")]
    [InlineData("""{"type":"message","text":" ","user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1"}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.1","message":{"text":"a","user":"U1","ts":"1.2","thread_ts":"1.1","edited":{"user":"U1"},"attachments":[]},"previous_message":{"text":"a","user":"U1","ts":"1.2"}}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.1","message":{"text":"b","user":"UBOT00001","ts":"1.2","edited":{"user":"UBOT00001"}},"previous_message":{"text":"a","user":"UBOT00001","ts":"1.2"}}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.1","message":{"text":"b","user":"U1","bot_id":"B1","ts":"1.2","edited":{"user":"U1"}},"previous_message":{"text":"a","user":"U1","ts":"1.2"}}""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.2","previous_message":{"text":"a","user":"U1","bot_id":"B1","ts":"1.2"}}""")]
    [InlineData("""{"type":"member_joined_channel","user":"U1","channel":"C1"}""")]
    [InlineData("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages"}""")]
    [InlineData("""{"type":"a_thing_of_the_future","user":"U1"}""")]
    public async Task What_is_not_for_the_bot_is_accepted_and_left(string inner)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/events", Event(inner));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task A_person_who_edits_or_deletes_a_message_is_told()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.1","message":{"text":"b &amp; c","user":"U1","ts":"1.2","thread_ts":"1.1","edited":{"user":"U1"}},"previous_message":{"text":"a","user":"U1","ts":"1.2"}}"""));
        await slack.SendAsync("/slack/events", Event("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.2","previous_message":{"text":"a","user":"U1","ts":"1.2","thread_ts":"1.1"}}"""));

        Assert.Collection(
            slack.Inbox.Taken,
            incoming => Assert.Equal(("b & c", "1.2", "1.1"), (((Edited)incoming).Text, ((Edited)incoming).Message, incoming.Place.Thread)),
            incoming => Assert.Equal(("1.2", "1.1"), (((Removed)incoming).Message, incoming.Place.Thread)));
    }

    [Fact]
    public async Task A_direct_message_is_a_command_without_mention_and_its_thread_is_heard()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"why Is it slow?","user":"U1","ts":"1.2","channel":"D1","channel_type":"im"}"""));
        await slack.SendAsync("/slack/events", Event("""{"type":"message","text":"because","user":"U1","ts":"1.3","thread_ts":"1.2","channel":"D1","channel_type":"im"}"""));

        var said = Assert.IsType<Said>(slack.Inbox.Taken[0]);
        Assert.Equal(("why", "Is it slow?", null), (said.Word, said.Text, said.Place.Thread));
        Assert.Equal("1.2", Assert.IsType<Heard>(slack.Inbox.Taken[1]).Place.Thread);
    }

    [Fact]
    public async Task The_bot_is_invited_and_its_home_is_opened()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/events", Event("""{"type":"member_joined_channel","user":"UBOT00001","channel":"C1","inviter":"U1"}"""));
        await slack.SendAsync("/slack/events", Event("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}"""));

        Assert.Equal("U1", Assert.IsType<Invited>(slack.Inbox.Taken[0]).By.Id);
        Assert.Equal("D1", Assert.IsType<HomeOpened>(slack.Inbox.Taken[1]).Place.Channel);
    }

    [Fact]
    public async Task Without_an_authorization_the_bot_asks_once_who_it_is()
    {
        await using var slack = await SlackHost.StartAsync();
        for (var time = 0; time < 2; time++)
            await slack.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T1","event_id":"Ev9","event":{"type":"member_joined_channel","user":"UBOT00001","channel":"C1","inviter":"U1"}}""");

        Assert.Equal(2, slack.Inbox.Taken.Count(incoming => incoming is Invited));
        Assert.Single(slack.Api.Of("auth.test"));
    }

    [Theory]
    [InlineData("""{"channel_id":"C1","message_ts":"1.5","thread_ts":"1.1"}""", "C1", "1.1")]
    [InlineData("""{"channel_id":"C1","message_ts":"1.5"}""", "C1", "1.5")]
    [InlineData("""{"channel_id":"C1","message_ts":"1.5","is_ephemeral":true}""", "C1", null)]
    [InlineData("""{"type":"view","view_id":"V1"}""", "U1", null)]
    public async Task A_press_is_in_the_thread_of_its_card(string container, string channel, string? thread)
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.InteractAsync($$$"""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.2","response_url":"https://hooks.slack.com/r","container":{{{container}}},"actions":[{"type":"button","action_id":"why/3f9k2/answer/c4"}]}""");

        var pressed = Assert.IsType<Pressed>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(new Press("why", "3f9k2", "answer", "c4"), pressed.Press);
        Assert.Equal(new Place(new Tenant("slack:T1"), channel, thread), pressed.Place);
        Assert.Equal((OpenDoor.Form, "https://hooks.slack.com/r", "act:1.2"), (pressed.Door, pressed.ReturnAddress, pressed.Delivery));
    }

    [Fact]
    public async Task The_shortcut_on_a_message_asks_about_its_text_in_its_thread()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.InteractAsync("""{"type":"message_action","callback_id":"five_whys_from_message","team":{"id":"T1"},"user":{"id":"U1","name":"ana"},"channel":{"id":"C1"},"message":{"text":"it&apos;s <@U2> &lt;slow&gt;","ts":"1.5"},"trigger_id":"1.2"}""");
        await slack.InteractAsync("""{"type":"shortcut","callback_id":"five_whys","team":null,"enterprise":{"id":"E1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.3"}""");

        var (about, anew) = (Assert.IsType<Pressed>(slack.Inbox.Taken[0]), Assert.IsType<Pressed>(slack.Inbox.Taken[1]));
        Assert.Equal((new Press("why", null, "about"), "it&apos;s @U2 <slow>", "1.5"), (about.Press, about.About, about.Place.Thread));
        Assert.Equal((new Press("why", null, "new"), new Place(new Tenant("slack:E1"), "U1")), (anew.Press, anew.Place));
    }

    [Fact]
    public async Task A_filled_form_comes_back_to_the_place_it_was_asked_in()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.InteractAsync(Submission("""{"tenant":"slack:T1","channel":"C1","thread":"1.1"}""", """
            {"cause":{"input":{"type":"plain_text_input","value":"slow &amp; late\u0000"}},"state":{"input":{"type":"static_select","selected_option":{"value":"open"}}},
             "several":{"input":{"type":"checkboxes","selected_options":[{"value":"a"},{"value":"b"}]}},"due":{"input":{"type":"datepicker","selected_date":"2026-12-04"}},
             "owner":{"input":{"type":"users_select","selected_user":"U5"}},"where":{"input":{"type":"conversations_select","selected_conversation":"C7"}},
             "empty":{"input":{"type":"plain_text_input","value":null}}}
            """));

        var filled = Assert.IsType<Filled>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(new Place(new Tenant("slack:T1"), "C1", "1.1"), filled.Place);
        Assert.Equal(OpenDoor.FieldErrors | OpenDoor.Form, filled.Door);
        Assert.Equal(("slow & late", "open", "C7", ""), (filled.Values.Text("cause"), filled.Values.Text("state"), filled.Values.Text("where"), filled.Values.Text("empty")));
        Assert.Equal(["a", "b"], filled.Values.Several("several").ToArray());
        Assert.Equal(new NodaTime.LocalDate(2026, 12, 4), filled.Values.Date("due"));
        Assert.Equal(new Person("U5", "Ana"), filled.Values.Person("owner"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is for you!")]
    [InlineData("""{"tenant":"slack:T2","channel":"C1"}""")]
    [InlineData("""{"tenant":"local:T1","channel":"C1"}""")]
    [InlineData("""{"tenant":"slack:T1","channel":"../x"}""")]
    [InlineData("""{"tenant":"slack:T1","channel":null}""")]
    [InlineData("""{"tenant":[],"channel":{}}""")]
    [InlineData("{")]
    public async Task A_form_whose_place_can_not_be_believed_is_the_persons_own(string metadata)
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.InteractAsync(Submission(metadata, "{}"));

        Assert.Equal(new Place(new Tenant("slack:T1"), "U1"), Assert.Single(slack.Inbox.Taken).Place);
    }

    internal static string Submission(string metadata, string values) => $$$$"""
        {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.2",
         "view":{"id":"V1","callback_id":"why/3f9k2/answer/c4","private_metadata":{{{{JsonSerializer.Serialize(metadata)}}}},"state":{"values":{{{{values}}}}}}}
        """;

    internal static string Command(string text, string trigger = "1.2.3") =>
        $"team_id=T1&channel_id=C1&user_id=U111&user_name=ana&command=%2Foutcome&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString("https://hooks.slack.com/x")}&trigger_id={trigger}";

    internal static string Event(string inner, string id = "Ev1") => $$$"""
        {"type":"event_callback","team_id":"T1","event_id":"{{{id}}}","event":{{{inner}}},"authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT00001","is_bot":true}]}
        """;
}
