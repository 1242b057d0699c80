using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class AnswerRuleTests
{
    private static readonly Person s_nobody = new("-", "-");

    [Fact]
    public void Anybody_answers() => Acme.Four().When(new Answer("c4", "Nobody was asked for one") { By = Dana, At = Start }).Then<Answered>();

    [Fact]
    public void An_answer_to_the_problem_stands_under_the_problem() =>
        Assert.Null(Acme.Four().When(new Answer(null, "Prices were raised twice") { By = Dana, At = Start }).Then<Answered>().Parent);

    [Theory]
    [InlineData("")]
    [InlineData(" \u0007\n ")]
    public void An_empty_answer_is_refused(string text) =>
        Acme.Four().When(new Answer("c4", text) { By = Dana, At = Start }).ThenRefused("in a few words", "answer");

    [Fact]
    public void An_answer_of_500_characters_fits_and_one_of_501_is_refused()
    {
        Acme.Four().When(new Answer("c4", new string('a', 500)) { By = Dana, At = Start }).Then<Answered>();
        Acme.Four().When(new Answer("c4", new string('a', 501)) { By = Dana, At = Start }).ThenRefused("501 characters", "answer");
    }

    [Fact]
    public void Line_breaks_control_characters_and_turned_text_do_not_get_in() =>
        Assert.Equal("one two three", Acme.Four().When(new Answer("c4", " one\r\n two\u0000\u202E three ") { By = Dana, At = Start }).Then<Answered>().Text);

    [Fact]
    public void An_answer_to_a_cause_that_is_gone_is_refused() =>
        Acme.Four().When(new Answer("c99", "Nobody was asked") { By = Dana, At = Start }).ThenRefused("isn't on the tree any more");

    [Fact]
    public void The_same_answer_twice_is_refused_with_who_said_it() =>
        Acme.Four().When(new Answer(null, "conversion of up-sells has fallen.") { By = Dana, At = Start }).ThenRefused("Ben has said that already (1)", "answer");

    [Fact]
    public void Nine_whys_fit_and_the_tenth_is_refused_with_a_way_on()
    {
        Rules.Deep(8).When(new Answer("c8", "One more cause") { By = Dana, At = Start }).Then<Answered>();
        var nine = Rules.Deep(9);
        nine.When(new Answer("c9", "One more cause") { By = Dana, At = Start }).ThenRefused("9 whys deep");
        Assert.Contains("[New analysis from here]", nine.Press(Dana, "next", "c9").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_holds_120_causes_and_refuses_the_next()
    {
        var thread = Enumerable.Range(1, 120).Aggregate(Asked(), (grown, number) => grown.Say(Ben, $"Reason {number}"));
        Assert.Equal(120, thread.Tree.Causes.Length);
        Assert.Contains("as many as anybody can read", thread.Say(Ben, "One more").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refuted_branch_takes_no_answers()
    {
        var thread = Acme.Four().Fill(Ana, "refute", "c2", ("reason", "They were on time"));
        thread.When(new Answer("c4", "Nobody was asked") { By = Dana, At = Start }).ThenRefused("refuted by Ana");
        thread.When(new Answer("c1", "Sales stopped asking") { By = Dana, At = Start }).Then<Answered>();
    }

    [Fact]
    public void A_branch_that_waits_takes_no_next_why_and_says_for_whom_and_until_when()
    {
        Acme.Waiting().When(new AskNext("c4") { By = Ben, At = Start }).ThenRefused("Dana has gone to look at \"Work waits 51 of 88 days\" and reports by Mon 30 Nov 2026");
        Acme.Waiting().When(new AskNext("c5") { By = Ben, At = Start }).Then<FocusMoved>();
    }

    [Fact]
    public void Asking_the_why_that_is_asked_already_changes_nothing() =>
        Acme.Four().When(new AskNext("c3") { By = Ben, At = Start }).ThenNothing();

    [Fact]
    public void The_author_and_the_facilitator_reword_and_others_may_not()
    {
        var reword = new Reword("c1", "Up-sells convert at 18 % instead of 31 %") { By = s_nobody, At = Start };
        Acme.Four().When(reword.By(Ben)).Then<Reworded>();
        Acme.Four().When(reword.By(Ana)).Then<Reworded>();
        Acme.Four().When(reword.By(Chen)).ThenRefused("Ben wrote this");
    }

    [Fact]
    public void Rewording_to_the_same_words_is_refused() =>
        Acme.Four().When(new Reword("c1", "Conversion of up-sells has fallen ") { By = Ben, At = Start }).ThenRefused("how it reads already", "text");

    [Fact]
    public void A_reworded_answer_keeps_the_old_words_and_both_its_links_are_read_again()
    {
        var thread = Acme.ReadyToConclude().Fill(Chen, "reword", "c2", ("text", "Promised features come a quarter late"));
        Assert.Equal("Promised capabilities come too late", Assert.Single(thread.Tree.Find("c2")!.Revisions).Was);
        Assert.Equal(["c3", "c2"], ReadBack.Unheld(thread.Tree).Select(cause => cause.Id));
    }

    [Fact]
    public void A_reworded_problem_is_read_again_by_what_leads_to_it()
    {
        var thread = Acme.ReadyToConclude().Fill(Ana, "problem", null, ("problem", "Revenue growth has fallen to a quarter of what it was"));
        Assert.Equal(["c1", "c5"], ReadBack.Unheld(thread.Tree).Select(cause => cause.Id).Order());
    }

    [Fact]
    public void Only_who_asked_and_the_facilitator_reword_the_problem()
    {
        Acme.Four().When(new RewordProblem("Growth has fallen") { By = Ben, At = Start }).ThenRefused("Only the facilitator can reword the problem, and that's Ana");
        Acme.Four().When(new RewordProblem("Growth has fallen") { By = Ana, At = Start }).Then<ProblemReworded>();
    }

    [Fact]
    public void An_answer_that_holds_two_causes_is_split_in_place()
    {
        var thread = Acme.Four().Say(Ben, "Planning has no owner and the budget is fixed once a year").Press(Ben, "split", "c6");
        Assert.Equal(["Planning has no owner", "the budget is fixed once a year"], thread.Tree.Causes.Skip(5).Select(cause => cause.Text.TrimEnd('.')), StringComparer.OrdinalIgnoreCase);
        Assert.All(thread.Tree.Causes.Skip(5), cause => Assert.Equal(("c3", Ben), (cause.Parent, cause.By)));
    }

    [Fact]
    public void A_single_cause_is_not_split() => Acme.Four().When(new SplitUp("c1") { By = Ben, At = Start }).ThenRefused("reads as one cause");

    [Fact]
    public void Others_may_not_split() => Acme.Four().When(new SplitUp("c1") { By = Chen, At = Start }).ThenRefused("Ben wrote this");

    [Fact]
    public void An_answer_that_is_taken_back_goes_when_nobody_has_built_on_it() =>
        Assert.Null(Acme.Four().Say(Ben, "Sales sells from the roadmap", "m-roadmap").Remove(Ben, "m-roadmap").Tree.Find("c6"));

    [Fact]
    public void An_answer_that_others_have_built_on_stays_and_is_contested() =>
        Assert.Equal(Standing.Contested, Acme.Four().Remove(Ben, "m-ben").Tree.Find("c1")!.Standing);

    [Fact]
    public void Nobody_takes_back_the_answer_of_another() => Acme.Four().When(new Withdraw("c5") { By = Ben, At = Start }).ThenRefused("Chen wrote this");

    [Fact]
    public void Two_causes_can_be_joined_and_one_cannot()
    {
        Acme.Four().When(new SetGate(null, Branching.And) { By = Ben, At = Start }).Then<GateSet>();
        Acme.Four().When(new SetGate("c1", Branching.And) { By = Ben, At = Start }).ThenRefused("fewer than two causes", "cause");
        Acme.Four().When(new SetGate(null, Branching.Or) { By = Ben, At = Start }).ThenRefused("how it stands already", "gate");
    }

    [Fact]
    public void A_category_is_one_of_the_list()
    {
        Acme.Four().When(new Categorise("c1", "Market", ["Market", "Skill"]) { By = Ben, At = Start }).Then<Categorised>();
        Acme.Four().When(new Categorise("c1", "Weather", ["Market", "Skill"]) { By = Ben, At = Start }).ThenRefused("one of the categories", "category");
    }

    [Fact]
    public void The_list_of_categories_has_two_to_twenty_five_short_names()
    {
        var thread = new Thread();
        Assert.Equal<string>(["Weather", "Law"], thread.When(new SetCategories(["Weather", " ", "Law ", "weather"]) { By = Ben, At = Start }).Then<CategoriesSet>().Categories);
        thread.When(new SetCategories(["Weather"]) { By = Ben, At = Start }).ThenRefused("at least two", "categories");
        thread.When(new SetCategories([.. Enumerable.Range(1, 26).Select(number => $"Kind {number}")]) { By = Ben, At = Start }).ThenRefused("25 categories", "categories");
        thread.When(new SetCategories(["Weather", new string('x', 41)]) { By = Ben, At = Start }).ThenRefused("too long", "categories");
    }

    [Fact]
    public void A_problem_of_300_characters_fits_and_one_of_301_is_refused()
    {
        var text = "Deliveries are late " + new string('a', 280);
        new Thread().When(new AskWhy("s1", new Problem(text)) { By = Ana, At = Start }).Then<Asked>();
        new Thread().When(new AskWhy("s1", new Problem(text + "a")) { By = Ana, At = Start }).ThenRefused("301 characters", "problem");
    }

    [Fact]
    public void A_solution_and_a_person_are_refused_as_the_problem()
    {
        new Thread().When(new AskWhy("s1", new Problem("We need a new CRM")) { By = Ana, At = Start }).ThenRefused("", "problem");
        new Thread().When(new AskWhy("s1", new Problem("Ana is careless")) { By = Ana, At = Start }).ThenRefused("", "problem");
    }

    [Fact]
    public void A_fact_that_is_too_long_is_refused_at_its_field() =>
        Acme.Four().When(new AddFacts(new Problem("") { Where = new string('x', 151) }) { By = Ana, At = Start }).ThenRefused("150 characters", "where");

    [Fact]
    public void Nothing_can_be_done_where_nothing_was_asked() =>
        new Thread().When(new Answer(null, "Because") { By = Ana, At = Start }).ThenRefused("There's no analysis here");
}
