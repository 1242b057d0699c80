using System.Net;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>What people do in Teams, as the bot understands it.</summary>
public sealed class TeamsReaderTests
{
    private static readonly Tenant s_tenant = new("teams:" + TestIssuer.Tenant);

    [Fact]
    public async Task A_mention_in_a_channel_is_a_command_in_its_thread_by_a_person_with_a_clock()
    {
        await using var teams = await TeamsHost.StartAsync();
        var said = Assert.IsType<Said>(await teams.TakenAsync(teams.Activity(activity => activity["text"] = "<at>OutcomeBot</at>&nbsp;why Why is it slow for <at>Ben</at> &amp; me?\n")));

        Assert.Equal(("why", "Why is it slow for @Ben & me?", "1760000000055"), (said.Word, said.Text, said.Message));
        Assert.Equal(new Place(s_tenant, "19:general@thread.tacv2", "1760000000055"), said.Place);
        Assert.Equal((new Person("aad-ana", "Ana"), "Europe/Vienna", OpenDoor.Form), (said.By, said.Zone, said.Door));
    }

    [Fact]
    public async Task Only_the_bots_own_mention_goes_even_where_another_bears_the_same_name()
    {
        await using var teams = await TeamsHost.StartAsync();
        var said = Assert.IsType<Said>(await teams.TakenAsync(teams.Activity(activity =>
        {
            activity["text"] = "<at>Bot</at> ask <at>Bot Marley</at>";
            activity["entities"] = Entities(("28:bot", "<at>Bot</at>"), ("29:marley", "<at>Bot Marley</at>"));
        })));

        Assert.Equal(("ask", "@Bot Marley"), (said.Word, said.Text));
    }

    [Fact]
    public async Task A_line_in_a_thread_is_heard_and_one_outside_of_any_is_nobodys()
    {
        await using var teams = await TeamsHost.StartAsync();
        var heard = Assert.IsType<Heard>(await teams.TakenAsync(teams.Activity(Plain("19:general@thread.tacv2;messageid=1760000000001"))));

        Assert.Equal(("because of this", new Place(s_tenant, "19:general@thread.tacv2", "1760000000001")), (heard.Text, heard.Place));
        Assert.Null(await teams.TakenAsync(teams.Activity(Plain("19:general@thread.tacv2;messageid=1760000000055"))));
    }

    [Fact]
    public async Task A_conversation_alone_goes_by_its_person_and_needs_no_mention()
    {
        await using var teams = await TeamsHost.StartAsync();
        var said = Assert.IsType<Said>(await teams.TakenAsync(teams.Activity(Alone("/help"))));

        Assert.Equal(("help", "", new Place(s_tenant, "aad-ana")), (said.Word, said.Text, said.Place));
    }

    [Fact]
    public async Task In_a_group_chat_a_line_belongs_to_the_message_that_it_quotes()
    {
        await using var teams = await TeamsHost.StartAsync();
        var heard = Assert.IsType<Heard>(await teams.TakenAsync(teams.Activity(activity =>
        {
            Group("because of that")(activity);
            activity["entities"] = new JsonArray(JsonNode.Parse("""{ "type": "quotedReply", "quotedReply": { "messageId": "1760000000009" } }"""));
        })));

        Assert.Equal(new Place(s_tenant, "19:chat@thread.v2", "1760000000009"), heard.Place);
        Assert.Null(await teams.TakenAsync(teams.Activity(Group("unrelated"))));
    }

    [Fact]
    public async Task Where_there_are_no_threads_a_plain_line_to_the_bot_belongs_to_the_newest_card_and_a_command_does_not()
    {
        await using var teams = await TeamsHost.StartAsync();
        await teams.TakenAsync(teams.Activity(Alone("why Why is it slow?")));
        var card = await TeamsPlatformTests.ShownAsync(teams, new Place(s_tenant, "aad-ana"));

        Assert.Equal(card.Message, (await teams.TakenAsync(teams.Activity(Alone("because planning has no rule", "2"))))!.Place.Thread);
        Assert.Null((await teams.TakenAsync(teams.Activity(Alone("why Why is it late?", "3"))))!.Place.Thread);
    }

    [Fact]
    public async Task Edits_and_deletions_are_told_and_each_edit_is_another_delivery()
    {
        await using var teams = await TeamsHost.StartAsync();
        JsonObject Edit(string text, string at) => teams.Activity(activity =>
        {
            Plain("19:general@thread.tacv2;messageid=1760000000001")(activity);
            (activity["type"], activity["text"], activity["timestamp"], activity["channelData"]!["eventType"]) = ("messageUpdate", text, at, "editMessage");
        });
        var first = Assert.IsType<Edited>(await teams.TakenAsync(Edit("one", "2026-11-22T09:00:01Z")));
        var again = Assert.IsType<Edited>(await teams.TakenAsync(Edit("one", "2026-11-22T09:00:01Z")));
        var second = Assert.IsType<Edited>(await teams.TakenAsync(Edit("two", "2026-11-22T09:00:02Z")));
        var removed = await teams.TakenAsync(teams.Activity(activity =>
        {
            Plain("19:general@thread.tacv2;messageid=1760000000001")(activity);
            (activity["type"], activity["channelData"]!["eventType"]) = ("messageDelete", "softDeleteMessage");
        }));

        Assert.Equal(("one", "1760000000055", first.Delivery), (first.Text, first.Message, again.Delivery));
        Assert.NotEqual(first.Delivery, second.Delivery);
        Assert.Equal("1760000000055", Assert.IsType<Removed>(removed).Message);
    }

    [Fact]
    public async Task A_button_is_a_press_in_its_thread_and_its_repeat_under_a_new_id_is_the_same_delivery()
    {
        await using var teams = await TeamsHost.StartAsync();
        var first = Assert.IsType<Pressed>(await teams.TakenAsync(teams.Activity(Press("why/3f9k2/undo", "f:1"))));
        var again = Assert.IsType<Pressed>(await teams.TakenAsync(teams.Activity(Press("why/3f9k2/undo", "f:2"))));
        var other = Assert.IsType<Pressed>(await teams.TakenAsync(teams.Activity(Press("why/3f9k2/takeover", "f:3"))));
        var later = Assert.IsType<Pressed>(await teams.TakenAsync(teams.Activity(Press("why/3f9k2/undo", "f:4"))));

        Assert.Equal((new Press("why", "3f9k2", "undo"), new Place(s_tenant, "19:general@thread.tacv2", "1760000000055")), (first.Press, first.Place));
        Assert.Equal(first.Delivery, again.Delivery);
        Assert.Equal(3, new[] { first.Delivery, other.Delivery, later.Delivery }.Distinct().Count());
    }

    [Fact]
    public async Task The_same_press_is_meant_again_when_a_while_has_passed()
    {
        await using var teams = await TeamsHost.StartAsync();
        var first = await teams.TakenAsync(teams.Activity(Press("why/3f9k2/undo", "f:1")));
        teams.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.NotEqual(first!.Delivery, (await teams.TakenAsync(teams.Activity(Press("why/3f9k2/undo", "f:2"))))!.Delivery);
    }

    [Theory]
    [InlineData("automatic", "press")]
    [InlineData("manual", "refresh")]
    public async Task A_client_that_asks_how_a_card_looks_changes_nothing(string trigger, string verb)
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(teams.Activity(activity =>
        {
            Press("why/3f9k2/undo", "f:1")(activity);
            (activity["value"]!["trigger"], activity["value"]!["action"]!["verb"]) = (trigger, verb);
        }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(teams.Inbox.Taken);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[1,2]", HttpStatusCode.Unauthorized)]
    [InlineData("\"text\"", HttpStatusCode.Unauthorized)]
    public async Task What_is_no_activity_is_refused(string body, HttpStatusCode status)
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(body, "Bearer " + teams.Token());

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Only_a_post_of_reasonable_length_is_taken()
    {
        await using var teams = await TeamsHost.StartAsync();
        using var read = await teams.Http.GetAsync("/api/messages");
        using var huge = await teams.SendAsync(teams.Activity(activity => activity["text"] = new string('x', 1_100_000)));
        using var typeless = await teams.SendAsync(teams.Activity(activity => activity.Remove("type")));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (read.StatusCode, huge.StatusCode, typeless.StatusCode));
    }

    [Fact]
    public async Task Nothing_that_arrives_in_any_other_shape_breaks_the_door()
    {
        await using var teams = await TeamsHost.StartAsync();
        Action<JsonObject>[] shapes =
        [
            activity => activity["text"] = 5, activity => activity["from"] = "me", activity => activity["entities"] = new JsonObject(), activity => activity["id"] = new JsonArray(),
            activity => activity["value"] = "text", activity => (activity["type"], activity["name"]) = ("invoke", 7), activity => (activity["type"], activity["name"], activity["value"]) = ("invoke", "task/submit", 1),
            activity => (activity["type"], activity["membersAdded"]) = ("conversationUpdate", "nobody"), activity => activity["recipient"] = null, activity => activity["channelData"]!["team"] = 4,
            activity => (activity["type"], activity["value"]) = ("message", JsonNode.Parse("""{ "_press": "why/-/new", "_fields": { "a": 1, "b": {} }, "b": [1] }""")),
        ];
        foreach (var shape in shapes)
        {
            using var answer = await teams.SendAsync(teams.Activity(shape));
            Assert.True((int)answer.StatusCode is 200 or 501, $"{answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_installation_is_greeted_once_however_often_it_is_told_and_again_after_a_removal()
    {
        await using var teams = await TeamsHost.StartAsync();
        JsonObject Installed(string action) => teams.Activity(activity =>
        {
            Alone("")(activity);
            (activity["type"], activity["action"]) = ("installationUpdate", action);
        });
        JsonObject Added() => teams.Activity(activity =>
        {
            Alone("")(activity);
            (activity["type"], activity["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "28:bot" }));
        });
        Assert.IsType<Invited>(await teams.TakenAsync(Installed("add")));
        Assert.Null(await teams.TakenAsync(Added()));
        Assert.Null(await teams.TakenAsync(Installed("add")));
        Assert.Null(await teams.TakenAsync(Installed("add-upgrade")));
        Assert.Null(await teams.TakenAsync(Installed("remove")));
        Assert.IsType<Invited>(await teams.TakenAsync(Installed("add")));
    }

    internal static Action<JsonObject> Press(string press, string id) => activity =>
    {
        (activity["type"], activity["name"], activity["id"], activity["replyToId"]) = ("invoke", "adaptiveCard/action", id, "1760000000099");
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "press", ["data"] = new JsonObject { ["_press"] = press } }, ["trigger"] = "manual" };
    };

    internal static Action<JsonObject> Alone(string text, string id = "1") => activity =>
    {
        (activity["text"], activity["id"], activity["entities"]) = (text, id, new JsonArray());
        activity["conversation"] = new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = TestIssuer.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestIssuer.Tenant } };
    };

    internal static Action<JsonObject> Group(string text) => activity =>
    {
        (activity["text"], activity["entities"]) = (text, new JsonArray());
        activity["conversation"] = new JsonObject { ["id"] = "19:chat@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = TestIssuer.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestIssuer.Tenant } };
    };

    private static Action<JsonObject> Plain(string conversation) => activity =>
        (activity["text"], activity["entities"], activity["conversation"]!["id"]) = ("because of this", new JsonArray(), conversation);

    private static JsonArray Entities(params (string Id, string Text)[] mentions) =>
        [.. mentions.Select(mention => new JsonObject { ["type"] = "mention", ["text"] = mention.Text, ["mentioned"] = new JsonObject { ["id"] = mention.Id } })];
}
