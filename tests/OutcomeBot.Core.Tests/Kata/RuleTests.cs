using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Given a storyboard, when somebody wants something, then this happens or is refused.</summary>
public sealed class RuleTests
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

    [Fact]
    public void An_obstacle_is_parked_by_anybody_once()
    {
        var board = Acme.Targets();
        Assert.Equal("o1", Done<ObstacleParked>(board, new ParkObstacle("Work waits 51 days"), Chen).Id);
        Refused(board, new ParkObstacle("x"), "Say what stands in the way", Chen);
        Refused(board, new ParkObstacle(s_long), "under 500 characters", Chen);
        board.Say(Ben, "obstacle: Work waits 51 days");
        Refused(board, new ParkObstacle("work waits 51 days"), "in the parking lot already, as o1", Chen);
    }

    [Fact]
    public void The_parking_lot_has_an_end()
    {
        var board = Started();
        for (var number = 1; number <= Limits.Obstacles; number++) board.Say(Ben, $"obstacle: Reason number {number} of waiting");
        Refused(board, new ParkObstacle("One more"), "holds 40 obstacles", Ben);
    }

    [Fact]
    public void Exactly_one_obstacle_is_active()
    {
        var board = Acme.Obstacle();
        Refused(board, new Activate("o2"), "Only the learner and the coaches", Ben);
        Refused(board, new Activate("o1"), "already", Ana);
        Refused(board, new Activate("o9"), "isn't on the board", Ana);
        board.Fill(Dana, "choose", null, ("obstacle", "o2"));
        Assert.Equal([ObstacleState.Parked, ObstacleState.Active], board.Story.Obstacles.Select(obstacle => obstacle.State));
        Refused(Acme.Running(), new Activate("o2"), "e1 is running on another obstacle", Ana);
    }

    [Fact]
    public void An_obstacle_is_overcome_when_somebody_says_what_shows_it()
    {
        Refused(Acme.Predicted(), new Overcome("o1", ""), "Say what shows", Ana);
        Refused(Acme.Predicted(), new Overcome("o1", "Capacity is in the plan"), "Only the learner", Chen);
        Refused(Acme.Running(), new Overcome("o1", "Capacity is in the plan"), "e1 is still running", Ana);
        var board = Acme.Predicted().Fill(Ana, "overcome", "o1", ("how", "Capacity is in the plan of 5 teams"));
        Assert.Equal((ObstacleState.Overcome, ExperimentState.Dropped), (board.Story.Obstacles[0].State, board.Story.Experiments[0].State));
        Refused(board, new Activate("o1"), "is overcome", Ana);
        Refused(board, new Overcome("o1", "Again"), "overcome already", Ana);
    }

    [Fact]
    public void A_step_works_on_the_one_active_obstacle()
    {
        Refused(Acme.Targets(), new PlanStep("Ask three customers", "", null, null), "Park an obstacle first", Ana);
        Refused(Acme.Targets().Say(Ben, "obstacle: Work waits 51 days"), new PlanStep("Ask three customers", "", null, null), "Choose the ONE obstacle", Ana);
        Refused(Acme.Obstacle(), new PlanStep("", "", null, null), "Say what you try next", Ana);
        Refused(Acme.Obstacle(), new PlanStep("Ask three customers", s_long, null, null), "under 300 characters", Ana);
        Refused(Acme.Obstacle(), new PlanStep("Ask three customers", "", null, new LocalDate(2026, 11, 20)), "That day has passed", Ana);
        Assert.Equal("o1", Done<StepPlanned>(Acme.Obstacle(), new PlanStep("Ask three customers", "", null, null), Chen).Obstacle);
    }

    [Fact]
    public void A_step_does_not_start_without_a_prediction_and_a_day()
    {
        var board = Acme.Obstacle().Say(Ana, "step: Ask three customers");
        Refused(board, new StartStep("e1", s_soon), "Write what you expect first", Ana);
        board.Press(Ana, "start", "e1");
        Assert.Contains("[Write the prediction]", board.Whispered, StringComparison.Ordinal);
        board.Say(Ana, "expect: 2 of 3 have waited more than 50 days");
        Refused(board, new StartStep("e1", null), "Say by when", Ana);
        Refused(board, new StartStep("e1", s_soon), "Only whoever does this step can start it: Ana", Chen);
        Assert.Equal(s_soon, Done<StepStarted>(board, new StartStep("e1", s_soon), Ana).GoAndSeeBy);
    }

    [Fact]
    public void A_step_that_nobody_owns_is_taken_by_whoever_starts_it()
    {
        var board = Acme.Obstacle().Fill(Ana, "step", null, ("step", "Ask three customers"), ("expect", "2 of 3 have waited"), ("owner", ""), ("by", "2026-12-01"));
        Assert.Null(board.Works.Single(work => work.Kind == WorkKind.Experiment).Owner);
        Assert.Equal(Chen, Done<StepStarted>(board, new StartStep("e1", null), Chen).Owner);
    }

    [Fact]
    public void One_step_runs_at_a_time()
    {
        var board = Acme.Running().Say(Ana, "step: Ask three customers, expect: 2 of 3 have waited").After(0);
        Assert.Equal("2 of 3 have waited", board.Story.Experiments[1].Expectation!.Text);
        Refused(board, new StartStep("e2", s_soon), "e1 is still running", Ana);
        Refused(board, new StartStep("e1", s_soon), "running already", Ben);
    }

    [Fact]
    public void Predict_do_observe_learn_come_in_this_order()
    {
        Refused(Acme.Predicted(), new Observe("e1", "4 of 6 were released"), "hasn't started", Ben);
        Refused(Acme.Running(), new Learn("e1", "Capacity helps"), "Say what happened first", Ben);
        Refused(Acme.Running(), new Observe("e1", "4 of 6 were released"), "Only whoever does this step can say what happened: Ben, or the learner, Ana", Chen);
        Refused(Acme.Running(), new Observe("e1", " "), "Say what happened", Ben);
        Refused(Acme.Seen(), new Observe("e1", "5 of 6 were released"), "what was written stays", Ben);
        Refused(Acme.Seen(), new Learn("e1", ""), "Say what you know now", Ben);
        Refused(Acme.Learned(), new Learn("e1", "More"), "what was written stays", Ben);
        Refused(Acme.Learned(), new DropStep("e1", "No time"), "what was written stays", Ben);
        Refused(Acme.Running(), new DropStep("e1", ""), "Say why", Ben);
        Assert.Equal("The team was dissolved", Done<StepDropped>(Acme.Running(), new DropStep("e1", "The team was dissolved"), Ben).Reason);
        Refused(Acme.Running(), new Predict("e9", "More"), "isn't on the board", Ben);
    }

    [Fact]
    public void A_prediction_can_be_reworded_until_its_step_starts()
    {
        Assert.Equal("It falls to 45 days", Done<OutcomePredicted>(Acme.Predicted(), new Reword(new Part("e1", PartKind.Expect), "It falls to 45 days"), Ben).Text);
        Refused(Acme.Predicted(), new Reword(new Part("e1", PartKind.Expect), "It falls to 45 days"), "Only whoever does this step", Chen);
        Refused(Acme.Running(), new Reword(new Part("e1", PartKind.Expect), "It falls to 38 days"), "is locked since Ben started", Ben);
        Refused(Acme.Running(), new Reword(new Part("e1", PartKind.Step), "Something else"), "stays on record", Ana);
    }

    [Fact]
    public void A_text_is_reworded_by_its_author_or_the_learner()
    {
        var part = new Part("o2", PartKind.Obstacle);
        Refused(Acme.Obstacle(), new Reword(part, "The release board meets once a month"), "Ben wrote this", Chen);
        Refused(Acme.Obstacle(), new Reword(part, ""), "Write how it should read", Ben);
        Refused(Acme.Obstacle(), new Reword(new Part("o9", PartKind.Obstacle), "More"), "isn't on the board", Ben);
        Assert.Equal("The release board meets once a month", Done<Reworded>(Acme.Obstacle(), new Reword(part, "The release board meets once a month"), Ana).Text);
        Refused(Acme.Seen(), new Reword(new Part("e1", PartKind.Happened), "4 of 6 promised features were released, their waiting time was 38 days"), "how it reads already", Ben);
    }

    [Fact]
    public void The_owner_is_reminded_on_the_day_and_once_more_and_a_double_tick_reminds_once()
    {
        var board = Acme.Running();
        Nothing(board, new Nudge("e1"), board.Now);
        board.Ring();
        Assert.Equal(Instant.FromUtc(2026, 11, 30, 9, 0), board.Now);
        Nothing(board, new Nudge("e1"), board.Now);
        board.Ring();
        Assert.True(board.Story.Experiments[0].IsOverdue);
        board.Fill(Ben, "go-and-see", "e1", ("by", "2026-12-04"));
        Assert.Equal(Instant.FromUtc(2026, 12, 4, 9, 0), board.Ring().Now);
        Refused(board, new SetGoAndSee("e1", null), "Say by when", Ben);
        Refused(board, new SetGoAndSee("e1", s_soon), "Only whoever does this step", Chen);
    }

    [Fact]
    public void Coaching_begins_with_a_target_condition_and_the_learner_answers()
    {
        Refused(Started(), new BeginCoaching(Called.ByPerson), "no open target condition", Dana);
        Refused(Acme.Targets(), new AnswerCoach(CoachQuestion.Obstacle, "Work waits"), "No coaching cycle is open", Ana);
        var board = Acme.Running().Say(Dana, "coach");
        Nothing(board, new BeginCoaching(Called.ByPerson), board.Now);
        Refused(board, new AnswerCoach(CoachQuestion.Happened, "4 of 6"), "Ana is the learner and answers", Ben);
        Refused(board, new AnswerCoach(CoachQuestion.Learned, "Much"), "answered meanwhile", Ana);
        Refused(board, new StopCoaching(), "Only the learner and the coaches", Chen);
        Refused(Acme.Targets(), new StopCoaching(), "No coaching cycle is open", Ana);
        board.Press(Dana, "stop-coaching");
        Assert.False(board.Story.Cycles[0].IsWhole);
    }

    [Fact]
    public void A_cycle_of_yesterday_gives_way_to_today_s()
    {
        var board = Acme.Running().Say(Dana, "coach").After(1).Hand(Bot, "kata/s1/coach", "", "checkin", "c1");
        Assert.Equal(("k2", 1), (board.Story.Coaching!.Id, board.Story.Cycles.Length));
    }

    [Fact]
    public void What_still_runs_is_not_reflected_on()
    {
        var board = Acme.Running().Say(Dana, "coach").Say(Ana, "Not yet.");
        Assert.Equal(CoachQuestion.Obstacle, CoachingOrder.Next(board.Story));
        board.Say(Ana, "same").Say(Ana, "tomorrow");
        Assert.Equal((ExperimentState.Running, true), (board.Story.Experiments[0].State, board.Story.Cycles[0].IsWhole));
    }

    [Fact]
    public void Roles_are_named_by_those_who_lead()
    {
        var board = Acme.Targets();
        Refused(board, new GiveRole(Role.SecondCoach, null), "Choose somebody", Ana);
        Refused(board, new GiveRole(Role.SecondCoach, Ana), "nobody coaches their own work", Ana);
        Refused(board, new GiveRole(Role.Learner, Dana), "Name another coach first", Ana);
        Refused(board, new GiveRole(Role.SecondCoach, Dana), "coaches here already", Ana);
        Refused(board, new GiveRole(Role.Coach, Dana), "is the coach already", Ana);
        Refused(board, new GiveRole(Role.Coach, Chen), "Only the learner and the coaches can name a coach", Ben);
        Refused(board, new GiveRole(Role.Learner, Chen), "Only the learner and the coaches can name the learner", Chen);
        Assert.Equal(Chen, Done<RoleGiven>(board, new GiveRole(Role.SecondCoach, Chen), Dana).To);
        Assert.Equal(Chen, Done<RoleGiven>(board.After(15), new GiveRole(Role.Learner, Chen), Chen).To);
        Assert.Equal(Chen, Done<RoleGiven>(Started(), new GiveRole(Role.Coach, Chen), Chen).To);
    }

    [Fact]
    public void The_last_step_is_undone_by_its_author_unless_others_build_on_it()
    {
        Refused(Acme.Obstacle(), new Undo(), "The last step was Ana's (chose o1 to work on)", Ben);
        Refused(Acme.Running(), new Undo(), "nothing to undo: Ben started e1, and that stays", Ben);
        Refused(Acme.Targets(), new Undo(), "nothing to undo: Ana set target condition t2", Ana);
        var board = Acme.Predicted().Say(Ana, "undo");
        Assert.Empty(board.Story.Experiments);
        Refused(board, new Undo(), "nothing to undo", Ana);
    }

    [Fact]
    public void A_storyboard_ends_with_its_target_conditions_reviewed_and_can_be_reopened()
    {
        Refused(Acme.Targets(), new EndBoard("Done"), "t1, \"Promised capabilities", Ana);
        Refused(Started(), new EndBoard(""), "Say how it ended", Ana);
        Refused(Started(), new EndBoard("Done"), "Only the learner", Ben);
        Refused(Started(), new ReopenBoard("More"), "open already", Ana);
        var board = Started().Fill(Ana, "end", null, ("reason", "Merged with another one"));
        Assert.False(board.Index.IsOpen || board.Index.HasWork);
        Refused(board, new ParkObstacle("Work waits"), "Ana ended this storyboard", Ben);
        Refused(board, new ReopenBoard(""), "Say what's new", Ana);
        Refused(board, new ReopenBoard("More"), "Only the learner", Ben);
        Assert.IsType<Running>(board.Fill(Ana, "reopen", null, ("reason", "It was too early")).State);
    }

    private static TChange Done<TChange>(Board given, Command command, Person by) =>
        Assert.Single(Assert.IsType<Accepted>(KataRules.Decide(given.State, command with { By = by, At = given.Now })).Changes.OfType<TChange>());

    private static void Nothing(Board given, Command command, Instant at) =>
        Assert.Empty(Assert.IsType<Accepted>(KataRules.Decide(given.State, command with { By = Bot, At = at })).Changes);

    private static void Refused(Board given, Command command, string because, Person by)
    {
        var refusal = Assert.IsType<Refusal>(KataRules.Decide(given.State, command with { By = by, At = given.Now }));
        Assert.Contains(because, refusal.Sentence, StringComparison.Ordinal);
    }
}
