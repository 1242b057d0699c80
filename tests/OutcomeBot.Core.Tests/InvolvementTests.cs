using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Tests.CheckIns;
using OutcomeBot.Core.Tests.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests;

/// <summary>What a page is to one person: what waits for them, and nothing at all to somebody who takes no part.</summary>
public sealed class InvolvementTests
{
    [Fact]
    public void An_analysis_is_of_those_who_asked_answered_or_promised()
    {
        var thread = FiveWhys.Acme.Concluded();
        Assert.Equal([WorkKind.Countermeasure], thread.InvolvementOf(Dana)!.Waiting.Select(work => work.Kind));
        Assert.Equal([WorkKind.EffectivenessCheck], thread.InvolvementOf(Ana)!.Waiting.Select(work => work.Kind));
        Assert.Empty(thread.InvolvementOf(Ben)!.Waiting);
        Assert.Null(thread.InvolvementOf(Eva));
    }

    [Fact]
    public void A_storyboard_is_of_its_learner_its_coaches_and_who_does_a_step()
    {
        var board = Kata.Acme.Running();
        Assert.Equal([WorkKind.TargetCondition, WorkKind.TargetCondition, WorkKind.Obstacle], board.InvolvementOf(Ana)!.Waiting.Select(work => work.Kind));
        Assert.Equal([WorkKind.Experiment], board.InvolvementOf(Ben)!.Waiting.Select(work => work.Kind));
        Assert.Null(board.InvolvementOf(Eva));
    }

    [Fact]
    public void A_vote_waits_until_it_is_cast_and_can_be_changed_until_the_round_closes()
    {
        var group = Group.Open();
        var vote = Assert.Single(group.InvolvementOf(Ben)!.Waiting);
        Assert.Equal((WorkKind.Vote, "model/m1/vote"), (vote.Kind, vote.Open!.ToString()));
        Assert.Equal(group.Round.ClosesAt.InUtc().Date, vote.Due);
        Assert.Null(group.InvolvementOf(Eva));

        var voted = group.Vote(Ben, 71, 17, 12).InvolvementOf(Ben)!;
        Assert.Empty(voted.Waiting);
        Assert.StartsWith("You have voted. You can change your vote until", voted.Standing!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("71", voted.Standing.ToString(), StringComparison.Ordinal);
        Assert.Null(Group.Closed().InvolvementOf(Ben)!.Standing);
    }

    [Fact]
    public void Nobody_who_is_away_or_only_watches_is_waited_for()
    {
        Assert.Equal(Involvement.Quiet, Group.Open().Fill(Ben, "away", ("who", Ben.Id), ("is", "away")).InvolvementOf(Ben));
        Assert.Equal(Involvement.Quiet, Group.Open().Press(Dana, "observe").InvolvementOf(Dana));
    }

    [Fact]
    public void A_question_waits_for_whom_it_was_put_to_until_they_answer()
    {
        var office = new Office().Type(Office.Ana, "every Monday 9:00 in my zone ask me: What did I learn?");
        Assert.Null(office.InvolvementOf(Office.Ana));

        office.Until(11, 23, 9);
        var question = Assert.Single(office.InvolvementOf(Office.Ana)!.Waiting);
        Assert.Equal((WorkKind.Answer, "What did I learn?", "checkin/s1r20261123/answer"), (question.Kind, question.What, question.Open!.ToString()));
        Assert.Equal(new LocalDate(2026, 11, 23), question.Due);
        Assert.Null(office.InvolvementOf(Office.Ben));

        office.FillAlone(Office.Ana, "s1r20261123", "answer", ("answer", "Waiting is most of it"));
        Assert.Null(office.InvolvementOf(Office.Ana));
    }
}
