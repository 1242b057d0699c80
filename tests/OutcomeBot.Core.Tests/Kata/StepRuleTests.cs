using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;
using static OutcomeBot.Core.Tests.Kata.Rules;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Given a storyboard, when somebody works on an obstacle or takes a step, then this happens or is refused.</summary>
public sealed class StepRuleTests
{
    private static readonly LocalDate s_soon = new(2026, 12, 11);

    private static readonly string s_long = new('x', 600);

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
}
