using System.Text.Json.Nodes;
using NodaTime;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.House.Tests.Slack;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>Five whys in a Teams channel, from the mention to the conclusion, as people would do it.</summary>
public sealed class FiveWhysInTeamsTests
{
    [Fact]
    public async Task A_team_goes_from_a_question_to_root_cause_countermeasure_picture_and_export()
    {
        var begun = Instant.FromUtc(2026, 11, 23, 9, 0);
        await using var house = await TeamsHouse.StartAsync(new MovedClock(begun));
        var teams = house.Driver;
        var card = await AskedAsync(house);
        await AnsweredAsync(house, card, "ben", "conversion of up-sells has fallen");
        await NextAsync(house, card, "chen", "promised capabilities are released 57 days after the promise");
        await NextAsync(house, card, "dana", "release planning has no capacity rule");

        await teams.PressAsync("ana", house.Connector.Post(card), "Read back");
        var readBack = await teams.PostAsync(post => post.Action("Yes, each holds") is not null, "the read-back");
        Assert.Contains("THEREFORE", readBack.Text, StringComparison.OrdinalIgnoreCase);
        await teams.PressAsync("ben", readBack, "Yes, each holds");
        await teams.UntilHasAsync(card, "Conclude");
        var dialog = await teams.OpenAsync("ana", house.Connector.Post(card), "Conclude");
        Assert.Null(await teams.FillAsync("ana", card, dialog, Conclusion));
        var concluded = await teams.UntilSaysAsync(card, "which increased the likelihood of");
        Assert.Contains("lead time under 31 days", concluded.Text, StringComparison.Ordinal);

        var picture = await teams.PostAsync(post => TeamsPost.Objects(post.Card).Any(found => found["type"]?.ToString() == "Image"), "the picture");
        var address = new Uri(TeamsPost.Objects(picture.Card).First(found => found["type"]?.ToString() == "Image")["url"]!.ToString());
        var png = await teams.Http.GetByteArrayAsync(address.AbsolutePath);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.InRange(Math.Max(Side(png, 16), Side(png, 20)), 200, 1024);
        await teams.PressAsync("ana", concluded, "Export");
        var files = await teams.CardAsync("Download");
        Assert.Single(house.Connector.Posts, post => post.Conversation == card.Conversation && post.Card["refresh"] is not null);

        var link = new Uri(TeamsPost.Objects(files.Card).First(found => found["type"]?.ToString() == "Action.OpenUrl")["url"]!.ToString());
        var file = await teams.Http.GetStringAsync(link.AbsolutePath);
        await house.SleepUntilAsync(begun + Duration.FromDays(6));
        Assert.Equal(png, await house.Driver.Http.GetByteArrayAsync(address.AbsolutePath));
        Assert.Equal(file, await house.Driver.Http.GetStringAsync(link.AbsolutePath));
        await house.SleepUntilAsync(begun + Duration.FromDays(8));
        foreach (var path in (string[])[address.AbsolutePath, link.AbsolutePath])
        {
            using var ended = await house.Driver.Http.GetAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, ended.StatusCode);
        }
    }

    [Fact]
    public async Task Without_the_right_to_read_every_message_the_buttons_and_mentions_are_enough()
    {
        await using var house = await TeamsHouse.StartAsync();
        var teams = house.Driver;
        var card = await AskedAsync(house);
        await NextAsync(house, card, "ben", "conversion of up-sells has fallen", "Answer");
        await teams.SendAsync(TeamsDriver.Mention(teams.Activity("chen", TeamsDriver.Thread(card), "message", TeamsDriver.Fresh()), "fewer customers renew their contracts"));
        await teams.UntilSaysAsync(card, "ewer customers renew their contracts");
    }

    [Fact]
    public async Task Alone_with_the_bot_plain_lines_answer_the_newest_card()
    {
        await using var house = await TeamsHouse.StartAsync();
        await house.Driver.SayAsync("ana", "why Why is revenue growth declining?");
        var card = await house.Driver.PostAsync(post => post.Action("Answer") is not null, "the card");
        await house.Driver.SayAsync("ana", "conversion of up-sells has fallen");
        await house.Driver.UntilSaysAsync(card, "onversion of up-sells has fallen");
        Assert.Equal(TeamsDriver.Alone("ana"), card.Conversation);
    }

    [Fact]
    public async Task A_repeated_message_and_a_repeated_form_under_a_new_id_count_once()
    {
        await using var house = await TeamsHouse.StartAsync();
        var teams = house.Driver;
        var card = await AskedAsync(house);
        for (var time = 0; time < 3; time++) await teams.TypeAsync("ben", card, "conversion of up-sells has fallen", id: "1770000000077");
        await teams.UntilSaysAsync(card, "onversion of up-sells has fallen");
        var dialog = await teams.OpenAsync("chen", house.Connector.Post(card), "Another cause");
        var action = TeamsPost.Actions(dialog).Last();
        for (var time = 0; time < 3; time++) await teams.SubmitAsync("chen", card, dialog, action, "f:again-" + time, ("answer", "fewer customers renew their contracts"));
        var shown = await teams.UntilSaysAsync(card, "ewer customers renew their contracts");

        Assert.Single(Rows(shown), row => row.Contains("ewer customers renew", StringComparison.Ordinal));
        Assert.Single(Rows(shown), row => row.Contains("onversion of up-sells has fallen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_press_under_a_new_id_is_answered_and_does_nothing_more()
    {
        await using var house = await TeamsHouse.StartAsync();
        var teams = house.Driver;
        var card = await AskedAsync(house);
        await AnsweredAsync(house, card, "ben", "conversion of up-sells has fallen");
        await teams.PressAsync("ana", house.Connector.Post(card), "Read back", "f:first");
        await teams.CardAsync("Does each step hold?");
        var again = await teams.PressAsync("ana", house.Connector.Post(card), "Read back", "f:second");

        Assert.Equal("200", again!["statusCode"]!.ToString());
        Assert.Single(house.Connector.Posts, post => post.Text.Contains("Does each step hold?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blaming_answer_is_questioned_in_the_dialog_itself_and_nothing_typed_is_lost()
    {
        await using var house = await TeamsHouse.StartAsync();
        var card = await AskedAsync(house);
        var dialog = await house.Driver.OpenAsync("chen", house.Connector.Post(card), "Answer");
        var answer = TeamsDriver.DialogOf(await house.Driver.FillAsync("chen", card, dialog, ("answer", "R&D is too slow")));

        Assert.Contains(TeamsPost.Actions(answer), action => action["title"]!.ToString().StartsWith("Keep", StringComparison.Ordinal));
        await house.Driver.UntilSaysAsync(card, "R&D is too slow");
        Assert.DoesNotContain(house.Connector.Posts, post => post.Conversation == TeamsDriver.Alone("chen"));
    }

    [Fact]
    public async Task An_empty_answer_comes_back_in_its_dialog_with_a_sentence()
    {
        await using var house = await TeamsHouse.StartAsync();
        var card = await AskedAsync(house);
        var dialog = await house.Driver.OpenAsync("chen", house.Connector.Post(card), "Answer");
        var again = TeamsDriver.DialogOf(await house.Driver.FillAsync("chen", card, dialog, ("answer", "   ")));

        Assert.NotNull(again);
        Assert.Contains(TeamsPost.Objects(again), found => found["color"]?.ToString() == "Attention");
        Assert.Contains(TeamsPost.Objects(again), found => found["id"]?.ToString() == "answer");
    }

    [Fact]
    public async Task A_throttled_or_failing_connector_loses_nothing_and_says_nothing_twice()
    {
        await using var house = await TeamsHouse.StartAsync();
        var card = await AskedAsync(house);
        foreach (var status in (int[])[429, 412, 502, 504]) house.Connector.Fail((method, _) => method == "PUT", status, retryAfter: status == 429 ? 1 : null);
        await house.Driver.TypeAsync("ben", card, "conversion of up-sells has fallen");
        await house.Driver.UntilSaysAsync(card, "onversion of up-sells has fallen");
        house.Connector.Fail((method, path) => method == "POST" && path.EndsWith("/activities", StringComparison.Ordinal), 429, "Throttled", 1);
        await house.Driver.PressAsync("ana", house.Connector.Post(card), "Read back");
        await house.Driver.CardAsync("Does each step hold?");

        Assert.Single(house.Connector.Posts, post => post.Text.Contains("Does each step hold?", StringComparison.Ordinal));
        Assert.Single(house.Connector.Posts, post => post.Card["refresh"] is not null);
    }

    [Fact]
    public async Task After_an_uninstall_what_can_not_be_said_is_kept_and_goes_out_when_somebody_asks_again()
    {
        await using var house = await TeamsHouse.StartAsync();
        var card = await AskedAsync(house);
        await AnsweredAsync(house, card, "ben", "conversion of up-sells has fallen");
        house.Connector.Fail((method, path) => method == "POST" && path.Contains("general", StringComparison.Ordinal), 403, "BotNotInConversationRoster");
        await house.Driver.PressAsync("ana", house.Connector.Post(card), "Read back");
        var told = await house.Driver.CardAsync("A message could not be delivered");
        Assert.Equal(TeamsDriver.Alone("ana"), told.Conversation);
        Assert.Contains("OutcomeBot was removed from that conversation", told.Text, StringComparison.Ordinal);

        await house.Driver.MentionAsync("ana", "help");
        await house.Driver.PressAsync("ana", told, "Try again");
        await house.Driver.CardAsync("Does each step hold?");
    }

    private static readonly (string, string)[] Conclusion =
    [
        ("roots", "c3"), ("category", "Policy"), ("reach", "Ours"), ("measure", "A release takes no more work than the team finished in the last one"), ("owner", "dana"),
        ("due", "2027-01-15"), ("strength", "Stronger"), ("metric", "lead time under 31 days"), ("check", "2027-03-01"), ("stop", "We can change it"),
    ];

    private static async Task<TeamsPost> AskedAsync(TeamsHouse house)
    {
        await house.Driver.MentionAsync("ana", "why Why is revenue growth declining?");
        return await house.Driver.PostAsync(post => post.Action("Answer") is not null && post.Text.Contains("Why is revenue growth declining?", StringComparison.Ordinal), "the card");
    }

    private static async Task AnsweredAsync(TeamsHouse house, TeamsPost card, string user, string answer)
    {
        await house.Driver.TypeAsync(user, card, answer);
        await house.Driver.UntilSaysAsync(card, answer[1..]);
        await house.Driver.UntilHasAsync(card, "Next why");
    }

    private static async Task NextAsync(TeamsHouse house, TeamsPost card, string user, string answer, string button = "Next why")
    {
        var dialog = await house.Driver.OpenAsync(user, house.Connector.Post(card), button);
        await house.Driver.FillAsync(user, card, dialog, ("answer", answer));
        await house.Driver.UntilSaysAsync(card, answer[1..]);
    }

    /// <summary>The outline's lines, each with its quiet line.</summary>
    private static IEnumerable<string> Rows(TeamsPost card) => card.Card["body"]!.AsArray()
        .Where(element => element!["type"]!.ToString() == "ColumnSet")
        .Select(element => string.Concat(TeamsPost.Objects(element).Select(found => found["text"]).OfType<JsonValue>().Select(text => text.ToString())));

    private static int Side(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
