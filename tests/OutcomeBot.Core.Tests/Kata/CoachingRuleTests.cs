using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;
using static OutcomeBot.Core.Tests.Kata.Rules;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Given a storyboard, when somebody coaches, names a role, takes a step back or ends it, then this happens or is refused.</summary>
public sealed class CoachingRuleTests
{
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
}
