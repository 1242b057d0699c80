using System.Text.Json.Nodes;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>Five whys in a Slack channel, from the slash command to the conclusion, as people would do it.</summary>
public sealed class FiveWhysInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Chen = "U0CHEN001";
    private const string Dana = "U0DANA001";

    [Theory]
    [InlineData(Way.Requests)]
    [InlineData(Way.Sockets)]
    public async Task A_team_goes_from_a_question_to_root_cause_countermeasure_picture_and_export(Way way)
    {
        await using var house = await SlackHouse.StartAsync(way: way);
        var slack = house.Driver;
        var card = await AskedAsync(slack, "Why is revenue growth declining?");

        await AnswerAsync(slack, card, Ben, "conversion of up-sells has fallen");
        await NextAsync(slack, card, Chen, "conversion of up-sells has fallen", "promised capabilities are released 57 days after the promise");
        await NextAsync(slack, card, Dana, "promised capabilities are released", "release planning has no capacity rule");
        await EvidenceAsync(slack, card, Ben, "release planning has no capacity rule");

        await slack.PressAsync(Ana, house.Workspace.Post(card), "Read back");
        var readBack = await slack.PostAsync(post => post.Text.Contains("THEREFORE", StringComparison.OrdinalIgnoreCase) && post.Buttons.Any(button => button.Label.StartsWith("Yes", StringComparison.Ordinal)), "the read-back");
        await slack.PressAsync(Ben, readBack, readBack.Buttons.First(button => button.Label.StartsWith("Yes", StringComparison.Ordinal)).Label);
        await SlackDriver.UntilAsync(() => house.Workspace.Post(card).Button("Conclude") is not null, "the button that concludes");

        var form = await slack.OpenAsync(Ana, house.Workspace.Post(card), "Conclude");
        Assert.Null(await slack.FillAsync(Ana, form,
            ("roots", Options(form, "roots").Single()), ("category", "Policy"), ("reach", "Ours"),
            ("measure", "A release takes no more work than the team finished in the last one"), ("owner", Dana), ("due", "2027-01-15"),
            ("strength", "Stronger"), ("metric", "lead time under 31 days"), ("check", "2027-03-01")));
        var concluded = await slack.UntilSaysAsync(card, "which increased the likelihood of");
        Assert.Contains("lead time under 31 days", concluded.Text, StringComparison.Ordinal);

        await SlackDriver.UntilAsync(() => house.Workspace.Of("files.completeUploadExternal").Any(), "the picture");
        await slack.PressAsync(Ana, concluded, "Export");
        await SlackDriver.UntilAsync(() => house.Workspace.Of("files.completeUploadExternal").Count() >= 2, "the export");
        Assert.Single(house.Workspace.Posts, post => post.Thread is null);
    }

    [Fact]
    public async Task A_repeated_event_counts_once()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await AskedAsync(house.Driver, "Why is revenue growth declining?");
        for (var n = 0; n < 3; n++) await house.Driver.TypeAsync(Ben, card, "conversion of up-sells has fallen", eventId: "EvSAME", stamp: "1770000000.000001");
        var shown = await house.Driver.UntilSaysAsync(card, "onversion of up-sells has fallen");
        await house.Driver.TypeAsync(Chen, card, "fewer customers renew their contracts");
        shown = await house.Driver.UntilSaysAsync(card, "ewer customers renew");
        Assert.Contains("2 fewer customers renew", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_answer_becomes_a_revision_and_a_deleted_one_is_taken_back()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await AskedAsync(house.Driver, "Why is revenue growth declining?");
        await house.Driver.TypeAsync(Ben, card, "conversion of up-sells has fallen", stamp: "1770000000.000077");
        await house.Driver.UntilSaysAsync(card, "onversion of up-sells has fallen");
        await house.Driver.EventAsync(new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["channel"] = card.Channel, ["channel_type"] = "channel", ["ts"] = "1770000001.000001",
            ["message"] = new JsonObject { ["type"] = "message", ["user"] = Ben, ["text"] = "conversion of up-sells has halved since June", ["ts"] = "1770000000.000077", ["thread_ts"] = card.Stamp, ["edited"] = new JsonObject { ["user"] = Ben, ["ts"] = "1770000001.000000" } },
            ["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = Ben, ["text"] = "conversion of up-sells has fallen", ["ts"] = "1770000000.000077", ["thread_ts"] = card.Stamp },
        });
        await house.Driver.UntilSaysAsync(card, "halved since June");
        await house.Driver.EventAsync(new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["channel"] = card.Channel, ["channel_type"] = "channel", ["ts"] = "1770000002.000001",
            ["deleted_ts"] = "1770000000.000077",
            ["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = Ben, ["text"] = "conversion of up-sells has halved since June", ["ts"] = "1770000000.000077", ["thread_ts"] = card.Stamp },
        });
        await SlackDriver.UntilAsync(() => !house.Workspace.Post(card).Text.Contains("halved since June", StringComparison.Ordinal), "the answer to be taken back");
    }

    [Fact]
    public async Task What_people_type_never_pings_nor_links_in_slack()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await AskedAsync(house.Driver, "Why do &lt;!channel&gt; and &lt;@U0EVE0001&gt; slow releases since June?");
        await house.Driver.TypeAsync(Ben, card, "releases wait because &lt;!here&gt; &lt;https://evil.example|click&gt; is *bold*");
        var shown = await house.Driver.UntilSaysAsync(card, "eleases wait");
        var sent = shown.Body.ToJsonString();
        Assert.DoesNotContain("<!channel>", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<!here>", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<@U0EVE0001>", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<https://evil.example", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sessions_in_one_channel_are_told_apart_by_their_threads()
    {
        await using var house = await SlackHouse.StartAsync();
        var first = await AskedAsync(house.Driver, "Why is revenue growth declining?");
        var second = await AskedAsync(house.Driver, "Why do customers leave within 90 days?");
        await house.Driver.TypeAsync(Ben, second, "onboarding takes five weeks");
        await house.Driver.UntilSaysAsync(second, "nboarding takes five weeks");
        Assert.DoesNotContain("nboarding", house.Workspace.Post(first).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_facilitator_concludes_and_the_bot_says_who_that_is()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await AskedAsync(house.Driver, "Why is revenue growth declining?");
        await house.Driver.TypeAsync(Ben, card, "who can conclude this?");
        await SlackDriver.UntilAsync(() => house.Workspace.Of("chat.postEphemeral").Any(whisper => whisper["user"]!.ToString() == Ben && whisper.ToJsonString().Contains("acilitator", StringComparison.Ordinal)), "the answer who may conclude");
    }

    [Fact]
    public async Task The_app_home_shows_what_is_open()
    {
        await using var house = await SlackHouse.StartAsync();
        await AskedAsync(house.Driver, "Why is revenue growth declining?");
        await house.Driver.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = Ana, ["channel"] = "D0ANA", ["tab"] = "home", ["event_ts"] = "1770000003.000001" });
        await SlackDriver.UntilAsync(() => house.Workspace.Of("views.publish").Any(home => home.ToJsonString().Contains("revenue growth", StringComparison.Ordinal)), "the home page");
    }

    private static async Task<SlackPost> AskedAsync(SlackDriver slack, string question)
    {
        var known = slack.Workspace.Posts.Select(post => post.Stamp).ToHashSet();
        await slack.CommandAsync(Ana, "why " + question);
        return await slack.PostAsync(post => post.Thread is null && !known.Contains(post.Stamp), $"the card of '{question}'");
    }

    private static async Task AnswerAsync(SlackDriver slack, SlackPost card, string user, string answer)
    {
        await slack.TypeAsync(user, card, answer);
        await slack.UntilSaysAsync(card, answer[1..]);
    }

    /// <summary>Asks the next why under a cause and answers it in the form.</summary>
    private static async Task NextAsync(SlackDriver slack, SlackPost card, string user, string under, string answer)
    {
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(card).Button("Next why") is not null, $"a next why under '{under}'");
        var form = await slack.OpenAsync(user, slack.Workspace.Post(card), "Next why");
        Assert.Null(await slack.FillAsync(user, form, ("answer", answer)));
        await slack.UntilSaysAsync(card, answer[1..]);
    }

    private static async Task EvidenceAsync(SlackDriver slack, SlackPost card, string user, string about)
    {
        var form = await slack.OpenAsync(user, slack.Workspace.Post(card), "Evidence");
        Assert.Null(await slack.FillAsync(user, form, ("kind", "Number"), ("text", "51 of 88 days are waiting"), ("source", $"value stream map, {about}")));
        await slack.UntilSaysAsync(card, "upported");
    }

    private static IEnumerable<string> Options(JsonObject form, string field) =>
        form["blocks"]!.AsArray().OfType<JsonObject>().Single(block => block["block_id"]?.ToString() == field)["element"]!["options"]!.AsArray()
            .Select(option => option!["value"]!.ToString());
}
