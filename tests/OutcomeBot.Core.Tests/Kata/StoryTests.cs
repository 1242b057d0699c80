using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>Acme from the root cause to the next step.</summary>
public sealed class StoryTests
{
    [Fact]
    public void The_target_conditions_take_the_current_condition_from_the_metric_and_tell_it_the_target()
    {
        var board = Acme.Targets();
        var (lead, growth) = (board.Story.Targets[0], board.Story.Targets[1]);
        Assert.Equal(new Goal("lead-time", "days", 88, 57), lead.Goal);
        Assert.Equal(new Goal("revenue-growth", "%", 5.2m, 10), growth.Goal);
        Assert.Equal("88 days (Q4) · Work waits 51 of 88 days", lead.Current.Text);
        Assert.Equal((88m, 4, new LocalDate(2025, 12, 31), "from request to release", "finance table, imported by Ana"), (lead.Current.Value!.Value, lead.Current.N!.Value, lead.Current.AsOf, lead.Current.Clock, lead.Current.Source));
        Assert.Equal(("metric/revenuegrowth/target", """{"value":10,"by":"2026-12-31","kata":"s1"}"""), (board.Handed[0].To, board.Handed[0].Text));
    }

    [Fact]
    public void The_root_cause_stands_in_the_parking_lot_with_its_link_and_the_finder_hears_where_it_went()
    {
        var board = Acme.Targets().Hand(Chen, "kata/s1/obstacle", new FoundCause("c4", "Release planning has no capacity rule", "Why is revenue growth declining?", "lead-time").ToText());
        Assert.Equal(new Origin("why", "w1", "Why is revenue growth declining?", "c4", "lead-time"), board.Story.Obstacles[0].From);
        Assert.Equal("why/w1/linked", board.Handed[0].To);
        Assert.Equal(new Linked("kata", "s1", "Revenue grows by 10 % a quarter again, within the board's risk limit", "c4"), Linked.Of(board.Handed[0].Text));
        Assert.Contains("o1", board.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prediction_is_locked_when_the_step_starts()
    {
        var board = Acme.Running();
        var locked = board.Story.Experiments[0].Expectation!;
        Assert.True(locked.At < board.Story.Experiments[0].Started!.At);
        board.Press(Ben, "predict", "e1");
        Assert.Contains("is locked since Ben started the step", board.Whispered, StringComparison.Ordinal);
        board.Fill(Ben, "reword", "e1.expect", ("text", "I knew it would be 38 days"));
        Assert.Equal(locked, board.Story.Experiments[0].Expectation);
    }

    [Fact]
    public void The_coaching_card_shows_the_locked_prediction_and_the_actual_condition_of_the_metric()
    {
        var board = Acme.Running().After(7);
        Acme.Measure(board, "lead-time", new LocalDate(2026, 11, 29), 80);
        board.Say(Dana, "coach");
        Assert.Contains("80 days, as of Sun 29 Nov 2026 · source: typed by Ben · n = 5 since Mon 31 Mar 2025", board.Posted, StringComparison.Ordinal);
        Assert.Contains("2b You expected Waiting time of its 6 promised features falls from 51 to 40 days or less (Ana,", board.Posted, StringComparison.Ordinal);
        Assert.Equal(80, board.Story.Targets[0].Actual!.Value);
        Assert.Equal(CoachQuestion.Happened, CoachingOrder.Next(board.Story));
    }

    [Fact]
    public void A_cycle_in_the_thread_asks_one_question_after_the_other_and_takes_every_answer_down_where_it_belongs()
    {
        var board = Acme.Running().After(7).Say(Dana, "coach");
        board.Say(Ben, "I saw it too");
        board.Say(Ana, "how long do we have?");
        board.Say(Ana, "4 of 6 were released, waiting time was 38 days");
        Assert.Contains("2d What did you learn?", board.Posted, StringComparison.Ordinal);
        board.Say(Ana, "Two waited for the security review, not for capacity").Say(Ana, "We can't release within 57 days because the security review takes 12 days");
        Assert.Contains("4 What is your next step?", board.Posted, StringComparison.Ordinal);
        board.Say(Ana, "Invite the reviewer to refinement of two features").Say(Ana, "Their review takes 5 days or less");
        Assert.Contains("5 How quickly", board.Posted, StringComparison.Ordinal);
        board.Say(Ana, "soonish");
        Assert.Contains("Write a day", board.Whispered, StringComparison.Ordinal);
        board.Say(Ana, "in 4 days");
        var story = board.Story;
        Assert.Null(story.Coaching);
        Assert.True(story.Cycles[0].IsWhole);
        Assert.Equal((Ana, Dana), (story.Cycles[0].Learner, story.Cycles[0].Coach));
        Assert.Equal("Two waited for the security review, not for capacity", story.Experiments[0].Learning!.Text);
        Assert.Equal("o3", story.ActiveObstacle()!.Id);
        Assert.Equal((ExperimentState.Predicted, "o3", new LocalDate(2026, 12, 4)), (story.Experiments[1].State, story.Experiments[1].Obstacle, story.Experiments[1].GoAndSeeBy!.Value));
        Golden.Check("Kata", "cycle-held", board.Posted);
    }

    [Fact]
    public void The_same_cycle_by_form_is_one_turn_and_one_undo()
    {
        var board = Acme.Running().After(7).Say(Dana, "coach").Press(Ana, "answer");
        Assert.Equal(["happened", "learned", "obstacle", "step", "expect", "by"], board.Form.Fields.Select(field => field.Name));
        board.Fill(Ana, board.Form.Press,
            ("happened", "4 of 6 were released, waiting time was 38 days"), ("learned", "Two waited for the security review, not for capacity"), ("obstacle", "o2"),
            ("step", "Invite the release board weekly for one month"), ("expect", "2 releases or more in the month"), ("by", "2026-12-04"));
        Assert.Equal("o2", board.Story.ActiveObstacle()!.Id);
        Assert.Equal("e2", board.Story.Cycles[0].Next);
        board.Say(Ana, "undo");
        Assert.NotNull(board.Story.Coaching);
        Assert.Single(board.Story.Experiments);
        Assert.Equal(("o1", ExperimentState.Running), (board.Story.ActiveObstacle()!.Id, board.Story.Experiments[0].State));
    }

    [Fact]
    public void A_form_that_misses_an_answer_comes_back_with_everything_kept()
    {
        var board = Acme.Running().After(7).Say(Dana, "coach");
        board.Fill(Ana, "answer", null, ("happened", "4 of 6 were released"), ("learned", ""), ("obstacle", "o1"), ("step", "Again with two teams"), ("expect", "8 of 12 are released"), ("by", "2026-12-04"));
        Assert.Equal("Say what you know now that you didn't know before.", board.Wrong);
        Assert.Null(board.Story.Experiments[0].Outcome);
    }

    [Fact]
    public void The_achieve_by_date_always_leads_to_a_review_and_then_to_the_next_target_condition()
    {
        var board = Acme.Learned();
        Acme.Measure(board, "lead-time", new LocalDate(2026, 12, 31), 61);
        while (board.Now < Instant.FromUtc(2027, 1, 1, 9, 0)) board.Ring();
        Assert.Contains("Met, missed or abandoned?", board.Posted, StringComparison.Ordinal);
        Assert.Contains("61 days", board.Posted, StringComparison.Ordinal);
        Assert.StartsWith("Review is due", board.Card, StringComparison.Ordinal);
        Assert.Contains("review-due", board.Index.Tags);
        board.Press(Dana, "review", "t1");
        Assert.Equal(nameof(TargetState.Missed), board.Form.Fields.OfType<ChoiceField>().Single().Chosen);
        board.Fill(Dana, "review", "t1", ("outcome", "Missed"), ("reason", ""));
        Assert.StartsWith("Say why", board.Wrong, StringComparison.Ordinal);
        board.Fill(Dana, "review", "t1", ("outcome", "Missed"), ("reason", "The security review takes 12 days"));
        Assert.Contains("What is the next target condition", board.Posted, StringComparison.Ordinal);
        Assert.Equal(61, board.Story.Targets[0].Review!.Actual!.Value);
        Assert.Equal(("metric/leadtime/settled", """{"target":{"value":57,"by":"2026-12-31","kata":"s1"},"outcome":"Missed"}"""), board.Handed.Select(over => (over.To, over.Text)).Single());
    }

    [Fact]
    public void Where_another_target_condition_moves_the_same_metric_that_one_is_its_target_after_the_review()
    {
        var board = Acme.Targets().Fill(Ana, "target", null, ("description", "Promised capabilities are released within 40 days"), ("metric", "lead-time"), ("from", ""), ("to", "40 days"), ("by", "2027-02-26"), ("current", "Work waits"));
        board.Fill(Ana, "review", "t1", ("outcome", "Abandoned"), ("reason", "The other one matters more"));
        Assert.Equal(["metric/leadtime/settled", "metric/leadtime/target"], board.Handed.Select(over => over.To));
        Assert.Contains("\"value\":40,\"by\":\"2027-02-26\"", board.Handed[1].Text, StringComparison.Ordinal);
    }
}
