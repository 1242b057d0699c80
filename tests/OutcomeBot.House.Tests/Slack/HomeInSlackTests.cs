using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The app's home: what waits for whoever opens it, and nobody else's.</summary>
public sealed class HomeInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Eve = "U0EVE0001";

    [Fact]
    public async Task A_vote_waits_at_home_is_cast_from_there_and_the_home_says_so_and_strangers_see_nothing()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await OpenAsync(house.Driver);
        var home = await house.Driver.HomeAsync(Ben);
        Assert.Contains("One thing waits for you", home.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", (await house.Driver.HomeAsync(Eve)).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("What we build", (await house.Driver.HomeAsync(Eve)).ToJsonString(), StringComparison.Ordinal);

        var forms = house.Workspace.Of("views.open").Count();
        await house.Driver.PressAtHomeAsync(Ben, ActionOf(home, "1 Vote"));
        await SlackDriver.UntilAsync(() => house.Workspace.Of("views.open").Count() > forms, "the ballot");
        Assert.Null(await house.Driver.FillAsync(Ben, house.Workspace.Of("views.open").Last()["view"]!.AsObject(), ("p0", "60"), ("p1", "40"), ("top", "yes")));
        await house.Driver.UntilSaysAsync(card, "1 of 2 have voted");
        await SlackDriver.UntilAsync(() => house.Workspace.Of("views.publish").Last(call => call["user_id"]!.ToString() == Ben).ToJsonString().Contains("You have voted", StringComparison.Ordinal), "the home to say so");
    }

    [Fact]
    public async Task Who_types_mine_is_told_alone()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house.Driver);
        var told = await house.Driver.CommandAsync(Ben, "mine");
        Assert.Contains("One thing waits for you", told!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("ephemeral", told["response_type"]!.ToString());
    }

    [Fact]
    public async Task The_same_id_in_another_workspace_is_somebody_else()
    {
        await using var house = await SlackHouse.StartAsync();
        await OpenAsync(house.Driver);
        var answer = await house.Services.GetRequiredService<IInbox>().TakeAsync(
            new Said("mine", "") { Delivery = "d1", Place = new Place(new Tenant("slack:T0OTHER"), "C0GENERAL"), By = new Person(Ben, "Ben"), At = SystemClock.Instance.GetCurrentInstant(), Door = OpenDoor.Whisper },
            CancellationToken.None);
        Assert.Equal("Nothing waits for you", Assert.IsType<Whisper>(Assert.Single(answer.Replies)).Card.Title);
    }

    private static async Task<SlackPost> OpenAsync(SlackDriver slack)
    {
        await slack.CommandAsync(Ana, "model What we build next quarter");
        var card = await slack.PostAsync(post => post.Text.Contains("What makes it valuable", StringComparison.Ordinal), "the card");
        foreach (var name in new[] { "Lead time", "Renewal rate" })
            await FillAsync(slack, Ana, card, "Propose a factor", ("name", name), ("meaning", "As we know it"), ("metric", name), ("worst", "1"), ("best", "2"));
        await FillAsync(slack, Ben, card, "Take part");
        await slack.TypeAsync(Ana, card, "candidates");
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(card).Button("Vote on weights") is not null, "the candidates");
        await FillAsync(slack, Ana, card, "Vote on weights", ("quorum", "2"), ("north", "active fleets"), ("business", "revenue growth"));
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(card).Button("Abstain") is not null, "the open round");
        return slack.Workspace.Post(card);
    }

    private static async Task FillAsync(SlackDriver slack, string by, SlackPost card, string label, params (string Field, string Value)[] values) =>
        Assert.Null(await slack.FillAsync(by, await slack.OpenAsync(by, slack.Workspace.Post(card), label), values));

    private static string ActionOf(JsonObject home, string label) => home["view"]!["blocks"]!.AsArray()
        .Where(block => block!["type"]!.ToString() == "actions")
        .SelectMany(block => block!["elements"]!.AsArray())
        .First(element => element!["text"]!["text"]!.ToString() == label)!["action_id"]!.ToString();
}
