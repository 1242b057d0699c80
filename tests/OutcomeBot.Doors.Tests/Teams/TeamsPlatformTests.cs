using System.Text.Json.Nodes;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Letters on their way to a made connector: where they go, what is tried again, and what is said when they can't be delivered.</summary>
public sealed class TeamsPlatformTests
{
    private static readonly Tenant s_tenant = new("teams:" + TestIssuer.Tenant);
    private static readonly Place s_channel = new(s_tenant, "19:general@thread.tacv2");
    private static readonly Person s_ana = new("aad-ana", "Ana");
    private static readonly Card s_card = new("Why is it slow?", new Prose("Nobody has answered yet."), new Buttons(new Button("Undo", new Press("why", "3f9k2", "undo"))));

    [Fact]
    public async Task A_card_is_posted_in_its_thread_with_the_bots_token_and_then_changed_in_place()
    {
        await using var teams = await MetAsync();
        var shown = await ShownAsync(teams, s_channel with { Thread = "1760000000055" });
        var changed = await teams.Platform.SendAsync(Letter(s_channel with { Thread = "1760000000055" }, new Show()) with { Message = shown.Message }, CancellationToken.None);

        Assert.Equal(new Done(shown.Message, "1760000000055"), changed);
        Assert.Equal(["POST /emea/v3/conversations/19:general@thread.tacv2;messageid=1760000000055/activities", $"PUT /emea/v3/conversations/19:general@thread.tacv2;messageid=1760000000055/activities/{shown.Message}"], Calls(teams));
        Assert.All(teams.Connector.Calls, call => Assert.Equal("Bearer a-token-of-the-bot-1", call.Authorization));
        var asked = Assert.Single(teams.Issuer.Asked);
        Assert.Equal(("client_credentials", TestIssuer.ClientId, "https://api.botframework.com/.default"), (asked["grant_type"], asked["client_id"], asked["scope"]));
    }

    [Fact]
    public async Task A_card_without_a_thread_begins_one_in_a_channel_and_is_its_own_in_a_chat()
    {
        await using var teams = await MetAsync();
        var channel = await ShownAsync(teams, s_channel);
        var alone = await ShownAsync(teams, new Place(s_tenant, "aad-ana"), "2");

        Assert.Equal(channel.Message, channel.Thread);
        Assert.Equal(alone.Message, alone.Thread);
        Assert.Contains("POST /emea/v3/conversations/a:alone-29:ana/activities", Calls(teams));
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew()
    {
        await using var teams = await MetAsync();
        var shown = await ShownAsync(teams, s_channel);
        teams.Connector.Delete(teams.Connector.Posts.Single());
        var again = Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel with { Thread = shown.Thread }, new Show()) with { Message = shown.Message }, CancellationToken.None));

        Assert.NotEqual(shown.Message, again.Message);
    }

    [Theory]
    [InlineData(429, "Throttled", 7, 7)]
    [InlineData(412, "PreconditionFailed", null, 2)]
    public async Task A_throttle_is_waited_for_and_nothing_is_sent_twice(int status, string code, int? retryAfter, int waits)
    {
        await using var teams = await MetAsync();
        teams.Connector.Fail((method, _) => method == "POST", status, code, retryAfter);
        var later = Assert.IsType<Later>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
        var done = await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None);

        Assert.Equal((TimeSpan.FromSeconds(waits), Reach.Channel), (later.Wait, later.Reach));
        Assert.IsType<Done>(done);
        Assert.Single(teams.Connector.Posts);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_message_whose_fate_is_unknown_is_tried_once_more_and_then_told(int status)
    {
        await using var teams = await MetAsync();
        for (var time = 0; time < 3; time++) teams.Connector.Fail((method, _) => method == "POST", status);
        Assert.IsType<Later>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
        var never = Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));

        Assert.Contains("it may be there or not", never.Sentence, StringComparison.Ordinal);
        Assert.Contains("Whether a Post to", teams.Log.All, StringComparison.Ordinal);
        Assert.Equal(2, teams.Connector.Calls.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task After_a_crash_in_mid_sending_one_more_try_is_all_there_is()
    {
        await using var teams = await MetAsync();
        teams.Connector.Fail((method, _) => method == "POST", 502);

        Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)) with { MayHaveArrived = true }, CancellationToken.None));
    }

    [Fact]
    public async Task A_change_in_place_is_tried_for_as_long_as_it_takes()
    {
        await using var teams = await MetAsync();
        var shown = await ShownAsync(teams, s_channel);
        var letter = Letter(s_channel with { Thread = shown.Thread }, new Show()) with { Message = shown.Message };
        for (var time = 0; time < 4; time++) teams.Connector.Fail((method, _) => method == "PUT", 502);
        for (var time = 0; time < 4; time++) Assert.IsType<Later>(await teams.Platform.SendAsync(letter, CancellationToken.None));

        Assert.IsType<Done>(await teams.Platform.SendAsync(letter, CancellationToken.None));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", "OutcomeBot was removed from that conversation")]
    [InlineData(403, "MessageWritesBlocked", "Messages of OutcomeBot are blocked")]
    [InlineData(404, "ConversationNotFound", "That conversation isn't there any more")]
    [InlineData(413, "MessageSizeTooBig", "Teams found my message too long")]
    [InlineData(400, "BadSyntax", "Teams refused this (BadSyntax)")]
    public async Task A_refusal_is_a_sentence_that_says_what_was_kept(int status, string code, string sentence)
    {
        await using var teams = await MetAsync();
        teams.Connector.Fail((method, _) => method == "POST", status, code);
        var never = Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));

        Assert.Contains(sentence, never.Sentence, StringComparison.Ordinal);
        Assert.Contains("What you said is saved.", never.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_more_is_sent_to_a_conversation_that_refused_until_somebody_speaks_there_again()
    {
        await using var teams = await MetAsync();
        teams.Connector.Fail((method, _) => method == "POST", 403, "BotNotInConversationRoster");
        await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None);
        var calls = teams.Connector.Calls.Count;
        Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
        Assert.Equal(calls, teams.Connector.Calls.Count);

        await teams.TakenAsync(teams.Activity());
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
    }

    [Theory]
    [InlineData("teamDeleted", "That conversation isn't there any more")]
    [InlineData("teamArchived", "That team is archived")]
    public async Task What_happens_to_a_team_holds_for_its_channels(string happened, string sentence)
    {
        await using var teams = await MetAsync();
        JsonObject Told(string what) => teams.Activity(activity => (activity["type"], activity["channelData"]!["eventType"]) = ("conversationUpdate", what));
        await teams.TakenAsync(Told(happened));
        var never = Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
        Assert.Contains(sentence, never.Sentence, StringComparison.Ordinal);
        Assert.False(await teams.Platform.ServesAsync(s_channel, CancellationToken.None));
        Assert.True(await teams.Platform.ServesAsync(new Place(s_tenant, "aad-ana"), CancellationToken.None));

        await teams.TakenAsync(Told("teamRestored"));
        Assert.True(await teams.Platform.ServesAsync(s_channel, CancellationToken.None));
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
    }

    [Fact]
    public async Task A_note_goes_to_the_person_alone_and_what_they_press_in_it_happens_where_it_belongs()
    {
        await using var teams = await MetAsync();
        var place = s_channel with { Thread = "1760000000055" };
        Assert.Equal(new Done(), await teams.Platform.SendAsync(Letter(place, new Whisper(place, s_ana, s_card)), CancellationToken.None));
        var note = Assert.Single(teams.Connector.Posts);
        Assert.Equal("a:alone-29:ana", note.Conversation);
        var created = teams.Connector.Calls.First(call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal)).Body!;
        Assert.Equal(("29:ana", TestIssuer.Tenant, "False"), (created["members"]![0]!["id"]!.ToString(), created["tenantId"]!.ToString(), created["isGroup"]!.GetValue<bool>().ToString()));

        var data = note.Action("Undo")!["data"]!.AsObject();
        Assert.Equal(place, (await teams.TakenAsync(Pressed(teams, data, "aad-ana")))!.Place);
        Assert.Equal(new Place(s_tenant, "aad-eve"), (await teams.TakenAsync(Pressed(teams, data, "aad-eve")))!.Place);
    }

    [Fact]
    public async Task The_bots_token_is_fetched_once_and_again_before_it_ends_or_when_it_is_refused()
    {
        await using var teams = await MetAsync();
        var letter = Letter(s_channel, new Post(s_channel, s_card));
        await teams.Platform.SendAsync(letter, CancellationToken.None);
        await teams.Platform.SendAsync(letter, CancellationToken.None);
        Assert.Single(teams.Issuer.Asked);

        teams.Time.Advance(TimeSpan.FromMinutes(56));
        await teams.Platform.SendAsync(letter, CancellationToken.None);
        Assert.Equal(2, teams.Issuer.Asked.Count);

        teams.Connector.Fail((method, _) => method == "POST", 401, "Unauthorized");
        Assert.IsType<Later>(await teams.Platform.SendAsync(letter, CancellationToken.None));
        await teams.Platform.SendAsync(letter, CancellationToken.None);
        Assert.Equal("Bearer a-token-of-the-bot-3", teams.Connector.Calls[^1].Authorization);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        await using var teams = await MetAsync();
        teams.Connector.Fail((method, _) => method == "POST", 302);

        Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_card)), CancellationToken.None));
        Assert.Single(teams.Connector.Calls);
    }

    [Fact]
    public async Task Somebody_whom_the_bot_never_met_can_not_be_written_to_and_it_says_what_helps()
    {
        await using var teams = await MetAsync();
        var never = Assert.IsType<Never>(await teams.Platform.SendAsync(Letter(new Place(s_tenant, "aad-nobody"), new Post(new Place(s_tenant, "aad-nobody"), s_card)), CancellationToken.None));

        Assert.Contains("Ask them to open OutcomeBot in Teams and say hello", never.Sentence, StringComparison.Ordinal);
    }

    internal static async Task<Done> ShownAsync(TeamsHost teams, Place place, string id = "1") =>
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(place, new Show(), id), CancellationToken.None));

    internal static async Task<TeamsHost> MetAsync(params (string, string?)[] also)
    {
        var teams = await TeamsHost.StartAsync(null, "Development", also);
        await teams.TakenAsync(teams.Activity());
        return teams;
    }

    internal static JsonObject Pressed(TeamsHost teams, JsonObject data, string person) => teams.Activity(activity =>
    {
        TeamsReaderTests.Alone("")(activity);
        TeamsReaderTests.Press("why/3f9k2/undo", "f:" + person)(activity);
        (activity["from"]!["aadObjectId"], activity["value"]!["action"]!["data"]) = (person, data.DeepClone());
    });

    internal static Letter Letter(Place place, Reply reply, string id = "1") => new(
        new Parcel($"why.3f9k2.{id}.0", new Subject(s_tenant, "why", "3f9k2"), place, reply, s_ana, null, Instant.FromUtc(2026, 11, 22, 9, 0)), reply is Show ? s_card : null, null, place, false);

    private static string[] Calls(TeamsHost teams) => [.. teams.Connector.Calls.Select(call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}")];
}
