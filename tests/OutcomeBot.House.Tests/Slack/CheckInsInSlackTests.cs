using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Core.Practices.Metrics;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>Check-ins in a Slack workspace: planned with a command, asked by themselves, answered by people. The clock is set; Quartz ticks.</summary>
public sealed class CheckInsInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Chen = "U0CHEN001";

    /// <summary>A Thursday morning.</summary>
    private static readonly Instant s_start = Instant.FromUtc(2026, 11, 19, 9, 0);

    /// <summary>A little after nine on Monday in Vienna.</summary>
    private static readonly Instant s_monday = Instant.FromUtc(2026, 11, 23, 8, 0, 1);

    private readonly MovedClock _clock = new(s_start);

    [Fact]
    public async Task A_channel_is_asked_when_its_time_comes_and_its_one_card_sums_up_what_people_answer_in_time_and_late()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        var plan = await PlannedAsync(house, "every Monday 9:00 in my zone: What slows us down?");
        Assert.Single(house.Workspace.Posts);

        _clock.MoveTo(s_monday);
        var card = await house.Driver.PostAsync(post => post.Text.Contains("Nobody has answered yet.", StringComparison.Ordinal), "the question");
        Assert.Null(await house.Driver.FillAsync(Ben, await house.Driver.OpenAsync(Ben, card, "Answer"), ("answer", "The scanner stops for an hour a day")));
        await house.Driver.UntilSaysAsync(card, "The scanner stops for an hour a day");
        await house.Driver.TypeAsync(Chen, card, "nobody owns the releases");
        await house.Driver.UntilSaysAsync(card, "nobody owns the releases");

        _clock.MoveTo(s_monday + NodaTime.Duration.FromDays(2));
        Assert.Null(await house.Driver.FillAsync(Ana, await house.Driver.OpenAsync(Ana, card, "Answer"), ("answer", "Reviews wait for two days")));
        var summary = await house.Driver.UntilSaysAsync(card, "Reviews wait for two days");
        Assert.Contains("late", summary.Text, StringComparison.Ordinal);
        Assert.Equal(2, house.Workspace.Posts.Count);
        await UntilLinesAsync(house, plan, "23 Answered");
    }

    [Fact]
    public async Task People_are_asked_alone_each_at_nine_by_their_own_clock_and_the_channel_sees_the_summary()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        house.Workspace.Zones[Ben] = "America/Los_Angeles";
        var plan = await PlannedAsync(house, "every Monday 9:00 my zone ask me: What did you learn?");
        await house.Driver.PressAsync(Ben, house.Workspace.Posts.Single(), "Ask me too");
        await SlackDriver.UntilAsync(async () => (await SeatsAsync(house, plan)).Length == 2, "two who are asked");

        _clock.MoveTo(s_monday);
        await DirectAsync(house, Ana);
        await UntilLinesAsync(house, plan, "23 Sent");
        Assert.DoesNotContain(house.Workspace.Posts, post => post.Channel == "D" + Ben);

        _clock.MoveTo(s_monday + NodaTime.Duration.FromHours(9));
        var question = await DirectAsync(house, Ben);
        Assert.Contains("What did you learn?", question.Text, StringComparison.Ordinal);
        Assert.Null(await house.Driver.FillAsync(Ben, await house.Driver.OpenAsync(Ben, question, "Answer"), ("answer", "Waiting is most of it")));
        var card = await house.Driver.PostAsync(post => post.Channel == "C0GENERAL" && post.Text.Contains("1 of 2 answered.", StringComparison.Ordinal), "the summary");
        Assert.Contains("Waiting is most of it", card.Text, StringComparison.Ordinal);
        await UntilLinesAsync(house, plan, "23 Answered", seat: 1);
        Assert.Equal(4, house.Workspace.Posts.Count);
    }

    [Fact]
    public async Task A_value_that_is_asked_for_stands_in_the_metric_and_an_edited_answer_corrects_it()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        await house.Driver.CommandAsync(Ana, "metric lead-time 88 days Q3");
        await PlannedAsync(house, "every Monday 9:00 in my zone: metric lead-time");

        _clock.MoveTo(s_monday);
        var card = await house.Driver.PostAsync(post => post.Text.Contains("What is lead-time now?", StringComparison.Ordinal) && post.Button("Answer") is not null, "the question");
        var refused = await house.Driver.FillAsync(Ben, await house.Driver.OpenAsync(Ben, card, "Answer"), ("answer", "fine"));
        Assert.Contains("is no number", refused!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await house.Driver.FillAsync(Ben, await house.Driver.OpenAsync(Ben, card, "Answer"), ("answer", "84 days")));
        await SlackDriver.UntilAsync(async () => (await MetricAsync(house))?.Last is { Value: 84, Source: "check-in" }, "the value in the metric");
        Assert.Equal(new LocalDate(2026, 11, 23), (await MetricAsync(house))?.Last?.AsOf);

        Assert.Null(await house.Driver.FillAsync(Ben, await house.Driver.OpenAsync(Ben, card, "Answer"), ("answer", "83 days")));
        await SlackDriver.UntilAsync(async () => (await MetricAsync(house))?.Last?.Value == 83, "the corrected value");
        await house.Driver.UntilSaysAsync(card, "83 days");
    }

    [Fact]
    public async Task The_reminder_of_a_target_says_signal_or_noise_and_brings_its_picture_into_the_thread()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        int[] weeks = [52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 88];
        for (var week = 0; week < weeks.Length; week++)
            await house.Driver.CommandAsync(Ana, string.Create(CultureInfo.InvariantCulture, $"metric lead-time {weeks[week]} days 2026-W{35 + week}"));
        await house.Driver.CommandAsync(Ana, "metric lead-time target 47 days by 2027-02-22");
        await SlackDriver.UntilAsync(async () => (await MetricAsync(house))?.Target?.Value == 47, "the target");
        await PlannedAsync(house, "every Monday 9:00 in my zone: target lead-time");

        _clock.MoveTo(s_monday);
        var card = await house.Driver.PostAsync(post => post.Text.Contains("What will you do about lead-time this week?", StringComparison.Ordinal), "the reminder");
        Assert.Contains("lead-time: 88 days, +35 since", card.Text, StringComparison.Ordinal);
        Assert.Contains("Signal, the wrong way", card.Text, StringComparison.Ordinal);
        Assert.Contains("41 days above the target of 47 days", card.Text, StringComparison.Ordinal);
        await house.Driver.PostAsync(post => post.Charts > 0 && post.Thread == card.Stamp, "the picture");
    }

    [Fact]
    public async Task After_a_downtime_there_is_one_message_and_it_says_what_was_missed()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        var plan = await PlannedAsync(house, "weekdays 9:00 in my zone: What did we learn?");

        await house.SleepUntilAsync(Instant.FromUtc(2026, 11, 26, 12, 0));
        await house.Driver.PostAsync(post => post.Text.Contains("While I couldn't ask here, 4 check-ins were missed, from Fri 20 Nov 2026 to Wed 25 Nov 2026.", StringComparison.Ordinal), "the one message");
        await UntilLinesAsync(house, plan, "20 Missed, 23 Missed, 24 Missed, 25 Missed, 26 Sent");

        await house.SleepUntilAsync(Instant.FromUtc(2026, 11, 26, 12, 5));
        await house.Driver.CommandAsync(Ana, "checkin");
        await UntilLinesAsync(house, plan, "20 Missed, 23 Missed, 24 Missed, 25 Missed, 26 Sent");
        Assert.Equal(2, house.Workspace.Posts.Count);
    }

    [Fact]
    public async Task A_value_is_about_today_by_the_clock_that_a_person_chose_and_before_that_by_the_one_that_Slack_knows()
    {
        _clock.MoveTo(Instant.FromUtc(2026, 11, 19, 23, 30));
        await using var house = await SlackHouse.StartAsync(_clock);
        house.Workspace.Zones[Ana] = "America/Los_Angeles";
        await house.Driver.CommandAsync(Ana, "metric lead-time 88 days");
        Assert.Equal(new LocalDate(2026, 11, 19), (await MetricAsync(house))!.Last!.AsOf);

        await house.Driver.CommandAsync(Ana, "checkin me");
        await SlackDriver.UntilAsync(() => house.Workspace.Of("views.open").Any(), "the form");
        var form = house.Workspace.Of("views.open").Last()["view"]!.AsObject();
        Assert.Null(await house.Driver.FillAsync(Ana, form, ("zone", "Auckland")));
        await house.Driver.CommandAsync(Ana, "metric lead-time 90 days");
        Assert.Equal(new LocalDate(2026, 11, 20), (await MetricAsync(house))!.Last!.AsOf);
    }

    /// <summary>Plans a check-in and returns its id, as the buttons of its card name it.</summary>
    private static async Task<string> PlannedAsync(SlackHouse house, string line)
    {
        await house.Driver.CommandAsync(Ana, "checkin " + line);
        var card = await house.Driver.PostAsync(post => post.Button("Pause") is not null, $"the card of '{line}'");
        return card.Button("Pause")!.Split('/')[1]; // It was looked for by this button.
    }

    private static Task<SlackPost> DirectAsync(SlackHouse house, string to) =>
        house.Driver.PostAsync(post => post.Channel == "D" + to, $"the private question to {to}");

    private static Task UntilLinesAsync(SlackHouse house, string plan, string lines, int seat = 0) => SlackDriver.UntilAsync(
        async () => string.Join(", ", (await SeatsAsync(house, plan))[seat].Recent.Select(line => $"{line.For.Day} {line.State}")) == lines,
        $"the ledger to say '{lines}'");

    private static async Task<Seat[]> SeatsAsync(SlackHouse house, string plan) =>
        [.. ((CheckInState)(await house.PageAsync(CheckInPractice.Name, plan))!.State).Known!.Seats]; // It was planned a line ago.

    private static async Task<Metric?> MetricAsync(SlackHouse house) =>
        await house.PageAsync(MetricName.Practice, MetricName.IdOf("lead-time")) is { } page ? new MetricsPractice().Measure(page) : null;
}
