using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>What happens after a conclusion: promises are kept or dropped, and somebody looks whether it helped.</summary>
public sealed class FollowUpTests
{
    private static readonly LocalDate s_due = new(2026, 12, 4);
    private static readonly LocalDate s_check = new(2027, 1, 8);

    [Fact]
    public void The_owner_is_reminded_two_days_before_and_once_the_day_after()
    {
        var thread = Acme.Concluded().Ring();
        Assert.Equal(s_due.PlusDays(-2), thread.Now.InUtc().Date);
        Assert.Contains("it's due on Fri 4 Dec 2026", thread.Posted, StringComparison.Ordinal);
        Assert.Equal(s_due.PlusDays(1), thread.Ring().Now.InUtc().Date);
        Assert.Contains("Overdue: Release planning", thread.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain(thread.Page!.Reminders, reminder => reminder.Press.Verb == "done");
    }

    [Fact]
    public void A_reminder_that_rings_twice_says_it_once() =>
        Acme.Concluded().When(new NudgeMeasure("m1") { By = Ana, At = s_due.PlusDays(-3).AtMidnight().InUtc().ToInstant() }).ThenNothing();

    [Fact]
    public void After_a_downtime_one_reminder_stands_for_those_that_were_missed()
    {
        var thread = Acme.Concluded();
        var first = thread.Page!.Reminders[0];
        thread.Ring(s_due.PlusDays(5).AtMidnight().InUtc().ToInstant());
        Assert.Contains("Overdue: Release planning", thread.Posted, StringComparison.Ordinal);
        Assert.DoesNotContain(thread.Page!.Reminders, reminder => reminder.Press == first.Press);
    }

    [Fact]
    public void What_is_agreed_for_tomorrow_is_reminded_of_once()
    {
        var thread = Acme.ReadyToConclude().Fill(Ana, "conclude", null, Acme.With(("due", "2026-11-24"))).Ring();
        Assert.Equal(new LocalDate(2026, 11, 25), thread.Now.InUtc().Date);
        Assert.DoesNotContain(thread.Page!.Reminders, reminder => reminder.Press.Verb == "done");
    }

    [Fact]
    public void Who_has_done_it_says_so_and_is_reminded_no_more()
    {
        var thread = Acme.Concluded().Fill(Dana, "done", null, ("measure", "m1"), ("outcome", "Done"), ("note", "The rule is in the planning tool"));
        Assert.Contains("done, Dana", thread.Card, StringComparison.Ordinal);
        Assert.Equal("check", Assert.Single(thread.Page!.Reminders).Press.Verb);
        Assert.DoesNotContain(new FiveWhysPractice().Works(thread.Page), work => work.Kind == WorkKind.Countermeasure);
        Assert.Contains("has said so already", thread.Fill(Ben, "done", null, ("measure", "m1"), ("outcome", "Done"), ("note", "")).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_dropped_needs_a_reason_and_can_be_taken_up_again()
    {
        var thread = Acme.Concluded();
        Assert.Contains("Say why it is dropped", thread.Fill(Dana, "done", null, ("measure", "m1"), ("outcome", "Dropped"), ("note", "")).Wrong, StringComparison.Ordinal);
        thread.Fill(Dana, "done", null, ("measure", "m1"), ("outcome", "Dropped"), ("note", "The tool can't do it"));
        Assert.Contains("dropped, Dana", thread.Card, StringComparison.Ordinal);
        thread.Fill(Ana, "done", null, ("measure", "m1"), ("outcome", "Open"), ("note", ""));
        Assert.DoesNotContain("dropped, Dana", thread.Card, StringComparison.Ordinal);
        Assert.Contains(thread.Page!.Reminders, reminder => reminder.Press.Verb == "done");
    }

    [Fact]
    public void On_its_day_the_check_asks_in_the_thread_with_the_number_then_and_now()
    {
        var thread = Acme.Concluded().Fill(Dana, "done", null, ("measure", "m1"), ("outcome", "Done"), ("note", ""));
        thread.Metrics = [LeadTime((new LocalDate(2026, 9, 30), 69m), (new LocalDate(2026, 11, 22), 88m), (new LocalDate(2027, 1, 4), 61m))];
        thread.Ring();
        Assert.Equal(s_check, thread.Now.InUtc().Date);
        Golden.Check("FiveWhys", "check", thread.Posted);
        Assert.Equal(s_check.PlusWeeks(1), Assert.Single(thread.Page!.Reminders).At.InUtc().Date);
    }

    [Fact]
    public void A_check_without_a_metric_of_that_name_says_so() => Assert.Contains("No metric of that name is kept here",
        Acme.Concluded().Fill(Dana, "done", null, ("measure", "m1"), ("outcome", "Done"), ("note", "")).Ring().Posted, StringComparison.Ordinal);

    [Theory]
    [InlineData("Yes", "It helped", false)]
    [InlineData("Partly", "It helped in part", true)]
    [InlineData("No", "It didn't help", true)]
    public void What_the_check_finds_stands_on_the_card_and_leads_on_when_it_did_not_help(string helped, string says, bool leadsOn)
    {
        var thread = Acme.Concluded().Fill(Ben, "check", null, ("helped", helped), ("text", "Lead time is 61 days, 4 Jan, board"));
        Assert.Contains($"{says} ·", thread.Card, StringComparison.Ordinal);
        Assert.Equal(leadsOn, thread.Posted.Contains("Reopen", StringComparison.Ordinal));
        Assert.DoesNotContain(thread.Page!.Reminders, reminder => reminder.Press.Verb == "check");
    }

    [Theory]
    [InlineData("helped", "", "Choose whether it helped")]
    [InlineData("text", "", "Say what you see")]
    public void A_check_says_what_is_missing(string field, string text, string because) =>
        Assert.Contains(because, Acme.Concluded().Fill(Ben, "check", null, [.. new[] { ("helped", "Yes"), ("text", "61 days") }.Where(pair => pair.Item1 != field), (field, text)]).Wrong, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_checked_before_it_is_concluded() =>
        Acme.ReadyToConclude().When(new ReportEffect(Helped.Yes, "61 days") { By = Ben, At = Start }).ThenRefused("nothing to check yet");

    [Fact]
    public void Who_begins_the_next_analysis_is_told_of_overdue_promises()
    {
        var earlier = Acme.Concluded();
        var later = earlier.Beside("s2");
        later.Now = s_due.PlusDays(3).AtMidnight().InUtc().ToInstant();
        later.Work = [.. new FiveWhysPractice().Works(earlier.Page!).Select(work => new FoundWork(work, earlier.AsFound()))];
        later.Type(Ben, "Why did the number of incidents in the warehouse double from 4 to 8 since October?");
        Assert.Contains(later.Last.Replies.OfType<Whisper>(), note => CardText.Of(note.Card).Contains("One promise of this channel is overdue", StringComparison.Ordinal));
    }

    private static Metric LeadTime(params (LocalDate Day, decimal Value)[] values) => new(
        new Subject(Workspace, MetricName.Practice, "leadtime"), "lead-time", "days", Better.Lower, "request to delivery",
        [.. values.Select(one => new MetricValue(one.Day, null, one.Value, "board", one.Day.AtMidnight().InUtc().ToInstant(), Ana))]);
}
