using NodaTime;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class ConclusionRuleTests
{
    [Fact]
    public void The_facilitator_concludes_and_the_picture_is_posted_with_words_for_it()
    {
        var thread = Acme.Concluded();
        Assert.IsType<Concluded>(thread.State);
        Assert.Contains("Root cause, 4 whys down", thread.Posted, StringComparison.Ordinal);
        Assert.Equal<string>(["Priority/Capacity"], thread.Index.Tags);
        Assert.False(thread.Index.IsOpen);
    }

    [Fact]
    public void Others_do_not_conclude()
    {
        Assert.Contains("Only the facilitator can conclude, and that's Ana", Acme.ReadyToConclude().Press(Ben, "conclude").Whispered, StringComparison.Ordinal);
        Assert.Contains("Only the facilitator", Acme.ReadyToConclude().Fill(Ben, "conclude", null, Acme.Conclusion).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_concluded_before_its_steps_were_read_back()
    {
        Assert.Contains("steps haven't been read back", Acme.Four().Press(Ana, "conclude").Whispered, StringComparison.Ordinal);
        Assert.Contains("4 steps haven't been read back", Acme.Four().Fill(Ana, "conclude", null, Acme.Conclusion).Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roots", "", "at least one root cause")]
    [InlineData("roots", "c3", "the last of its branch")]
    [InlineData("roots", "c99", "the last of its branch")]
    [InlineData("category", "Weather", "Choose a category")]
    [InlineData("reach", "", "in your reach")]
    [InlineData("reach", "0", "in your reach")]
    [InlineData("measure", "", "what will be done")]
    [InlineData("owner", "U99", "who sees to it")]
    [InlineData("due", "soon", "the day it's done by")]
    [InlineData("due", "2026-11-01", "has passed")]
    [InlineData("strength", "", "how strong")]
    [InlineData("metric", "", "know that it helped")]
    [InlineData("check", "", "which day you'll check")]
    [InlineData("check", "2020-01-01", "has passed")]
    public void A_field_that_is_missing_or_wrong_is_refused_at_that_field(string field, string text, string because)
    {
        var thread = Acme.ReadyToConclude().Fill(Ana, "conclude", null, field == "roots" && text.Length == 0 ? [.. Acme.Conclusion.Where(pair => pair.Item1 != "roots")] : Acme.With((field, text)));
        Assert.Contains(because, thread.Wrong, StringComparison.Ordinal);
        Assert.Equal(field, thread.Last.Replies.OfType<Chat.Wrong>().Single().Fields.Keys.Single());
        Assert.IsType<Open>(thread.State);
    }

    [Fact]
    public void A_conclusion_without_any_countermeasure_is_refused() => Assert.Contains("at least one countermeasure",
        Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("measure", ""), ("owner", ""), ("due", ""))).Wrong, StringComparison.Ordinal);

    [Fact]
    public void A_countermeasure_that_was_added_before_is_enough()
    {
        var thread = Acme.ReadyToConclude().Fill(Ben, "measure", null, ("measure", "Reserve capacity"), ("owner", "U4"), ("due", "2026-12-04"), ("strength", "Stronger"));
        thread.Fill(Ana, "conclude", null, Acme.With(("measure", ""), ("owner", ""), ("due", ""), ("strength", "")));
        Assert.Equal("Reserve capacity", Assert.Single(Assert.IsType<Concluded>(thread.State).Tree.Countermeasures).Text);
    }

    [Fact]
    public void Under_three_whys_a_written_reason_is_needed()
    {
        Assert.Contains("Ask on: this is one why deep", Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("roots", "c5"))).Wrong, StringComparison.Ordinal);
        Assert.IsType<Concluded>(Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("roots", "c5"), ("stop", "The customers told us so"))).State);
    }

    [Fact]
    public void Several_root_causes_can_be_named()
    {
        var both = Acme.ReadyToConclude().Fill(Ana, "conclude", null, [.. Acme.With(("stop", "The customers told us so")), ("roots", "c5")]);
        Assert.Equal<string>(["c4", "c5"], Assert.IsType<Concluded>(both.State).Conclusion.RootCauses);
    }

    [Fact]
    public void A_cause_outside_the_teams_reach_needs_a_written_reason() => Assert.Contains("outside your reach",
        Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("reach", "Outside"))).Wrong, StringComparison.Ordinal);

    [Fact]
    public void Only_weaker_actions_are_warned_of_and_a_stronger_one_is_not()
    {
        Assert.Contains("relies on people remembering", Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("strength", "Weaker"))).Whispered, StringComparison.Ordinal);
        Assert.False(Acme.Concluded().Said<Chat.Whisper>());
    }

    [Fact]
    public void A_contested_cause_is_no_root_cause()
    {
        var thread = Acme.ReadyToConclude().Fill(Ben, "contest", "c4", ("reason", "There is a rule"));
        Assert.Contains("uncontested", thread.Fill(Ana, "conclude", null, Acme.Conclusion).Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, StopVerdict.GoOn)]
    [InlineData(2, StopVerdict.GoOn)]
    [InlineData(3, StopVerdict.MayStop)]
    [InlineData(8, StopVerdict.MayStop)]
    [InlineData(9, StopVerdict.Stop)]
    public void The_stop_rule_counts_whys_for_a_supported_cause(int deep, StopVerdict verdict)
    {
        var thread = Rules.Deep(deep).Fill(Ben, "evidence", $"c{deep}", ("kind", "Observation"), ("text", "Seen on the floor"));
        Assert.Equal(verdict, StopRule.Of(thread.Tree, thread.Newest).Verdict);
    }

    [Fact]
    public void The_stop_rule_asks_for_evidence_and_asks_on_at_people()
    {
        var thread = Acme.Four();
        Assert.Contains("evidence", StopRule.Of(thread.Tree, thread.Tree.Find("c4")!).Sentence, StringComparison.Ordinal);
        thread.Say(Ben, "R&D is too slow").Fill(Ben, "evidence", "c6", ("kind", "Observation"), ("text", "Seen"));
        Assert.Contains("a person or a group", StopRule.Of(thread.Tree, thread.Newest).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_keeps_both_wordings_with_author_and_reason()
    {
        var thread = Acme.Concluded().Fill(Ben, "amend", null, ("of", "c4"), ("text", "Release planning ignores capacity"), ("why", "There is a rule, nobody follows it"));
        var amendment = Assert.Single(thread.Tree.Amendments);
        Assert.Equal(("Release planning has no capacity rule", Ben), (amendment.Was, amendment.By));
        Assert.Contains("Release planning ignores capacity", thread.Card, StringComparison.Ordinal);
        Assert.Contains("There is a rule, nobody follows it", thread.Card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c99", "Something", "Why", "which text", "of")]
    [InlineData("c4", "", "Why", "how it should read", "text")]
    [InlineData("c4", "Something", "", "why it changes", "why")]
    [InlineData("metric", "lead time under 57 days", "Why", "reads already", "text")]
    public void An_amendment_needs_a_text_a_new_wording_and_a_reason(string of, string text, string why, string because, string field) =>
        Acme.Concluded().When(new Amend(of, text, why) { By = Ben, At = Start }).ThenRefused(because, field);

    [Theory]
    [InlineData("problem")]
    [InlineData("metric")]
    [InlineData("m1")]
    public void The_problem_the_metric_and_countermeasures_can_be_amended(string of) =>
        Assert.Contains("In other words", Acme.Concluded().Fill(Ben, "amend", null, ("of", of), ("text", "In other words than before"), ("why", "Clearer")).Card, StringComparison.Ordinal);

    [Fact]
    public void Nothing_open_is_amended() => Acme.Four().When(new Amend("c4", "Other", "Why") { By = Ben, At = Start }).ThenRefused("isn't concluded yet");

    [Fact]
    public void An_edited_message_after_the_conclusion_is_an_amendment() =>
        Assert.Equal("The message was edited.", Assert.Single(Acme.Concluded().Edit(Ben, "m-ben", "Up-sells convert at 18 %").Tree.Amendments).Why);

    [Fact]
    public void A_countermeasure_is_added_after_the_conclusion_too()
    {
        Assert.Equal(2, Acme.Concluded().Fill(Ben, "measure", null, ("measure", "Show waiting time on the board"), ("owner", "U2"), ("due", "2026-12-01"), ("strength", "Intermediate")).Tree.Countermeasures.Length);
        Acme.Concluded().When(new AddCountermeasure(new Draft("", null, null, null)) { By = Ben, At = Start }).ThenRefused("what will be done", "measure");
    }

    [Fact]
    public void The_facilitator_reopens_with_a_reason_and_the_old_conclusion_is_kept()
    {
        Acme.Concluded().When(new Reopen("Lead time rose") { By = Ben, At = Start }).ThenRefused("Only the facilitator can reopen this");
        Acme.Concluded().When(new Reopen("") { By = Ana, At = Start }).ThenRefused("Say why", "reason");
        Acme.Four().When(new Reopen("Lead time rose") { By = Ana, At = Start }).ThenRefused("open already");
        var thread = Acme.Concluded().Fill(Ana, "reopen", null, ("reason", "Lead time rose"));
        Assert.Equal<string>(["c4"], Assert.Single(Assert.IsType<Open>(thread.State).Tree.Reopenings).Was!.RootCauses);
    }

    [Fact]
    public void The_facilitator_abandons_with_a_reason_and_can_reopen()
    {
        Acme.Four().When(new Abandon("Merged") { By = Ben, At = Start }).ThenRefused("Only the facilitator can abandon this");
        Acme.Four().When(new Abandon("") { By = Ana, At = Start }).ThenRefused("Say why", "reason");
        var thread = Acme.Four().Fill(Ana, "abandon", null, ("reason", "Merged"));
        Assert.IsType<Abandoned>(thread.State);
        thread.When(new Answer(null, "One more cause") { By = Ben, At = Start }).ThenRefused("Ana abandoned this");
        thread.When(new Abandon("Again") { By = Ana, At = Start }).ThenRefused("abandoned it already");
        Assert.IsType<Open>(thread.Fill(Ana, "reopen", null, ("reason", "It came back")).State);
    }

    [Fact]
    public void A_concluded_analysis_takes_no_answers_and_is_not_concluded_twice()
    {
        Acme.Concluded().When(new Answer(null, "One more cause") { By = Ben, At = Start }).ThenRefused("This is concluded");
        Assert.Contains("Ana has concluded it already", Acme.Concluded().Fill(Ana, "conclude", null, Acme.Conclusion).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void The_facilitator_hands_over_and_the_new_one_has_the_right()
    {
        Acme.Four().When(new ChangeFacilitator(Ben) { By = Chen, At = Start }).ThenRefused("Only the facilitator can hand the role over");
        Acme.Four().When(new ChangeFacilitator(null) { By = Ana, At = Start }).ThenRefused("who takes over", "to");
        Acme.Four().When(new ChangeFacilitator(Ana) { By = Ana, At = Start }).ThenRefused("the facilitator already", "to");
        var thread = Acme.Four().Fill(Ana, "handover", null, ("to", "U2"));
        thread.When(new Refute("c5", "Both renewed") { By = Ben, At = Start }).Then<Refuted>();
        thread.When(new Refute("c5", "Both renewed") { By = Ana, At = Start }).ThenRefused("that's Ben");
    }

    [Fact]
    public void After_seven_days_of_silence_anybody_takes_over_and_not_before()
    {
        var thread = Acme.Four();
        var silentSince = thread.Tree.FacilitatorActedAt;
        thread.When(new ChangeFacilitator(Ben) { By = Ben, At = silentSince + Duration.FromDays(7) - Duration.Epsilon }).ThenRefused("After 7 days");
        thread.When(new ChangeFacilitator(Ben) { By = Ben, At = silentSince + Duration.FromDays(7) }).Then<FacilitatorChanged>();
        thread.When(new ChangeFacilitator(Chen) { By = Ben, At = silentSince + Duration.FromDays(7) }).ThenRefused("Only the facilitator");
    }

    [Fact]
    public void The_last_step_is_undone_by_its_author_and_by_nobody_else()
    {
        Acme.Four().When(new Undo { By = Chen, At = Start }).Then<Undone>();
        Acme.Four().When(new Undo { By = Ana, At = Start }).ThenRefused("The last step was Chen's (answered (2))");
        Assert.Null(Acme.Four().Press(Chen, "undo").Tree.Find("c5"));
        Acme.Four().Press(Chen, "undo").When(new Undo { By = Chen, At = Start }).ThenRefused("nothing to undo");
    }
}
