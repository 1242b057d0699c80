using NodaTime;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class EvidenceRuleTests
{
    [Theory]
    [InlineData(EvidenceKind.Number, "31 of 88 days", "flow report, 20 Nov")]
    [InlineData(EvidenceKind.Link, "https://wiki.acme.example/map", null)]
    [InlineData(EvidenceKind.Quotation, "We were told June", "Kim, customer call of 3 Nov")]
    [InlineData(EvidenceKind.Observation, "Six of ten tickets lay untouched", null)]
    public void Anybody_attaches_evidence_and_the_cause_is_supported(EvidenceKind kind, string text, string? source)
    {
        Acme.Four().When(new AttachEvidence("c3", kind, text, source) { By = Ben, At = Start }).Then<EvidenceAttached>();
        var cause = Acme.Four().Fill(Ben, "evidence", "c3", ("kind", kind.ToString()), ("text", text), ("source", source ?? "")).Tree.Find("c3")!;
        Assert.Equal((Standing.Supported, Ben), (cause.Standing, cause.Judged!.By));
    }

    [Theory]
    [InlineData(EvidenceKind.Number, "31 of 88 days", null, "where the number comes from", "source")]
    [InlineData(EvidenceKind.Number, "most days", "flow report", "no number in this", "text")]
    [InlineData(EvidenceKind.Link, "wiki.acme.example", null, "https://", "text")]
    [InlineData(EvidenceKind.Link, "javascript:alert(1)", null, "https://", "text")]
    [InlineData(EvidenceKind.Link, "https://a.example/ and more", null, "https://", "text")]
    [InlineData(EvidenceKind.Quotation, "We were told June", null, "needs its source", "source")]
    [InlineData(EvidenceKind.Observation, " ", null, "Say what shows it", "text")]
    public void Evidence_that_nobody_can_check_is_refused_at_its_field(EvidenceKind kind, string text, string? source, string because, string field) =>
        Acme.Four().When(new AttachEvidence("c3", kind, text, source) { By = Ben, At = Start }).ThenRefused(because, field);

    [Fact]
    public void Twenty_pieces_of_evidence_are_enough()
    {
        var thread = Enumerable.Range(1, 20).Aggregate(Acme.Four(), (grown, number) => grown.Fill(Ben, "evidence", "c3", ("kind", "Observation"), ("text", $"Seen {number} times")));
        thread.When(new AttachEvidence("c3", EvidenceKind.Observation, "Seen once more", null) { By = Ben, At = Start }).ThenRefused("20 pieces of evidence");
    }

    [Fact]
    public void Evidence_does_not_settle_what_is_contested() => Assert.Equal(Standing.Contested, Acme.Waiting()
        .Fill(Ben, "evidence", "c3", ("kind", "Observation"), ("text", "Tickets lay untouched")).Tree.Find("c3")!.Standing);

    [Fact]
    public void A_doubt_needs_a_reason()
    {
        Acme.Four().When(new Contest("c3", "R&D delivered more than ever") { By = Ben, At = Start }).Then<Contested>();
        Acme.Four().When(new Contest("c3", "") { By = Ben, At = Start }).ThenRefused("what speaks against it", "reason");
    }

    [Fact]
    public void A_task_to_go_and_see_needs_both_its_owner_and_its_day()
    {
        var today = Start.InUtc().Date;
        Acme.Four().When(new Contest("c3", "Is it?", Dana, today) { By = Ben, At = Start }).Then<Contested>();
        Acme.Four().When(new Contest("c3", "Is it?", Dana) { By = Ben, At = Start }).ThenRefused("by when Dana", "due");
        Acme.Four().When(new Contest("c3", "Is it?", null, today) { By = Ben, At = Start }).ThenRefused("who goes and sees", "owner");
        Acme.Four().When(new Contest("c3", "Is it?", Dana, today.PlusDays(-2)) { By = Ben, At = Start }).ThenRefused("has passed", "due");
    }

    [Fact]
    public void What_is_being_looked_at_is_not_contested_again() =>
        Acme.Waiting().When(new Contest("c3", "Me too") { By = Chen, At = Start }).ThenRefused("Dana has gone to look");

    [Theory]
    [InlineData("Supports", Standing.Supported)]
    [InlineData("Refutes", Standing.Refuted)]
    [InlineData("Unclear", Standing.Contested)]
    public void Who_went_reports_and_the_branch_goes_on(string outcome, Standing standing)
    {
        var thread = Acme.Waiting().Fill(Dana, "saw", "c3", ("finding", "Tickets wait 51 days for a release"), ("outcome", outcome));
        Assert.Equal(standing, thread.Tree.Find("c3")!.Standing);
        Assert.Null(thread.Tree.WaitsFor(thread.Tree.Find("c4")!));
        Assert.Empty(thread.Page!.Reminders);
    }

    [Fact]
    public void The_owner_and_the_facilitator_report_and_others_may_not()
    {
        var report = new ReportFinding("c3", "Tickets wait", FindingOutcome.Supports) { By = Dana, At = Start };
        Acme.Waiting().When(report).Then<WentAndSaw>();
        Acme.Waiting().When(report.By(Ana)).Then<WentAndSaw>();
        Acme.Waiting().When(report.By(Ben)).ThenRefused("Dana went to look");
        Acme.Four().When(report).ThenRefused("Nobody was asked");
        Acme.Waiting().When(new ReportFinding("c3", "", FindingOutcome.Supports) { By = Dana, At = Start }).ThenRefused("what you saw", "finding");
    }

    [Fact]
    public void Only_the_facilitator_refutes_and_says_why()
    {
        Acme.Four().When(new Refute("c5", "Both renewed") { By = Ana, At = Start }).Then<Refuted>();
        Acme.Four().When(new Refute("c5", "Both renewed") { By = Chen, At = Start }).ThenRefused("Only the facilitator can refute an answer, and that's Ana");
        Acme.Four().When(new Refute("c5", " ") { By = Ana, At = Start }).ThenRefused("what rules it out", "reason");
    }

    [Fact]
    public void A_refuted_answer_is_kept_and_the_question_goes_back_to_what_it_was_to_explain()
    {
        var thread = Acme.Four().Fill(Ana, "refute", "c2", ("reason", "They were on time"));
        Assert.Equal(5, thread.Tree.Causes.Length);
        Assert.Equal("c1", thread.Tree.Focus);
        Assert.Equal(["c1", "c5"], thread.Tree.Leaves().Select(cause => cause.Id));
    }

    [Fact]
    public void The_facilitator_restores_what_was_refuted_or_contested_and_nothing_else()
    {
        var refuted = Acme.Four().Fill(Ana, "refute", "c5", ("reason", "Both renewed"));
        refuted.When(new Restore("c5") { By = Ana, At = Start }).Then<Restored>();
        refuted.When(new Restore("c5") { By = Ben, At = Start }).ThenRefused("Only the facilitator");
        Acme.Four().When(new Restore("c5") { By = Ana, At = Start }).ThenRefused("Nobody disputes");
        Assert.Equal(Standing.Proposed, refuted.Press(Ana, "restore", "c5").Tree.Find("c5")!.Standing);
    }

    [Fact]
    public void The_owner_is_reminded_on_the_day_at_nine_and_once_the_day_after_and_then_no_more()
    {
        var thread = Acme.Waiting();
        Assert.Equal(Instant.FromUtc(2026, 11, 30, 9, 0), Assert.Single(thread.Page!.Reminders).At);
        thread.Ring();
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 9, 0), Assert.Single(thread.Page.Reminders).At);
        thread.Ring();
        Assert.Empty(thread.Page.Reminders);
    }

    [Fact]
    public void A_reminder_that_rings_twice_says_nothing_twice()
    {
        var thread = Acme.Waiting();
        var at = thread.Page!.Reminders[0].At;
        thread.Ring();
        thread.When(new Nudge("c3") { By = Ana, At = at }).ThenNothing();
        Acme.Four().When(new Nudge("c3") { By = Ana, At = at }).ThenNothing();
        Acme.Concluded().When(new Nudge("c3") { By = Ana, At = at }).ThenNothing();
    }

    [Fact]
    public void Anybody_says_yes_to_a_step_and_its_author_and_time_are_kept() =>
        Assert.All(Acme.ReadyToConclude().Tree.Causes, cause => Assert.Equal(Chen, cause.Held!.By));

    [Fact]
    public void A_yes_to_words_that_have_changed_is_refused()
    {
        var thread = Acme.Four();
        var fingerprint = ReadBack.Fingerprint(thread.Tree, ["c4"]);
        thread.When(new HoldLinks(["c4"], fingerprint) { By = Ben, At = Start }).Then<LinksHeld>();
        thread.Fill(Ana, "reword", "c4", ("text", "Release planning doesn't look at capacity"));
        thread.When(new HoldLinks(["c4"], fingerprint) { By = Ben, At = Start }).ThenRefused("has changed since");
    }

    [Fact]
    public void A_second_yes_is_told_so()
    {
        var thread = Acme.ReadyToConclude();
        thread.When(new HoldLinks(["c4"], ReadBack.Fingerprint(thread.Tree, ["c4"])) { By = Ben, At = Start }).ThenRefused("said yes to these already");
    }

    [Fact]
    public void A_no_contests_the_cause_and_says_what_is_missing()
    {
        Acme.Four().When(new DoubtLinks(["c4"], "Planning isn't the only queue") { By = Ben, At = Start }).Then<LinksDoubted>();
        Acme.Four().When(new DoubtLinks(["c4"], "") { By = Ben, At = Start }).ThenRefused("what's missing", "missing");
        Acme.Four().When(new DoubtLinks(["c77"], "Something") { By = Ben, At = Start }).ThenRefused("isn't on the tree");
    }

    [Fact]
    public void Steps_are_answered_one_by_one_with_a_single_form()
    {
        var thread = Acme.Four().Press(Ana, "readback");
        var post = thread.Last.Replies.OfType<Chat.Post>().Single();
        var press = post.Card.Blocks.OfType<Chat.Buttons>().Single().Items[1].Press;
        thread.Press(Ben, press).Fill(Ben, thread.Form.Press, ("c4", "yes"), ("c3", "no"), ("c2", "skip"), ("c1", "yes"), ("c5", "yes"), ("missing", "Waiting isn't lateness"));
        Assert.Equal(Standing.Contested, thread.Tree.Find("c3")!.Standing);
        Assert.Equal(["c1", "c4", "c5"], thread.Tree.Causes.Where(cause => cause.Held is not null).Select(cause => cause.Id));
    }
}
