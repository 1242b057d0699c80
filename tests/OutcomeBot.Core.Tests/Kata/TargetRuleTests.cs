using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;
using static OutcomeBot.Core.Tests.Kata.Rules;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Given a storyboard, when somebody sets or reviews a target condition, then this happens or is refused.</summary>
public sealed class TargetRuleTests
{
    private static readonly LocalDate s_soon = new(2026, 12, 11);

    private static readonly string s_long = new('x', 600);

    [Fact]
    public void Nothing_happens_where_there_is_no_storyboard() => Refused(new Board(), new ParkObstacle("Work waits"), "no storyboard here", Ana);

    [Theory]
    [InlineData("", "Say what is to be true")]
    [InlineData("x600", "under 300 characters")]
    public void A_challenge_is_one_sentence(string challenge, string because) =>
        Assert.Contains(because, Assert.IsType<Refusal>(KataRules.Decide(new Unstarted(), new StartBoard("s1", challenge == "x600" ? s_long : challenge) { By = Ana, At = Start })).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Nobody_coaches_their_own_work() =>
        Assert.Null(Done<BoardStarted>(new Board(), new StartBoard("s1", "Requests are live within a month", null, Ana, Ana), Ana).Coach);

    [Theory]
    [InlineData("Only the learner and the coaches can set a target condition", "U3", "Released within 57 days", "2026-12-11", null, null, null)]
    [InlineData("Describe how the work will go", "U1", " ", "2026-12-11", null, null, null)]
    [InlineData("Choose the day", "U1", "Released within 57 days", null, null, null, null)]
    [InlineData("Choose a day after today", "U1", "Released within 57 days", "2026-11-23", null, null, null)]
    [InlineData("Name the metric", "U1", "Released within 57 days", "2026-12-11", "", "88", "57")]
    [InlineData("where it shall be as a number", "U1", "Released within 57 days", "2026-12-11", "lead-time", "88", "soon")]
    [InlineData("where it is as a number", "U1", "Released within 57 days", "2026-12-11", "lead-time", "1,5", "57")]
    [InlineData("lead-time is counted in days, and % is something else", "U1", "Released within 57 days", "2026-12-11", "lead-time", "88 days", "57 %")]
    [InlineData("That's where it is already", "U1", "Released within 57 days", "2026-12-11", "lead-time", "57", "57 days")]
    public void A_target_condition_is_described_dated_and_in_the_unit_of_its_metric(string because, string by, string description, string? day, string? metric, string? from, string? to)
    {
        var person = by == "U1" ? Ana : Chen;
        var goal = metric is null ? null : new GoalDraft(metric, metric == "lead-time" ? "days" : null, from!, to!);
        Refused(Acme.Challenge(), new SetTarget(description, goal, "As today", day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value), because, person);
    }

    [Fact]
    public void A_target_condition_fixes_the_current_condition()
    {
        Refused(Started(), new SetTarget("Released within 57 days", null, "", s_soon), "Say how it goes today", Ana);
        var set = Done<TargetSet>(Started(), new SetTarget("Released within 57 days", new GoalDraft("lead-time", null, "88 days", "57"), "", s_soon), Ana);
        Assert.Equal((new Goal("lead-time", "days", 88, 57), "88 days", "typed by Ana", false), (set.Goal, set.Current.Text, set.Current.Source, set.Current.IsMeasured));
        var percentages = Done<TargetSet>(Started(), new SetTarget("Margin is back", new GoalDraft("margin", "%", "-15.5%", "-10"), "", s_soon), Ana);
        Assert.Equal(new Goal("margin", "%", -15.5m, -10), percentages.Goal);
    }

    [Fact]
    public void Three_target_conditions_are_open_at_most()
    {
        var board = Acme.Targets();
        board.Fill(Ana, "target", null, ("description", "Every team knows its capacity 2 sprints ahead"), ("by", "2026-12-31"), ("current", "1 of 5 knows it"));
        Refused(board, new SetTarget("Released within 57 days", null, "As today", s_soon), "3 target conditions are open", Ana);
    }

    [Fact]
    public void A_storyboard_that_began_with_an_obstacle_needs_its_challenge_first()
    {
        var board = new Board().Hand(Chen, "kata/obstacle", new FoundCause("c4", "Work waits", "Why?", "lead-time").ToText());
        Refused(board, new SetTarget("Released within 57 days", null, "As today", s_soon), "Say the challenge first", Chen);
        Assert.Equal("Requests are live within a month", Done<ChallengeSet>(board, new SetChallenge("Requests are live within a month", null), Ana).Challenge);
    }

    [Fact]
    public void A_review_needs_a_lead_an_outcome_and_a_reason()
    {
        var board = Acme.Targets();
        Refused(board, new ReviewTarget("t1", TargetState.Met, "", ""), "Only the learner and the coaches can review the target condition: Ana, Dana", Ben);
        Refused(board, new ReviewTarget("t1", null, "", ""), "met, missed or abandoned", Ana);
        Refused(board, new ReviewTarget("t1", TargetState.Abandoned, " ", ""), "Say why", Ana);
        Refused(board, new ReviewTarget("t1", TargetState.Met, "", ""), "Say what shows it", Ana);
        Refused(board, new ReviewTarget("t9", TargetState.Met, "", "55 days"), "isn't on the board", Ana);
        var reviewed = Done<TargetReviewed>(board, new ReviewTarget("t1", TargetState.Met, "", "55 days"), Dana);
        Assert.Equal((55m, false), (reviewed.Actual!.Value!.Value, reviewed.Actual.IsMeasured));
        board.Fill(Dana, "review", "t1", ("outcome", "Met"), ("reason", ""));
        Refused(board, new ReviewTarget("t1", TargetState.Missed, "No", ""), "Dana reviewed this already: met", Ana);
    }

    [Fact]
    public void The_review_is_asked_for_after_the_day_and_weekly_and_a_double_tick_asks_once()
    {
        var board = Acme.Targets();
        Nothing(board, new PromptReview("t1"), Instant.FromUtc(2026, 12, 31, 23, 0));
        board.Ring();
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 9, 0), board.Now);
        Nothing(board, new PromptReview("t1"), board.Now);
        board.Ring().Ring();
        Assert.Equal((2, Instant.FromUtc(2027, 1, 8, 9, 0)), (board.Story.Targets[0].Prompts, board.Now));
    }
}
