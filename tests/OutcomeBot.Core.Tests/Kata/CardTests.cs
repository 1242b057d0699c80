using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;

namespace OutcomeBot.Core.Tests.Kata;

public sealed class CardTests
{
    private static readonly string s_found = new FoundCause("c4", "Release planning has no capacity rule", "Why is revenue growth declining?", "lead-time").ToText();

    [Fact]
    public void A_challenge_without_a_target_condition() => Check("started", Started().Card);

    [Fact]
    public void A_storyboard_that_began_with_an_obstacle() => Check("handed-over", new Board().Hand(Chen, "kata/obstacle", s_found).Card);

    [Fact]
    public void Target_conditions_without_an_obstacle() => Check("targets", Acme.Targets().Card);

    [Fact]
    public void Obstacles_of_which_none_is_active() => Check("parked", Acme.Targets().Say(Ben, "obstacle we can't release within 57 days because the release board meets once a month").Card);

    [Fact]
    public void An_active_obstacle_without_a_step() => Check("obstacle", Acme.Obstacle().Card);

    [Fact]
    public void A_step_without_a_prediction() => Check("planned", Acme.Obstacle().Say(Ana, "step: Ask the release board to meet weekly in December").Card);

    [Fact]
    public void A_step_with_a_prediction() => Check("predicted", Acme.Predicted().Card);

    [Fact]
    public void A_step_that_is_running() => Check("running", Acme.Running().Card);

    [Fact]
    public void A_step_that_is_overdue() => Check("overdue", Acme.Running().Ring().Ring().Card);

    [Fact]
    public void What_happened_without_what_was_learned() => Check("seen", Acme.Seen().Card);

    [Fact]
    public void A_step_that_taught_something() => Check("learned", Acme.Learned().Card);

    [Fact]
    public void An_obstacle_that_was_overcome() => Check("overcome", Acme.Learned().Fill(Ana, "overcome", "o1", ("how", "The plan of sprint 49 reserves capacity in all 5 teams")).Card);

    [Fact]
    public void A_coaching_cycle_that_is_open() => Check("coaching", Acme.Learned().Say(Dana, "coach").Card);

    [Fact]
    public void A_review_that_is_due() => Check("review-due", RungUntilReview().Card);

    [Fact]
    public void The_review_in_the_thread() => Check("review", RungUntilReview().Posted);

    [Fact]
    public void A_target_condition_that_was_met() => Check("met", Met().Posted);

    [Fact]
    public void A_board_after_a_review() => Check("after-review", Met().Card);

    [Fact]
    public void A_storyboard_that_has_ended() => Check("ended", Met()
        .Fill(Ana, "review", "t2", ("outcome", "Abandoned"), ("reason", "The board no longer asks for it"))
        .Fill(Ana, "end", null, ("reason", "Lead time is where it was promised")).Card);

    [Fact]
    public void The_storyboard_as_a_picture_says_aloud_what_it_shows() => Check("picture", Acme.Learned().Type(Ben, "storyboard").Posted);

    [Fact]
    public void The_picture_shows_the_paper_storyboard_with_the_active_obstacle_and_every_part_of_a_step_marked()
    {
        var board = Met().Press(Ana, "storyboard").Last.Replies.OfType<Post>().Single().Card.Blocks.OfType<Chat.Board>().Single();
        Assert.Equal(["", "Target condition, and the actual condition now", "Obstacle parking lot", "Experimenting record"], board.Parts.Select(part => part.Head));
        Assert.Equal([(Chat.BoardMark.Plain, "t2"), (Chat.BoardMark.Done, "t1")], board.Parts[1].Rows.Select(row => (row.Is, row.Mark)));
        Assert.Equal([(Chat.BoardMark.Active, "o1"), (Chat.BoardMark.Plain, "o2")], board.Parts[2].Rows.Select(row => (row.Is, row.Mark)));
        Assert.Equal(["Step", "What do you expect?", "What happened", "What we learned"], board.Parts[3].Rows.Single().Notes.Select(note => note.Head));
    }

    [Fact]
    public void A_condition_that_no_metric_shows() => Check("typed", Started()
        .Fill(Ana, "target", null, ("description", "3 of 4 requests are answered on the day they arrive"), ("metric", "answered"), ("from", "1"), ("to", "3 requests"), ("by", "2026-12-31"), ("current", "1 of 4, counted in the inbox")).Card);

    [Fact]
    public void The_note_that_no_metric_shows_it() => Check("no-metric", Started()
        .Fill(Ana, "target", null, ("description", "3 of 4 requests are answered on the day they arrive"), ("metric", "answered"), ("from", "1"), ("to", "3 requests"), ("by", "2026-12-31"), ("current", "1 of 4, counted in the inbox")).Whispered);

    [Fact]
    public void The_coaching_card() => Check("coaching-card", Acme.Running().After(7).Say(Dana, "coach").Posted);

    [Fact]
    public void The_coaching_card_where_no_metric_exists() => Check("coaching-card-typed", Started()
        .Fill(Ana, "target", null, ("description", "3 of 4 requests are answered on the day they arrive"), ("metric", ""), ("from", ""), ("to", ""), ("by", "2026-12-31"), ("current", "1 of 4, counted in the inbox"))
        .Say(Ben, "coach").Posted);

    [Fact]
    public void Each_question_of_the_coach()
    {
        var board = Acme.Running().After(7).Say(Dana, "coach");
        var asked = new List<string>();
        foreach (var answer in new[] { "4 of 6 were released", "Two waited for the security review", "o2", "Invite the release board weekly", "2 releases a month" })
            asked.Add(board.Say(Ana, answer).Posted);
        Check("questions-of-the-coach", string.Join("\n---\n", asked));
    }

    [Fact]
    public void The_questions_to_an_author() => Check("questions", Acme.Obstacle().Fill(Ana, "step", null,
        ("step", "Discuss the rule"), ("expect", "It should be better"), ("owner", ""), ("by", "")).Whispered);

    [Fact]
    public void The_reminder_of_the_day() => Check("nudge", Acme.Running().Ring().Posted);

    [Fact]
    public void The_reminder_of_a_step_that_has_not_started() => Check("nudge-not-started", Acme.Predicted().Ring().Posted);

    [Fact]
    public void The_log() => Check("log", Acme.Learned().Say(Dana, "coach").Fill(Ana, "answer", null,
            ("obstacle", "o2"), ("step", "Invite the release board weekly for one month"), ("expect", "2 releases or more in the month"), ("by", "2026-12-04"))
        .After(14).Type(Ben, "log").Whispered);

    [Fact]
    public void The_log_of_a_fresh_board() => Check("log-fresh", Started().Type(Ben, "log").Whispered);

    [Fact]
    public void The_menu() => Check("more", Acme.Running().Press(Ana, "more").Whispered);

    [Fact]
    public void The_help() => Check("help", new Board().Type(Ana, "help").Whispered);

    [Fact]
    public void The_list_of_a_channel()
    {
        var other = Acme.Obstacle();
        var board = new Board { Shelf = need => need is OpenPages ? [other.AsFound()] : [], Now = other.Now + NodaTime.Duration.FromDays(3) }.Beside("s2");
        Check("list", board.Type(Ben, "").Whispered);
        Check("list-empty", new Board().Type(Ben, "").Whispered);
    }

    [Fact]
    public void The_choice_of_a_storyboard()
    {
        var other = Acme.Obstacle();
        var board = new Board { Shelf = need => need is OpenPages ? [other.AsFound()] : [] }.Beside("s2");
        Check("offer", board.Hand(Chen, "kata/obstacle", s_found).Posted);
    }

    [Fact]
    public void The_forms() => Check("forms", string.Join("\n\n", Forms().Select(Written)));

    [Theory]
    [InlineData("who can review this?")]
    [InlineData("who can start a step?")]
    [InlineData("who may answer the questions?")]
    [InlineData("who can park an obstacle?")]
    public void Who_may_do_what(string question) => Check("who-" + string.Concat(question.Where(char.IsLetter)), Acme.Running().Say(Ben, question).Whispered);

    private static Board RungUntilReview()
    {
        var board = Acme.Learned();
        board.Ring();
        return board;
    }

    private static Board Met()
    {
        var board = RungUntilReview();
        Acme.Measure(board, "lead-time", new NodaTime.LocalDate(2026, 12, 31), 55);
        return board.Fill(Dana, "review", "t1", ("outcome", "Met"), ("reason", ""));
    }

    private static IEnumerable<Form> Forms()
    {
        yield return new Board().Press(Ana, "new").Form;
        yield return Started().Press(Ana, "challenge").Form;
        yield return Started().Press(Ana, "target").Form;
        yield return Acme.Targets().Press(Ana, "review", "t1").Form;
        yield return Acme.Targets().Press(Ana, "obstacle").Form;
        yield return Acme.Obstacle().Press(Ana, "choose").Form;
        yield return Acme.Obstacle().Press(Ana, "overcome", "o1").Form;
        yield return Acme.Obstacle().Press(Ana, "step").Form;
        yield return Acme.Predicted().Press(Ana, "predict", "e1").Form;
        yield return Acme.Obstacle().Say(Ana, "step: Ask the board, expect: 2 more meetings").Press(Ana, "start", "e1").Form;
        yield return Acme.Running().Press(Ben, "happened", "e1").Form;
        yield return Acme.Seen().Press(Ben, "learned", "e1").Form;
        yield return Acme.Running().Press(Ben, "drop", "e1").Form;
        yield return Acme.Running().Say(Dana, "coach").Press(Ana, "answer").Form;
        yield return Acme.Running().Press(Ana, "role").Form;
        yield return Acme.Obstacle().Press(Ben, "reword", "o2.obstacle").Form;
    }

    private static string Written(Form form) => string.Join('\n',
    [
        $"{form.Title} [{form.Submit}] {form.Press}",
        CardText.Of(form.Intro),
        .. form.Fields.Select(field => $"- {field.Name}: {field.Label}{(field.Answering == Answering.Optional ? " (optional)" : "")}{(field.Hint is null ? "" : $" · {field.Hint}")}{Content(field)}"),
    ]);

    private static string Content(Field field) => field switch
    {
        ChoiceField choice => $" {{{string.Join(" | ", choice.Options.Select(option => (option.Value == choice.Chosen ? "*" : "") + option.Label))}}}",
        TextField { Value.Length: > 0 } text => $" = {text.Value}",
        DateField { Value: { } day } => $" = {CardText.Of(day)}",
        _ => "",
    };

    private static void Check(string name, string text) => Golden.Check("Kata", name, text);
}
