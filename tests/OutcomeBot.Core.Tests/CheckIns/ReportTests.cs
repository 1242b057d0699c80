using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Core.Statistics;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

/// <summary>The kinds that look something up. The figures of lead time are Acme's; those by week are made up.</summary>
public sealed class ReportTests
{
    private const string Monday = "s1r20261123";
    private static readonly LocalDate s_monday = new(2026, 11, 23);

    [Fact]
    public void A_lead_time_that_signals_is_worth_a_question() => Golden.Check("CheckIns", "target-signal", Target(Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 88), Overdue).Card(Monday));

    [Fact]
    public void Its_picture_is_posted_in_the_thread_with_the_same_words()
    {
        var plot = Assert.IsType<Plot>(Target(Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 88)).Sent.OfType<Post>().Single().Card.Blocks.Single());
        Assert.Equal("lead-time from 52 days (Sat 29 Aug 2026) to 88 days (Sat 21 Nov 2026). Signal, the wrong way: outside the natural process limits (43.1 to 68, n = 13).", plot.AltText);
        Assert.Equal((13, 12, 47m, " days"), (plot.Points.Length, plot.Signals[0].Points.Single(), plot.Target!.Value, plot.Unit.Suffix));
    }

    [Fact]
    public void Without_a_signal_it_is_one_line_and_nothing_is_asked()
    {
        var office = Target(Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 52));
        Golden.Check("CheckIns", "target-noise", office.Card(Monday));
        Assert.Equal("23: Excused (nothing to ask)", LedgerTests.Lines(office));
        Assert.Equal("23: Excused (nothing to ask) | 30: Excused (nothing to ask)", LedgerTests.Lines(office.Until(11, 30, 9)));
    }

    [Fact]
    public void Something_overdue_is_asked_about_also_without_a_signal() =>
        Golden.Check("CheckIns", "target-overdue", Target(Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 52), Overdue).Card(Monday));

    [Fact]
    public void Acmes_four_quarters_are_told_with_provisional_limits() => Golden.Check("CheckIns", "target-acme", Target(Acme() with { Threshold = new RiskThreshold(90, 80, Heading.Up, "Stop selling dates") }).Card(Monday));

    [Fact]
    public void A_target_that_is_met_is_said_to_be() => Assert.Contains("Target 57 days is met.", Target(Weekly(52, 54, 51, 53, 50) with { Target = new MetricTarget(57, new LocalDate(2027, 1, 31)) }).Card(Monday), StringComparison.Ordinal);

    [Fact]
    public void A_date_that_has_passed_asks_for_a_review() => Assert.Contains("which was to be reached by Sun 1 Nov 2026. Review it: met, missed or abandoned?", Target(Weekly(60, 62, 61) with { Target = new MetricTarget(57, new LocalDate(2026, 11, 1)) }).Card(Monday), StringComparison.Ordinal);

    [Fact]
    public void A_metric_that_nobody_defined_is_said_to_be_missing() => Assert.Contains("lead-time isn't defined yet, so nothing is asked.", Target(null).Card(Monday), StringComparison.Ordinal);

    [Fact]
    public void How_often_it_would_have_asked_is_said_when_it_is_planned()
    {
        var office = new Office { Metrics = [Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 88)] };
        Golden.Check("CheckIns", "target-planned", office.Type(Ana, "every Monday 9:00 in my zone: target lead-time").Whispered);
    }

    [Fact]
    public void The_value_that_is_answered_goes_to_its_metric_for_its_date()
    {
        var office = new Office { Metrics = [Acme()] }.Type(Ana, "every Monday 9:00 in my zone: metric lead-time").Until(11, 25, 9);
        Assert.Equal("\"fine\" is no number. Write the value alone, like 88 or 5.2 %.", office.Fill(Ben, Monday, "answer", ("answer", "fine")).Wrong);
        office.Fill(Ben, Monday, "answer", ("answer", "84 days"));
        var over = office.Last.Replies.OfType<HandOver>().Single(over => over.To.StartsWith("metric/", StringComparison.Ordinal));
        Assert.Equal(("metric/leadtime/record", """{"name":"lead-time","source":"check-in","values":[{"period":"2026-11-23","value":84}]}"""), (over.To, over.Text));
        Assert.Contains("Last value: 88 days", office.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void Countermeasures_due_and_overdue() => Golden.Check("CheckIns", "countermeasures", Of("countermeasures", Overdue, Soon).Card(Monday));

    [Fact]
    public void Nothing_due_is_one_line() => Golden.Check("CheckIns", "countermeasures-none", Of("countermeasures").Card(Monday));

    [Fact]
    public void An_effectiveness_check_compares_then_and_now() => Golden.Check("CheckIns", "effectiveness", Of("effectiveness", Check).Card(Monday));

    [Fact]
    public void The_whiteboard_sums_up_what_changed() => Golden.Check("CheckIns", "whiteboard", Of("whiteboard", Overdue).Card(Monday));

    [Fact]
    public void A_coaching_cycle_is_handed_to_whoever_coaches() =>
        Assert.Equal("kata/coach", new Office().Type(Ana, "every Monday 9:00 in my zone: kata").Until(11, 23, 9).Sent.OfType<HandOver>().Single().To);

    private static FoundWork Overdue => Found(new Work(WorkKind.Countermeasure, "Release planning gets a capacity rule", new Person("U4", "Dana"), new LocalDate(2026, 11, 9), Instant.FromUtc(2026, 10, 12, 9, 0), new Press("why", "w1", "saw", "c3"), "leadtime"));

    private static FoundWork Soon => Found(new Work(WorkKind.GoAndSee, "R&D seems slower every quarter", Ben, new LocalDate(2026, 11, 27), Instant.FromUtc(2026, 11, 12, 9, 0)));

    private static FoundWork Check => Found(new Work(WorkKind.EffectivenessCheck, "Did it help? lead-time", Ana, new LocalDate(2026, 11, 20), Instant.FromUtc(2026, 10, 12, 9, 0), null, "leadtime"));

    private static FoundWork Found(Work work) => new(work, new Found(new Subject(Workspace, "why", "w1"), new Place(Workspace, "C1", "t9"), null, new PageIndex("Why is revenue growth declining?", false, [], []), Start, Start, null));

    private static Office Target(Metric? metric, params ImmutableArray<FoundWork> work) =>
        new Office { Metrics = metric is null ? [] : [metric], Work = work }.Type(Ana, "every Monday 9:00 in my zone: target lead-time").Until(11, 23, 9);

    private static Office Of(string kind, params ImmutableArray<FoundWork> work) =>
        new Office { Metrics = [Weekly(52, 54, 51, 53, 55, 52, 54, 53, 51, 52, 54, 53, 88)], Work = work }.Type(Ana, $"every Monday 9:00 in my zone: {kind}").Until(11, 23, 9);

    private static Metric Weekly(params ImmutableArray<decimal> values) => new(
        new Subject(Workspace, "metric", "leadtime"), "lead-time", "days", Better.Lower, "from request to release",
        [.. values.Select((value, index) => new MetricValue(s_monday.PlusDays(-7 * (values.Length - index) + 5), null, value, "typed by Ben", Start, Ben))])
    {
        Target = new MetricTarget(47, new LocalDate(2027, 1, 31)),
    };

    private static Metric Acme() => new(
        new Subject(Workspace, "metric", "leadtime"), "lead-time", "days", Better.Lower, "from request to release",
        [.. new[] { 31m, 52, 69, 88 }.Select((value, index) => new MetricValue(new LocalDate(2025, 12, 31).PlusMonths(3 * index), $"Q{index + 1}", value, "the table of the board", Start, Ana))])
    {
        Target = new MetricTarget(57, new LocalDate(2027, 3, 31)),
    };
}
