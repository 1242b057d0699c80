using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using Period = OutcomeBot.Core.Practices.Metrics.Period;

namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>What short lines are taken for.</summary>
public sealed class LineTests
{
    private static readonly LocalDate s_today = new(2026, 11, 23);

    [Theory]
    [InlineData("Q4", "Q4 2026", "2026-12-31")]
    [InlineData("q1", "Q1 2026", "2026-03-31")]
    [InlineData("Q4 2025", "Q4 2025", "2025-12-31")]
    [InlineData("2026-Q3", "Q3 2026", "2026-09-30")]
    [InlineData("week 2026-W31", "2026-W31", "2026-08-02")]
    [InlineData("w48", "2026-W48", "2026-11-29")]
    [InlineData("week 50", "2025-W50", "2025-12-14")]
    [InlineData("2026-W53", "2026-W53", "2027-01-03")]
    [InlineData("Nov", "Nov 2026", "2026-11-30")]
    [InlineData("december", "Dec 2025", "2025-12-31")]
    [InlineData("2026-11", "Nov 2026", "2026-11-30")]
    [InlineData("Feb 2024", "Feb 2024", "2024-02-29")]
    [InlineData("2025", "2025", "2025-12-31")]
    [InlineData("2026-11-20", null, "2026-11-20")]
    [InlineData("4 Dec 2025", null, "2025-12-04")]
    [InlineData("today", null, "2026-11-23")]
    [InlineData("last week", "2026-W47", "2026-11-22")]
    [InlineData("last month", "Oct 2026", "2026-10-31")]
    [InlineData("for Q2", "Q2 2026", "2026-06-30")]
    public void Any_calendar_period_is_understood(string typed, string? name, string last)
    {
        var period = Period.Of(typed, s_today)!;
        Assert.Equal((name, last), (period.Name, NodaTime.Text.LocalDatePattern.Iso.Format(period.Last)));
        Assert.Equal(period, Period.Of(ImportReading.TextOf(period), new LocalDate(2031, 2, 3)));
    }

    [Theory]
    [InlineData("Q5")]
    [InlineData("2025-W53")]
    [InlineData("04/12/2026")]
    [InlineData("31 Feb 2026")]
    [InlineData("ma")]
    [InlineData("soon")]
    public void What_may_be_two_days_or_none_is_no_period(string typed) => Assert.Null(Period.Of(typed, s_today));

    [Theory]
    [InlineData("88", 88)]
    [InlineData("-16", -16)]
    [InlineData("\u221216.5", -16.5)]
    [InlineData("(2.7)", -2.7)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("12,5", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("0.125", 0.125)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("1 234 567", 1234567)]
    public void Numbers_are_read_as_people_write_them(string typed, double value) =>
        Assert.Equal((decimal)value, Assert.IsType<Amount.Exactly>(Amount.Of(typed)).Value);

    [Theory]
    [InlineData("1,234")]
    [InlineData("12.345")]
    public void A_mark_before_three_digits_may_be_two_things(string typed) => Assert.IsType<Amount.Either>(Amount.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData("12,34,567")]
    [InlineData("1.2.3")]
    [InlineData("1e9")]
    [InlineData("10000000000000000")]
    [InlineData("many")]
    public void Anything_else_is_no_number(string typed) => Assert.IsType<Amount.None>(Amount.Of(typed));

    [Theory]
    [InlineData("lead-time 88 days Q4", "lead-time", "record", "88 days Q4")]
    [InlineData("Lead time 88", "Lead time", "record", "88")]
    [InlineData("revenue -5.2% Q4", "revenue", "record", "-5.2% Q4")]
    [InlineData("\"p85 of 10 teams\" 12 days", "p85 of 10 teams", "record", "12 days")]
    [InlineData("lead-time", "lead-time", "show", "")]
    [InlineData("lead-time target 57 by 2026-12-31", "lead-time", "target", "57 by 2026-12-31")]
    [InlineData("growth = growth of revenue", "growth", "=", "growth of revenue")]
    [InlineData("lead-time drives revenue-growth", "lead-time", "drives", "revenue-growth")]
    [InlineData("", "", "list", "")]
    [InlineData("import", "", "import", "")]
    [InlineData("imports per day 5", "imports per day", "record", "5")]
    public void A_line_is_taken_apart(string typed, string name, string verb, string rest) => Assert.Equal(new MetricLine(name, verb, rest), MetricLine.Of(typed));

    [Fact]
    public void What_follows_the_name_says_value_unit_period_source_and_reason()
    {
        var typing = MetricLine.TypingOf("5.2 % 2026-11-20 source finance report because a typo", s_today);
        Assert.Equal((new Amount.Exactly(5.2m), "%", "finance report", "a typo"), (typing.Amount, typing.Unit, typing.Source, typing.Why));
        Assert.Equal(new LocalDate(2026, 11, 20), typing.Period?.Last);
    }

    [Theory]
    [InlineData("growth of revenue", FormulaKind.Growth, "growth of revenue")]
    [InlineData("= share of net profit in revenue", FormulaKind.Share, "share of net profit in revenue")]
    [InlineData("net-sales - total-opex", FormulaKind.Sum, "net-sales - total-opex")]
    [InlineData("a + b - c", FormulaKind.Sum, "a + b - c")]
    [InlineData("cost / items", FormulaKind.Ratio, "cost / items")]
    public void A_formula_reads_as_it_is_written(string typed, FormulaKind kind, string said)
    {
        var formula = Formula.Of(typed)!;
        Assert.Equal((kind, said), (formula.Kind, formula.ToString()));
        Assert.Equal(formula, Formula.Of(formula.ToString()));
    }

    [Theory]
    [InlineData("Lead time", "lead-time")]
    [InlineData("LEAD_TIME", "leadtime")]
    public void A_name_is_the_same_however_it_is_written(string one, string other) => Assert.Equal(MetricName.IdOf(one), MetricName.IdOf(other));
}
