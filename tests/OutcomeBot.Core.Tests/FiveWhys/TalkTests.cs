using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class TalkTests
{
    [Theory]
    [InlineData("Why is growth declining?", "Why is growth declining?")]
    [InlineData("is growth declining?", "Why is growth declining?")]
    [InlineData("Growth declines", "Growth declines")]
    public void A_question_after_the_word_begins_an_analysis_in_the_channel(string typed, string problem)
    {
        var thread = new Thread().Type(Ana, typed);
        Assert.Equal(problem, thread.Tree.Problem.Statement);
        Assert.True(thread.Said<Show>());
        Assert.Equal(new Place(Workspace, "C1", "t1"), thread.Page!.Place);
    }

    [Fact]
    public void A_solution_for_a_problem_comes_back_in_the_form_with_the_words_kept()
    {
        var thread = new Thread().Type(Ana, "We need a new CRM");
        Assert.Equal("We need a new CRM", thread.Form.Fields.OfType<TextField>().First().Value);
        Assert.Null(thread.Page);
    }

    [Fact]
    public void Where_no_form_can_open_the_words_are_kept_behind_a_button()
    {
        var thread = new Thread().Type(Ana, "We need a new CRM", door: OpenDoor.None);
        Assert.Contains("Kept: We need a new CRM", thread.Whispered, StringComparison.Ordinal);
        Assert.False(thread.Said<Show>());
        thread.Press(Ana, "new");
        Assert.Equal("We need a new CRM", thread.Form.Fields.OfType<TextField>().First().Value);
        thread.Fill(Ana, "new", null, ("problem", "Up-sells are lost after the first quarter"));
        Assert.Equal("Up-sells are lost after the first quarter", thread.Tree.Problem.Statement);
    }

    [Fact]
    public void A_form_that_is_refused_comes_back_with_a_sentence_at_its_field() =>
        Assert.NotNull(new Thread().Fill(Ana, new Press("why", null, "new"), ("problem", "We need a new CRM")).Wrong);

    [Fact]
    public void The_shortcut_opens_the_form_with_the_message_in_it() => Assert.Equal("Up-sells are down again",
        new Thread().Press(Ana, new Press("why", null, "about"), "Up-sells are down again").Form.Fields.OfType<TextField>().First().Value);

    [Fact]
    public void From_a_home_page_the_form_asks_for_the_channel_and_the_card_goes_there()
    {
        var thread = new Thread().Press(Ana, new Press("why", null, "new", "home"));
        Assert.Single(thread.Form.Fields.OfType<ChannelField>());
        thread.Fill(Ana, thread.Form.Press, ("problem", "Up-sells are down again"), ("channel", "C7"));
        Assert.Equal("C7", thread.Page!.Place.Channel);
    }

    [Theory]
    [InlineData("Isn't that the same?")]
    [InlineData("// I'll ask sales")]
    [InlineData("(thinking aloud)")]
    [InlineData("ok")]
    public void Talk_in_the_thread_is_no_answer(string line) => Assert.Equal(5, Acme.Four().Say(Ben, line).Tree.Causes.Length);

    [Fact]
    public void A_plain_line_answers_the_why_that_is_asked() => Assert.Equal("c3", Acme.Four().Say(Ben, "Nobody measures waiting").Newest.Parent);

    [Fact]
    public void Next_why_moves_the_question_and_opens_a_form_with_the_question_in_it()
    {
        var thread = Acme.Four().Press(Ben, "next", "c5");
        Assert.Equal("c5", thread.Tree.Focus);
        Assert.Equal("Why did two large customers leave in Q3?", thread.Form.Intro.ToString());
    }

    [Fact]
    public void Another_cause_asks_the_why_above_and_leaves_the_question_where_it_is()
    {
        var thread = Acme.Four().Press(Ben, "another", "c2");
        Assert.Equal(Subject(thread, "answer", "c1"), thread.Form.Press);
        Assert.Equal("c3", thread.Tree.Focus);
    }

    [Fact]
    public void Where_no_form_can_open_a_note_has_a_button_for_it() =>
        Assert.Contains("[Attach evidence]", Acme.Four().Press(Ben, "evidence", "c4", OpenDoor.None).Whispered, StringComparison.Ordinal);

    [Fact]
    public void An_edited_message_rewords_its_answer_and_other_edits_are_nobodys_business()
    {
        Assert.Equal("Up-sells convert at 18 %", Acme.Four().Edit(Ben, "m-ben", "Up-sells convert at 18 %").Tree.Find("c1")!.Text);
        Assert.Empty(Acme.Four().Edit(Ben, "m-other", "Something else").Last.Changes);
        Assert.Empty(Acme.Four().Edit(Ben, "m-ben", "Conversion of up-sells has fallen").Last.Changes);
        Assert.Contains("500 fit", Acme.Four().Edit(Ben, "m-ben", new string('x', 501)).Whispered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who can conclude this?", "Ana can conclude")]
    [InlineData("Who may close this?", "Ana can conclude")]
    [InlineData("who can abandon this", "Ana can abandon")]
    [InlineData("who can reopen this?", "Ana can reopen")]
    [InlineData("who can refute this?", "Ana can refute an answer")]
    [InlineData("who can answer?", "Anybody in this channel can answer")]
    [InlineData("who can undo?", "that was Chen")]
    public void The_bot_says_who_may_do_what(string question, string answer)
    {
        Assert.Contains(answer, Acme.Four().Say(Ben, question).Whispered, StringComparison.Ordinal);
        Assert.Contains(answer, Acme.Four().Type(Ben, question["who".Length..], "who").Whispered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("picture")]
    [InlineData("Read back")]
    public void A_command_alone_on_a_line_works_in_the_thread(string line)
    {
        Assert.True(Acme.Four().Say(Ben, line).Said<Post>());
        Assert.True(Acme.Four().Type(Ben, line).Said<Post>());
    }

    [Fact]
    public void A_command_about_an_analysis_says_where_it_belongs_when_typed_elsewhere() =>
        Assert.Contains("in the thread of an analysis", new Thread().Type(Ana, "conclude").Whispered, StringComparison.Ordinal);

    [Fact]
    public void A_second_question_in_the_same_thread_is_sent_to_the_channel_with_its_words() =>
        Assert.Contains("why Churn is rising", Acme.Four().Type(Ben, "Churn is rising").Whispered, StringComparison.Ordinal);

    [Fact]
    public void A_word_that_is_not_known_here_is_left_to_others() => Assert.False(Acme.Four().Type(Ben, "now", "frobnicate").Last.IsMine);

    [Fact]
    public void A_press_on_what_is_gone_says_so()
    {
        Assert.Contains("isn't here any more", new Thread().Press(Ana, "next", "c1").Whispered, StringComparison.Ordinal);
        Assert.Contains("isn't on the tree", Acme.Four().Press(Ana, "next", "c77").Whispered, StringComparison.Ordinal);
        Assert.False(Acme.Four().Press(Ana, "explode").Last.IsMine);
    }

    [Fact]
    public void A_cause_nine_deep_goes_on_in_an_analysis_of_its_own_that_says_from_where()
    {
        var nine = Rules.Deep(9).Press(Ana, "spin", "c9");
        var next = nine.Beside("s2");
        next.Shelf = need => need is OnePage { Id: "s1" } ? [nine.AsFound()] : [];
        next.Fill(Ana, nine.Form.Press, ("problem", nine.Form.Fields.OfType<TextField>().First().Value));
        Assert.Equal(("s1", "Cause number 9 of the chain"), (next.Tree.From!.Id, next.Tree.From.Cause));
    }

    [Fact]
    public void What_was_found_before_is_said_to_the_author_and_on_the_card()
    {
        var earlier = Acme.Concluded();
        var thread = earlier.Beside("s2");
        thread.Type(Ana, "Renewals fell from 92 % to 81 % since March in the logistics segment");
        thread.Shelf = need => need is AlikePages { Practice: "why" } alike && alike.Terms.Intersect(earlier.Index.Terms).Any() ? [earlier.AsFound()] : [];
        thread.Say(Ben, "There is no capacity rule in release planning");
        Assert.Contains("Seen before in \"Why is revenue growth declining?\" (concluded Mon 23 Nov 2026)", thread.Whispered, StringComparison.Ordinal);
        Assert.Contains("seen before in \"Why is revenue growth declining?\"", thread.Card, StringComparison.Ordinal);
        Assert.Null(thread.Say(Ben, "Prices rose twice within a year").Newest.Seen);
    }

    [Fact]
    public void A_conclusion_says_where_its_root_cause_was_found_before()
    {
        var earlier = Acme.Concluded();
        var thread = Acme.ReadyToConclude();
        thread.Shelf = need => need is AlikePages ? [earlier.AsFound() with { Subject = new Subject(Workspace, "why", "s0") }] : [];
        Assert.Contains("seen before in \"Why is revenue growth declining?\"", thread.Fill(Ana, "conclude", null, Acme.Conclusion).Card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_page_is_never_an_analysis()
    {
        var settings = new Thread().Beside(Settings.Id);
        Assert.Null(settings.Fill(Ana, "new", null, ("problem", "Up-sells are down again")).Page);
        Assert.Null(new Thread().Fill(Ana, "categories", null, ("categories", "Weather\nLaw")).Page);
    }

    [Fact]
    public void The_pareto_counts_the_categories_of_what_was_concluded()
    {
        var one = Acme.Concluded().AsFound();
        var other = one with { Index = one.Index with { Tags = ["Skill", "Priority/Capacity"] } };
        var thread = new Thread { Shelf = need => need is EndedPages ? [one, other, one with { Index = one.Index with { Tags = [] } }] : [] };
        Golden.Check("FiveWhys", "pareto", thread.Type(Ana, "pareto").Whispered);
        Assert.Contains("No analysis has been concluded", new Thread().Type(Ana, "pareto").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_categories_is_the_workspaces_own()
    {
        var settings = new Thread().Beside(Settings.Id);
        settings.Press(Ana, "categories").Fill(Ana, settings.Form.Press, ("categories", "Weather\nLaw\n"));
        Assert.Contains("Weather, Law", settings.Whispered, StringComparison.Ordinal);
        Assert.False(settings.Said<Show>());
        var thread = Acme.Four();
        thread.Shelf = need => need is OnePage { Id: Settings.Id } ? [settings.AsFound()] : [];
        Assert.Equal(["Weather", "Law"], thread.Press(Ben, "category", "c1").Form.Fields.OfType<ChoiceField>().Single().Options.Select(option => option.Value));
        Assert.Equal("Law", thread.Fill(Ben, "category", "c1", ("category", "Law")).Tree.Find("c1")!.Category);
    }

    [Fact]
    public void A_person_and_a_group_are_asked_about_privately_and_the_answer_stands()
    {
        var thread = Acme.Four().Say(Ben, "R&D is too slow");
        Assert.Equal("R&D is too slow", thread.Newest.Text);
        Assert.Equal(Ben, thread.Last.Replies.OfType<Whisper>().Single().To);
        Assert.Equal("R&D is too slow", thread.Press(Ben, "keep", "c6").Newest.Text);
    }

    private static Press Subject(Thread thread, string verb, string argument) => thread.Subject.Press(verb, argument);
}
