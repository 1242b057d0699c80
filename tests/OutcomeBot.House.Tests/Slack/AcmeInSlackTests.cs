using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The Acme story in a Slack channel: from the quarter's table to the alarm, the whys, the obstacle, the target condition, the first step and next Monday's reminder.</summary>
public sealed class AcmeInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Table =
        """
        ,Q1 2026,Q2 2026,Q3 2026,Q4 2026
        Revenue,36.7,44.0,48.4,50.9
        COGS,2.2,4.0,4.8,4.6
        Net sales,34.5,40.1,43.6,46.3
        Net profit,-2.7,-3.3,-5.5,-7.9
        Profit margin,-7%,-8%,-11%,-16%
        Lead time (days),31,52,69,88
        """;

    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));

    [Fact]
    public async Task A_table_becomes_an_alarm_whys_an_obstacle_a_target_condition_a_step_and_a_reminder()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        var slack = house.Driver;
        await ImportAsync(slack);

        await SlackDriver.UntilAsync(async () => (await MarginAsync(house))?.Values.Length == 4, "the margin of four quarters");
        await slack.CommandAsync(Ana, "metric profit-margin threshold -20 % warn -15 % then the board meets");
        var alarm = await CardAsync(slack, "Profit margin is in its warning band");
        await slack.PressAsync(Ana, alarm, "Ask five whys");
        var why = await CardAsync(slack, "Why is Profit margin falling?");
        Assert.Contains("Belongs to: metric \"Profit margin\"", why.Text, StringComparison.Ordinal);
        await ConcludeAsync(slack, why);

        await slack.PressAsync(Ana, slack.Workspace.Post(why), "Make it an obstacle");
        var board = await CardAsync(slack, "Which challenge does this obstacle belong to?");
        await slack.UntilSaysAsync(why, "kata \"Release planning has no capacity rule\"");
        await StepAsync(slack, board);

        await slack.CommandAsync(Ana, "checkin every Monday 9:00 in my zone: target lead time");
        await CardAsync(slack, "How far is lead time from its target?");
        _clock.MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0, 1));
        var reminder = await CardAsync(slack, "31 days above the target of 57 days");
        Assert.Contains("No signal this week, nothing asked.", reminder.Text, StringComparison.Ordinal);
    }

    private static async Task ImportAsync(SlackDriver slack)
    {
        await slack.CommandAsync(Ana, "metric import");
        await SlackDriver.UntilAsync(() => slack.Workspace.Of("views.open").Any(), "the import's form");
        Assert.Null(await slack.FillAsync(Ana, slack.Workspace.Of("views.open").Last()["view"]!.AsObject(), ("lines", Table), ("notation", "Unknown")));
        var preview = await CardAsync(slack, "Revenue 44.0 - COGS 4.0 = 40.0, the file says 40.1.");
        await slack.PressAsync(Ana, preview, "Import them");
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(preview).Button("Undo the import") is not null, "the import");
    }

    private static async Task ConcludeAsync(SlackDriver slack, SlackPost why)
    {
        await slack.TypeAsync(Ben, why, "Promised capabilities come too late");
        await slack.UntilSaysAsync(why, "Promised capabilities come too late");
        await NextAsync(slack, why, "Work waits 51 of 88 days");
        await NextAsync(slack, why, "Release planning has no capacity rule");
        await slack.PressAsync(Ana, slack.Workspace.Post(why), "Read back");
        var readBack = await slack.PostAsync(post => post.Button("Yes, each holds") is not null, "the read-back");
        await slack.PressAsync(Ben, readBack, "Yes, each holds");
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(why).Button("Conclude") is not null, "the button that concludes");
        var form = await slack.OpenAsync(Ana, slack.Workspace.Post(why), "Conclude");
        Assert.Null(await slack.FillAsync(Ana, form,
            ("roots", "c3"), ("category", "Policy"), ("reach", "Ours"), ("measure", "Planning reserves capacity before a date is promised"), ("owner", Ben),
            ("due", "2027-01-15"), ("strength", "Stronger"), ("metric", "lead time under 57 days"), ("check", "2027-03-01"), ("stop", "We can change it")));
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(why).Button("Make it an obstacle") is not null, "the conclusion");
    }

    private static async Task NextAsync(SlackDriver slack, SlackPost why, string answer)
    {
        var form = await slack.OpenAsync(Ben, slack.Workspace.Post(why), "Next why");
        Assert.Null(await slack.FillAsync(Ben, form, ("answer", answer)));
        await slack.UntilSaysAsync(why, answer);
    }

    private static async Task StepAsync(SlackDriver slack, SlackPost board)
    {
        await FillAsync(slack, board, "Say the challenge", ("challenge", "Revenue grows by 10 % a quarter again, within the board's limit"));
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(board).Button("Set target condition") is not null, "the challenge on the board");
        var target = slack.Workspace.Post(board).Button("Set target condition")!; // It was waited for a line ago.
        await FillAsync(slack, board, "Set target condition", ("description", "A customer's request is delivered within two months"), ("by", "2027-01-31"), ("metric", "Lead time"), ("to", "57 days"));
        await slack.UntilSaysAsync(board, "Lead time from 88 to 57 days");
        await GrowthAsync(slack, board, target);
        await slack.PressAsync(Ana, slack.Workspace.Post(board), "Choose an obstacle");
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(board).Button("Plan the next step") is not null, "the obstacle of now");
        await FillAsync(slack, board, "Plan the next step",
            ("step", "Reserve a fifth of the capacity in the next release"), ("expect", "Two of five promised features within 57 days"), ("owner", Ana), ("by", "2026-12-04"));
        await slack.UntilSaysAsync(board, "Two of five promised features within 57 days");
    }

    /// <summary>A challenge holds several target conditions; the button of the next one is behind More.</summary>
    private static async Task GrowthAsync(SlackDriver slack, SlackPost board, string target)
    {
        await slack.CommandAsync(Ana, "metric revenue-growth = growth of revenue");
        await CardAsync(slack, "revenue-growth: 5.2 %");
        var forms = slack.Workspace.Of("views.open").Count();
        await slack.ActAsync(Ana, slack.Workspace.Post(board), target);
        await SlackDriver.UntilAsync(() => slack.Workspace.Of("views.open").Count() > forms, "the form of the second target condition");
        Assert.Null(await slack.FillAsync(Ana, slack.Workspace.Of("views.open").Last()["view"]!.AsObject(),
            ("description", "Customers extend what they have"), ("by", "2027-01-31"), ("metric", "revenue-growth"), ("to", "10 %")));
        await slack.UntilSaysAsync(board, "revenue-growth from 5.2 to 10 %");
    }

    private static async Task FillAsync(SlackDriver slack, SlackPost card, string label, params (string Field, string Value)[] values) =>
        Assert.Null(await slack.FillAsync(Ana, await slack.OpenAsync(Ana, slack.Workspace.Post(card), label), values));

    private static async Task<Metric?> MarginAsync(SlackHouse house) =>
        await house.PageAsync(MetricName.Practice, MetricName.IdOf("profit-margin")) is { } page ? new MetricsPractice().Measure(page) : null;

    private static Task<SlackPost> CardAsync(SlackDriver slack, string words) =>
        slack.PostAsync(post => post.Text.Contains(words, StringComparison.Ordinal), $"a card that says '{words}'");
}
