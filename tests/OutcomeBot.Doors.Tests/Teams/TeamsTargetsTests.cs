using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;
using static OutcomeBot.Doors.Tests.Teams.TeamsPlatformTests;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>What one person alone sees in the midst of others: notes to them, and what they tell the bot unseen.</summary>
public sealed class TeamsTargetsTests
{
    private const string Targeted = "isTargetedActivity=true";

    private static readonly Tenant s_tenant = new("teams:" + TestIssuer.Tenant);
    private static readonly Person s_ana = new("aad-ana", "Ana");
    private static readonly Place s_thread = new(s_tenant, "19:general@thread.tacv2", "1760000000055");
    private static readonly Card s_card = new("A note", new Prose("For you."), new Buttons(new Button("Undo", new Press("why", "3f9k2", "undo"))));

    [Fact]
    public async Task A_note_stands_in_the_thread_it_is_about_for_one_person_and_what_they_press_in_it_happens_there()
    {
        await using var teams = await OnAsync();
        Assert.Equal(new Done(), await NoteAsync(teams, s_thread));

        var note = Assert.Single(teams.Connector.Posts);
        Assert.Equal(("19:general@thread.tacv2;messageid=1760000000055", "29:ana"), (note.Conversation, note.OnlyTo));
        Assert.Equal(("29:ana", "Ana", "true"), (note.Body["recipient"]!["id"]!.ToString(), note.Body["recipient"]!["name"]!.ToString(), note.Body["recipient"]!["isTargeted"]!.ToString()));
        var data = note.Action("Undo")!["data"]!.AsObject();
        Assert.Equal(s_thread, (await teams.TakenAsync(Pressed(teams, data, "aad-ana")))!.Place);
        Assert.NotEqual(s_thread, (await teams.TakenAsync(Pressed(teams, data, "aad-eve")))!.Place);
    }

    [Fact]
    public async Task In_a_group_chat_it_is_the_same_and_alone_with_the_bot_a_note_is_a_message()
    {
        await using var teams = await OnAsync();
        await teams.TakenAsync(teams.Activity(TeamsReaderTests.Group("<at>OutcomeBot</at> help")));
        await NoteAsync(teams, new Place(s_tenant, "19:chat@thread.v2"));
        await NoteAsync(teams, new Place(s_tenant, s_ana.Id));

        Assert.Equal([("19:chat@thread.v2", "29:ana"), ("a:alone-29:ana", null)], teams.Connector.Posts.Select(post => (post.Conversation, post.OnlyTo)));
        Assert.Null(teams.Connector.Posts[^1].Body["recipient"]);
    }

    [Theory]
    [InlineData(400, "BadArgument")]
    [InlineData(403, "THREADACCESSDENIED")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "NotFound")]
    [InlineData(405, null)]
    [InlineData(501, null)]
    public async Task Where_Teams_takes_none_the_note_goes_to_the_person_alone_and_for_some_hours_it_is_not_asked_again(int status, string? code)
    {
        await using var teams = await OnAsync();
        teams.Connector.Fail((_, path) => path.Contains(Targeted, StringComparison.Ordinal), status, code);
        Assert.IsType<Done>(await NoteAsync(teams, s_thread));
        Assert.IsType<Done>(await NoteAsync(teams, s_thread, "2"));
        Assert.All(teams.Connector.Posts, post => Assert.Equal(("a:alone-29:ana", null), (post.Conversation, post.OnlyTo)));
        Assert.Single(teams.Connector.Calls, call => call.Path.Contains(Targeted, StringComparison.Ordinal));

        // Nothing else about the conversation was concluded from it.
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_thread, new Post(s_thread, s_card), "3"), CancellationToken.None));
        teams.Time.Advance(TimeSpan.FromHours(7));
        await NoteAsync(teams, s_thread, "4");
        Assert.Equal("29:ana", teams.Connector.Posts[^1].OnlyTo);
    }

    [Fact]
    public async Task A_throttle_is_waited_for_and_the_note_stays_where_it_belongs()
    {
        await using var teams = await OnAsync();
        teams.Connector.Fail((method, _) => method == "POST", 429, "Throttled", retryAfter: 7);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<Later>(await NoteAsync(teams, s_thread)).Wait);
        Assert.IsType<Done>(await NoteAsync(teams, s_thread));

        Assert.Equal("29:ana", Assert.Single(teams.Connector.Posts).OnlyTo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_whose_fate_is_unknown_is_tried_once_more_and_no_further(bool isOn)
    {
        await using var teams = await MetAsync(("Teams:TargetedMessages", isOn ? "true" : "false"));
        for (var time = 0; time < 3; time++) teams.Connector.Fail((_, path) => path.Contains("/activities", StringComparison.Ordinal), 502, andDo: true);
        Assert.IsType<Later>(await NoteAsync(teams, s_thread));
        Assert.IsType<Never>(await NoteAsync(teams, s_thread));

        Assert.Equal(2, teams.Connector.Posts.Count);
        Assert.All(teams.Connector.Posts, post => Assert.Equal(isOn ? "29:ana" : null, post.OnlyTo));
    }

    [Fact]
    public async Task Without_an_id_that_Teams_knows_the_person_by_nothing_is_said_among_others()
    {
        await using var teams = await OnAsync();
        var card = new Whisper(s_thread, new Person("aad-nobody", "Nobody"), s_card);
        Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_thread, card), CancellationToken.None));

        Assert.Empty(teams.Connector.Posts);
    }

    [Fact]
    public async Task Nothing_is_targeted_where_the_settings_do_not_ask_for_it()
    {
        await using var teams = await MetAsync();
        await NoteAsync(teams, s_thread);

        Assert.DoesNotContain(teams.Connector.Calls, call => call.Path.Contains(Targeted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_to_the_bot_unseen_is_a_command_that_nothing_hangs_on()
    {
        await using var teams = await MetAsync();
        var alone = Assert.IsType<Said>(await teams.TakenAsync(Unseen(teams, "metric show lead time", "19:general@thread.tacv2;messageid=1760000000055")));
        var inThread = Assert.IsType<Said>(await teams.TakenAsync(Unseen(teams, "why status", "19:general@thread.tacv2;messageid=1760000000001")));

        Assert.Equal(("metric", "show lead time", null, s_thread.Root), (alone.Word, alone.Text, alone.Message, alone.Place));
        Assert.Equal((null, s_thread with { Thread = "1760000000001" }), (inThread.Message, inThread.Place));
    }

    [Fact]
    public async Task What_is_said_unseen_in_a_thread_is_never_an_answer_that_others_would_read()
    {
        await using var teams = await MetAsync();
        var said = Assert.IsType<Said>(await teams.TakenAsync(Unseen(teams, "because Ben is slow", "19:general@thread.tacv2;messageid=1760000000001")));
        Assert.Null(said.Place.Thread);
        foreach (var (type, happened) in new[] { ("messageUpdate", "editMessage"), ("messageDelete", "softDeleteMessage") })
        {
            var change = Unseen(teams, "because Ben is slow", "19:general@thread.tacv2;messageid=1760000000001");
            (change["type"], change["channelData"]!["eventType"]) = (type, happened);
            Assert.Null(await teams.TakenAsync(change));
        }
    }

    private static Task<TeamsHost> OnAsync() => MetAsync(("Teams:TargetedMessages", "true"));

    private static Task<Sending> NoteAsync(TeamsHost teams, Place about, string id = "1") =>
        teams.Platform.SendAsync(Letter(about, new Whisper(about, s_ana, s_card), id), CancellationToken.None);

    private static JsonObject Unseen(TeamsHost teams, string text, string conversation) => teams.Activity(activity =>
    {
        (activity["text"], activity["entities"], activity["conversation"]!["id"]) = (text, new JsonArray(), conversation);
        activity["recipient"]!["isTargeted"] = true;
    });
}
