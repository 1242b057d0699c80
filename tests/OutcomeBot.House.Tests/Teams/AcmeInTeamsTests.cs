using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.House.Tests.Slack;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>Kata, metrics and check-ins in Teams: forms in dialogs and in the conversation, people asked alone, the clock set forward.</summary>
public sealed class AcmeInTeamsTests
{
    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));

    [Fact]
    public async Task A_storyboard_goes_from_the_obstacle_to_the_first_step()
    {
        await using var house = await TeamsHouse.StartAsync(_clock);
        var teams = house.Driver;
        await teams.MentionAsync("ana", "metric lead-time 88 days Q4");
        await SlackDriver.UntilAsync(async () => await house.PageAsync(MetricName.Practice, MetricName.IdOf("lead-time")) is not null, "the metric");
        await teams.MentionAsync("ana", "kata Revenue grows by 10 % a quarter again, within the board's limit");
        var board = await teams.PostAsync(post => post.Action("Set target condition") is not null, "the board");
        await FillAsync(house, board, "Set target condition", ("description", "A customer's request is delivered within two months"), ("by", "2027-01-31"), ("metric", "lead-time"), ("to", "57 days"));
        await teams.UntilSaysAsync(board, "from 88 to 57 days");
        await FillAsync(house, await teams.UntilHasAsync(board, "Park an obstacle"), "Park an obstacle", ("text", "Release planning has no capacity rule"));
        await SlackDriver.UntilAsync(() => house.Connector.Post(board).Action("Plan the next step") is not null || house.Connector.Post(board).Action("Choose an obstacle") is not null, "the obstacle");
        if (house.Connector.Post(board).Action("Choose an obstacle") is not null) await teams.PressAsync("ana", house.Connector.Post(board), "Choose an obstacle");
        await teams.UntilHasAsync(board, "Plan the next step");
        await FillAsync(
            house, house.Connector.Post(board), "Plan the next step",
            ("step", "Reserve a fifth of the capacity in the next release"), ("expect", "Two of five promised features within 57 days"), ("owner", "ana"), ("by", "2026-12-04"));
        await teams.UntilSaysAsync(board, "Two of five promised features within 57 days");
    }

    [Fact]
    public async Task A_form_asked_by_typing_goes_to_the_person_alone_keeps_what_was_typed_and_closes_when_it_is_filled()
    {
        await using var house = await TeamsHouse.StartAsync(_clock);
        await house.Driver.MentionAsync("ana", "metric import");
        var form = await house.Driver.PostAsync(post => TeamsPost.Objects(post.Card).Any(found => found["id"]?.ToString() == "lines"), "the import's form");
        Assert.Equal(TeamsDriver.Alone("ana"), form.Conversation);
        var refused = await house.Driver.ActAsync("ana", form, TeamsPost.Actions(form.Card).First(), null, ("lines", "nonsense"), ("notation", "Unknown"));
        var asked = refused!["value"]!.AsObject();
        Assert.Contains(TeamsPost.Objects(asked), found => found["id"]?.ToString() == "lines" && found["value"]?.ToString() == "nonsense");

        await house.Driver.ActAsync("ana", form, TeamsPost.Actions(form.Card).First(), null, ("lines", ",Q1 2026,Q2 2026\nLead time (days),31,52"), ("notation", "Unknown"));
        await house.Driver.UntilSaysAsync(form, "filled in by");
        Assert.Empty(TeamsPost.Actions(house.Connector.Post(form).Card));
        var preview = await house.Driver.PostAsync(post => post.Action("Import them") is not null, "the preview");
        Assert.StartsWith(TeamsDriver.General, preview.Conversation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_is_asked_when_its_time_comes_also_after_a_start_and_its_card_sums_up_what_people_answer()
    {
        await using var house = await TeamsHouse.StartAsync(_clock);
        await house.Driver.MentionAsync("ana", "checkin every Monday 9:00 in my zone: What slows us down?");
        await house.Driver.CardAsync("What slows us down?");
        await house.SleepUntilAsync(Instant.FromUtc(2026, 11, 23, 8, 0, 1));

        var card = await house.Driver.PostAsync(post => post.Text.Contains("Nobody has answered yet.", StringComparison.Ordinal), "the question");
        await FillAsync(house, card, "Answer", "ben", ("answer", "The scanner stops for an hour a day"));
        await house.Driver.UntilSaysAsync(card, "The scanner stops for an hour a day");
        await house.Driver.TypeAsync("chen", card, "nobody owns the releases");
        await house.Driver.UntilSaysAsync(card, "nobody owns the releases");
        Assert.Single(house.Connector.Posts, post => post.Text.Contains("nobody owns the releases", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_are_asked_alone_and_answer_by_typing_and_the_channel_sees_the_summary()
    {
        await using var house = await TeamsHouse.StartAsync(_clock);
        await house.Driver.MentionAsync("ana", "checkin every Monday 9:00 my zone ask me: What did you learn?");
        var plan = await house.Driver.CardAsync("What did you learn?");
        await house.Driver.PressAsync("ben", plan, "Ask me too");
        await SlackDriver.UntilAsync(async () => (await SeatsAsync(house, plan)) == 2, "two who are asked");

        _clock.MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0, 1));
        var question = await house.Driver.PostAsync(post => post.Conversation == TeamsDriver.Alone("ben"), "the question to Ben alone");
        Assert.Contains("What did you learn?", question.Text, StringComparison.Ordinal);
        await FillAsync(house, question, "Answer", "ben", ("answer", "Waiting is most of it"));
        var summary = await house.Driver.CardAsync("1 of 2 answered.");
        Assert.StartsWith(TeamsDriver.General, summary.Conversation, StringComparison.Ordinal);
        Assert.Single(house.Connector.Posts, post => post.Conversation == TeamsDriver.Alone("ben"));
    }

    private static async Task<int> SeatsAsync(TeamsHouse house, TeamsPost plan)
    {
        var press = TeamsPost.Actions(plan.Card).Select(action => action["data"]!["_press"]!.ToString()).First(text => text.StartsWith("checkin/", StringComparison.Ordinal)).Split('/');
        return await house.PageAsync(CheckInPractice.Name, press[1]) is { State: Running running } ? running.Schedule.Seats.Length : 0;
    }

    private static Task FillAsync(TeamsHouse house, TeamsPost card, string title, params (string Field, string Value)[] values) => FillAsync(house, card, title, "ana", values);

    private static async Task FillAsync(TeamsHouse house, TeamsPost card, string title, string user, params (string Field, string Value)[] values)
    {
        var dialog = await house.Driver.OpenAsync(user, house.Connector.Post(card), title);
        var next = await house.Driver.FillAsync(user, card, dialog, values);
        Assert.True(next is null || !TeamsPost.Objects(next).Any(found => found["color"]?.ToString() == "Attention"), next?.ToJsonString());
    }
}
