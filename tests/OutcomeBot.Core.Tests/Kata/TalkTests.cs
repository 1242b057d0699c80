using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;

namespace OutcomeBot.Core.Tests.Kata;

public sealed class TalkTests
{
    private static readonly string s_other = new FoundCause("c7", "Nobody signs", "Why is revenue growth declining?", null).ToText();

    private static readonly string s_found = new FoundCause("c4", "Release planning has no capacity rule", "Why is revenue growth declining?", "lead-time").ToText();

    [Fact]
    public void A_challenge_after_the_word_begins_a_storyboard_in_the_channel()
    {
        var board = new Board().Type(Ana, "Every request is live within a month");
        Assert.Equal(("Every request is live within a month", Ana), (board.Story.Challenge, board.Story.Learner));
        Assert.Equal("C1", board.Page!.Place.Channel);
        Assert.Contains(board.Last.Replies, reply => reply is Show);
    }

    [Fact]
    public void A_challenge_that_is_too_long_comes_back_in_the_form_with_the_words_kept()
    {
        var board = new Board().Type(Ana, new string('x', 320));
        Assert.StartsWith("xxx", board.Form.Fields.OfType<TextField>().First().Value, StringComparison.Ordinal);
        Assert.Contains("You wrote: xxx", new Board().Type(Ana, new string('x', 320), door: OpenDoor.None).Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_home_page_the_form_asks_for_the_channel_and_the_card_goes_there()
    {
        var board = new Board().Press(Ana, "new", "home");
        Assert.Single(board.Form.Fields.OfType<ChannelField>());
        board.Fill(Ana, board.Form.Press, ("challenge", "Requests are live within a month"), ("learner", "U2"), ("channel", "C7"));
        Assert.Equal(("C7", Ben), (board.Page!.Place.Channel, board.Story.Learner));
    }

    [Theory]
    [InlineData("step 3 of the plan is broken")]
    [InlineData("obstacle courses are fun")]
    [InlineData("we should meet tomorrow")]
    [InlineData("learned something today")]
    public void Talk_in_the_thread_is_left_alone(string line)
    {
        var board = Acme.Obstacle().Say(Ben, line);
        Assert.Empty(board.Last.Changes);
        Assert.Empty(board.Last.Replies);
    }

    [Fact]
    public void The_same_words_are_commands_when_they_are_addressed_to_the_bot()
    {
        var board = Acme.Obstacle().Type(Ben, "ask three customers, expect: 2 of 3 have waited 50 days", "step");
        Assert.Equal(("ask three customers", "2 of 3 have waited 50 days", Ben), (board.Story.Experiments[0].Step, board.Story.Experiments[0].Expectation!.Text, board.Story.Experiments[0].Owner));
    }

    [Theory]
    [InlineData("coach")]
    [InlineData("obstacle we can't ship because the board meets once a month")]
    [InlineData("target")]
    public void A_command_of_a_thread_in_the_channel_says_where_it_belongs(string line) =>
        Assert.Contains("in the thread of a storyboard", new Board().Type(Ana, line).Whispered, StringComparison.Ordinal);

    [Fact]
    public void With_one_storyboard_open_the_channel_reaches_it()
    {
        var other = Acme.Obstacle();
        var board = new Board { Shelf = need => need is OpenPages ? [other.AsFound()] : [] }.Beside("s2");
        Assert.Equal("kata/s1/coach", board.Type(Ben, "coach").Handed.Single().To);
        Assert.StartsWith("The log", board.Type(Ben, "log").Whispered, StringComparison.Ordinal);
        Assert.Contains("Challenge · Revenue grows", board.Type(Ben, "storyboard").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_line_rewords_what_it_became_on_the_board()
    {
        var board = Acme.Obstacle().Say(Ben, "obstacle we can't ship because the board meets once a month");
        board.Edit(Ben, "obstacle we can't ship because the board meets twice a month");
        Assert.Equal("we can't ship because the board meets twice a month", board.Story.Obstacles[^1].Text);
        board.Say(Ana, "step: ask two reviewers, expect: both name a wait").Edit(Ana, "step: ask three reviewers, expect: two of them name a wait");
        Assert.Equal(("ask three reviewers", "two of them name a wait"), (board.Story.Experiments[^1].Step, board.Story.Experiments[^1].Expectation!.Text));
        Assert.IsType<Reworded>(Assert.Single(board.Edit(Ana, "step: ask four reviewers, expect: two of them name a wait").Last.Changes));
    }

    [Fact]
    public void An_edited_answer_to_the_coach_is_a_revision_and_a_locked_prediction_stays()
    {
        var board = Acme.Running().After(7).Say(Dana, "coach").Say(Ana, "4 of 6 promised features were released");
        board.Edit(Ana, "5 of 6 promised features were released");
        Assert.Equal("5 of 6 promised features were released", board.Story.Experiments[0].Outcome!.Text);
        var other = Acme.Obstacle().Say(Ana, "step: ask two reviewers, expect: both name a wait").Fill(Ana, "start", "e1", ("by", "2026-12-04"));
        other.Edit(Ana, "step: ask two reviewers, expect: one names a wait", other.Story.Lines[^1].Message);
        Assert.Contains("locked", other.Whispered, StringComparison.Ordinal);
        Assert.Equal("both name a wait", other.Story.Experiments[0].Expectation!.Text);
    }

    [Fact]
    public void A_line_that_was_no_text_of_the_board_or_somebody_elses_is_edited_in_peace()
    {
        var board = Acme.Obstacle().Say(Ben, "obstacle we can't ship because the board meets once a month");
        var before = board.Story;
        board.Edit(Chen, "obstacle we can't ship because nobody signs");
        board.Say(Ben, "// see you there").Edit(Ben, "obstacle we can't ship at all because nobody signs");
        Assert.Equal(before.Obstacles, board.Story.Obstacles);
    }

    [Fact]
    public void An_offered_obstacle_that_the_chosen_board_cannot_take_keeps_waiting()
    {
        var full = Enumerable.Range(3, 38).Aggregate(Acme.Obstacle(), (filled, number) => filled.Type(Ben, $"obstacle we can't ship because of reason {number}"));
        Assert.Equal(40, full.Story.Obstacles.Length);
        var board = new Board { Shelf = need => need is OpenPages or OnePage ? [full.AsFound()] : [] }.Beside("s2");
        board.Hand(Chen, "kata/obstacle", s_other).Press(Chen, "place", "s1");
        Assert.Contains("holds 40 obstacles", board.Whispered, StringComparison.Ordinal);
        Assert.Contains("keeps waiting here", board.Whispered, StringComparison.Ordinal);
        Assert.IsType<Offered>(board.State);
    }

    [Fact]
    public void An_offered_obstacle_comes_back_when_the_board_filled_up_on_the_way()
    {
        var full = Enumerable.Range(3, 37).Aggregate(Acme.Obstacle(), (filled, number) => filled.Type(Ben, $"obstacle we can't ship because of reason {number}"));
        var board = new Board { Shelf = need => need is OpenPages or OnePage ? [full.AsFound()] : [] }.Beside("s2");
        var over = board.Hand(Chen, "kata/obstacle", s_other).Press(Chen, "place", "s1").Handed.Single();
        Assert.IsType<Placed>(board.State);
        var back = full.Type(Ben, "obstacle we can't ship because of one reason more").Hand(Chen, over.To, over.Text, "kata", "s2").Handed.Single();
        Assert.Contains("waits again where it was offered", full.Whispered, StringComparison.Ordinal);
        board.Hand(Chen, back.To, back.Text, "kata", "s1");
        Assert.Equal("Nobody signs", Assert.IsType<Offered>(board.State).Text);
    }

    [Fact]
    public void A_second_challenge_in_a_thread_is_sent_to_the_channel() =>
        Assert.Contains("kata Costs are halved", Started().Type(Ana, "Costs are halved").Whispered, StringComparison.Ordinal);

    [Fact]
    public void An_obstacle_from_elsewhere_begins_a_storyboard_where_none_is_open()
    {
        var board = new Board().Hand(Chen, "kata/obstacle", s_found);
        Assert.Equal(("C1", Chen, "why/w1/linked"), (board.Page!.Place.Channel, board.Story.Learner, board.Handed.Single().To));
        Assert.Equal(new Linked("kata", "s1", "Release planning has no capacity rule", "c4"), Linked.Of(board.Handed.Single().Text));
        Assert.True(board.Index.IsOpen);
    }

    [Fact]
    public void With_a_storyboard_open_somebody_chooses_in_one_click()
    {
        var other = Acme.Targets();
        var board = new Board { Shelf = need => need is OpenPages or OnePage { Id: "s1" } ? [other.AsFound()] : [] }.Beside("s2");
        board.Hand(Chen, "kata/obstacle", s_found);
        Assert.Equal("t-why", board.Last.Replies.OfType<Post>().Single().Place.Thread);
        Assert.DoesNotContain(board.Last.Replies, reply => reply is Show);
        Assert.False(board.Index.IsOpen);
        board.Press(Chen, "place", "s1");
        var over = board.Handed.Single();
        Assert.Equal("kata/s1/moved", over.To);
        other.Hand(Chen, over.To, over.Text, "kata", "s2");
        Assert.Equal(new Origin("why", "w1", "Why is revenue growth declining?", "c4", "lead-time"), other.Story.Obstacles[0].From);
        Assert.Equal("why/w1/linked", other.Handed.Single().To);
        Assert.Contains("has found its storyboard already", board.Press(Chen, "start-here").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_storyboard_that_ended_meanwhile_does_not_take_it_and_nothing_is_lost()
    {
        var other = Acme.Targets();
        var board = new Board { Shelf = need => need is OpenPages ? [other.AsFound()] : [] }.Beside("s2");
        board.Hand(Chen, "kata/obstacle", s_found).Press(Chen, "place", "s1");
        Assert.Contains("has ended", board.Whispered, StringComparison.Ordinal);
        board.Press(Chen, "start-here");
        Assert.Equal("Release planning has no capacity rule", board.Story.Obstacles.Single().Text);
        Assert.Contains(board.Last.Replies, reply => reply is Show);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"text":"  ","question":"x"}""")]
    public void A_hand_over_that_cannot_be_read_is_refused_in_a_sentence(string text)
    {
        Assert.Contains("couldn't be read", new Board().Hand(Chen, "kata/obstacle", text).Whispered, StringComparison.Ordinal);
        Assert.Contains("couldn't be read", Acme.Targets().Hand(Chen, "kata/s1/obstacle", text).Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_of_a_channel_coaches_every_storyboard_that_is_open_there()
    {
        var (one, two) = (Acme.Obstacle(), Acme.Targets().Beside("s3").Type(Ana, "Costs are halved"));
        var board = new Board { Shelf = need => need is OpenPages ? [one.AsFound(), two.AsFound()] : [] }.Beside("s2");
        Assert.Equal(["kata/s1/coach", "kata/s3/coach"], board.Hand(Bot, "kata/coach", "", "checkin", "c1").Handed.Select(over => over.To));
        Assert.Contains("nothing to coach", new Board().Hand(Bot, "kata/coach", "").Posted, StringComparison.Ordinal);
        Assert.Contains("no open target condition", two.Hand(Bot, "kata/s3/coach", "").Posted, StringComparison.Ordinal);
        Assert.Contains("1 What is the target condition?", one.Hand(Bot, "kata/s1/coach", "").Posted, StringComparison.Ordinal);
        Assert.Contains("3 What obstacles", one.Hand(Bot, "kata/s1/coach", "").Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void What_still_has_to_be_done_is_told_with_owner_day_and_metric()
    {
        var works = Acme.Running().Works;
        Assert.Equal(
            [(WorkKind.TargetCondition, Ana, "leadtime"), (WorkKind.TargetCondition, Ana, "revenuegrowth"), (WorkKind.Experiment, Ben, "leadtime"), (WorkKind.Obstacle, Ana, "leadtime"), (WorkKind.Obstacle, null, "leadtime")],
            works.Select(work => (work.Kind, work.Owner, work.Metric)));
        Assert.Equal("kata/s1/happened/e1", works[2].Open!.ToString());
        Assert.Equal(new NodaTime.LocalDate(2026, 11, 30), works[2].Due);
    }

    [Fact]
    public void Lists_know_how_target_conditions_stand_and_what_they_move() =>
        Assert.Equal("open, metric:leadtime, metric:revenuegrowth", string.Join(", ", Acme.Targets().Index.Tags));

    [Theory]
    [InlineData("kata/s1/review/t9")]
    [InlineData("kata/s1/happened/e9")]
    [InlineData("kata/s1/overcome/o9")]
    [InlineData("kata/s1/reword/o9.obstacle")]
    public void A_press_about_something_that_is_gone_gets_a_sentence(string press)
    {
        Assert.True(Press.TryParse(press, out var parsed));
        Assert.Contains("isn't on the board any more", Acme.Running().Press(Ana, parsed!.Verb, parsed.Argument).Whispered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("today", "2026-11-23")]
    [InlineData("Tomorrow.", "2026-11-24")]
    [InlineData("in 3 days", "2026-11-26")]
    [InlineData("in a week", "2026-11-30")]
    [InlineData("by Friday", "2026-11-27")]
    [InlineData("Monday", "2026-11-30")]
    [InlineData("4 Dec", "2026-12-04")]
    [InlineData("4 january", "2027-01-04")]
    [InlineData("on 4 Dec 2026", "2026-12-04")]
    [InlineData("2026-12-04", "2026-12-04")]
    [InlineData("soon", null)]
    [InlineData("in 99999999999 days", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_people_type_it(string text, string? day) =>
        Assert.Equal(day, DayWords.Read(text, new NodaTime.LocalDate(2026, 11, 23))?.ToString("uuuu-MM-dd", null));
}
