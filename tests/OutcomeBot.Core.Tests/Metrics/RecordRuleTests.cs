using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>Given a metric, when a value is recorded or it is defined, then this happens or is refused.</summary>
public sealed class RecordRuleTests
{
    private static readonly (string, string)[] s_leadTime =
        [("unit", "days"), ("better", "Lower"), ("starts", "the customer asks"), ("stops", "the customer can use it"), ("owner", "U1"), ("cadence", "Quarterly"), ("level", "Flow")];

    [Fact]
    public void The_first_value_begins_a_metric_and_is_kept_before_anybody_defines_it()
    {
        var room = new Room().Type("lead-time 88 days Q4");
        Assert.Equal((88m, "Q4 2026", "typed by Ana"), (room.Metric("lead time").Last!.Value, room.Metric("lead time").Last!.Period, room.Metric("lead time").Last!.Source));
        Assert.False(room.Kept("lead-time").Definition.IsDefined);
        Assert.Contains("This begins a new metric, lead-time", room.Whispered, StringComparison.Ordinal);
        Golden.Check("Metrics", "undefined", room.Card("lead-time"));
    }

    [Theory]
    [InlineData("lead-time", Better.Lower)]
    [InlineData("production-time", Better.Lower)]
    [InlineData("CHURN", Better.Lower)]
    [InlineData("revenue", Better.Higher)]
    [InlineData("uptime", Better.Higher)]
    [InlineData("on-time-deliveries", Better.Higher)]
    [InlineData("customer_lifetime_value", Better.Higher)]
    [InlineData("error-free-orders", Better.Higher)]
    [InlineData("mean-time-between-failures", Better.Higher)]
    [InlineData("free-trial-churn", Better.Lower)]
    public void Which_way_is_better_is_guessed_from_the_words_of_the_name(string name, Better better) =>
        Assert.Equal(better, new Room().Type($"{name} 88 Q4").Kept(name).Definition.Better);

    [Fact]
    public void A_time_is_not_defined_without_its_clock()
    {
        var room = new Room().Type("lead-time 88 days Q4").Fill("metric/leadtime/define", ("unit", "days"), ("better", "Lower"), ("starts", "the customer asks"));
        Assert.Equal("stops", room.Wrong.Field);
        Assert.False(room.Kept("lead-time").Definition.IsDefined);
        Assert.Equal("from the customer asks to the customer can use it", Defined().Metric("lead-time").Clock);
    }

    [Fact]
    public void A_count_needs_no_clock()
    {
        var room = new Room().Fill("metric/-/define", ("name", "items delivered"), ("unit", "items"), ("better", "Higher"));
        Assert.True(room.Kept("items delivered").Definition.IsDefined);
        Assert.Null(room.Metric("items delivered").Last);
    }

    [Fact]
    public void A_value_in_another_unit_is_refused_with_what_it_would_be()
    {
        var room = Defined().Type("lead-time 2132 hours Q3");
        Assert.Contains("2,132 hours would be 88.8 days of 24 hours, or 266.5 days of 8 working hours", room.Whispered, StringComparison.Ordinal);
        Assert.Single(room.Metric("lead-time").Values);
    }

    [Fact]
    public void Per_cent_and_percentage_points_are_never_mixed()
    {
        var room = new Room().Type("revenue-growth 5.2 % Q4").Type("revenue-growth 5 pp Q3");
        Assert.Contains("the two are never mixed", room.Whispered, StringComparison.Ordinal);
        Assert.Single(room.Metric("revenue-growth").Values);
    }

    [Fact]
    public void A_number_that_may_be_two_is_asked_about_with_everything_else_filled_in()
    {
        var room = new Room().Type("revenue 1,234 EUR Q3 source the ledger");
        Assert.Equal(["1234", "1.234"], room.Form.Fields.OfType<ChoiceField>().Single().Options.Select(option => option.Value));
        Assert.Equal("Q3 2026", room.Form.Fields.OfType<TextField>().Single(field => field.Name == "period").Value);
        room.Fill(room.Form.Press.ToString(), ("name", "revenue"), ("which", "1.234"), ("unit", "EUR"), ("period", "Q3 2026"), ("source", "the ledger"));
        Assert.Equal((1.234m, "the ledger"), (room.Metric("revenue").Last!.Value, room.Metric("revenue").Last!.Source));
    }

    [Fact]
    public void Another_value_for_the_same_period_needs_a_reason_and_the_button_brings_the_form_filled_in()
    {
        var room = Defined().Type("lead-time 86 days Q4", Room.Ben);
        Assert.Contains("Ana recorded 88 days for Q4 2026 already", room.Whispered, StringComparison.Ordinal);
        room.Press(room.Last.Replies.OfType<Whisper>().Single().Card.Blocks.OfType<Buttons>().Single().Items.Single().Press.ToString());
        Assert.Equal("86", room.Form.Fields.OfType<TextField>().Single(field => field.Name == "value").Value);
        room.Fill(room.Form.Press.ToString(), ("value", "86"), ("period", "Q4 2026"), ("why", "two tickets were test data"));
        Assert.Equal(86m, room.Metric("lead-time").Last!.Value);
        room.Type("lead-time history");
        Golden.Check("Metrics", "history", room.Whispered);
    }

    [Fact]
    public void A_correction_in_one_line_keeps_the_old_value_readable()
    {
        var room = Defined().Type("lead-time 86 days Q4 because the clock was wrong", Room.Ben);
        var was = Assert.Single(room.Kept("lead-time").Last!.Was);
        Assert.Equal((88m, "Ana", "the clock was wrong"), (was.Value, was.By.Name, room.Kept("lead-time").Last!.Why));
    }

    [Fact]
    public void The_same_value_again_changes_nothing()
    {
        var room = Defined().Type("lead-time 88 days Q4", Room.Ben);
        Assert.Empty(room.Last.Changes);
        Assert.Contains("stands there already", room.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_has_not_begun_has_no_value_yet()
    {
        var room = Defined().Type("lead-time 60 days Q1 2027");
        Assert.Contains("Q1 2027 hasn't begun yet", room.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_stand_in_the_order_of_their_periods_whenever_they_are_recorded()
    {
        var room = Defined().Type("lead-time 31 days Q1").Type("lead-time 69 days Q3").Type("lead-time 52 days Q2");
        Assert.Equal([31m, 52m, 69m, 88m], room.Metric("lead-time").Values.Select(value => value.Value));
        Golden.Check("Metrics", "defined", room.Card("lead-time"));
    }

    [Fact]
    public void A_value_without_a_period_is_about_the_current_one_of_the_cadence()
    {
        Assert.Equal("Q4 2026", Defined().Type("lead-time 87 because it was re-counted").Metric("lead-time").Last!.Period);
        Assert.Null(new Room().Type("open-bugs 12").Metric("open-bugs").Last!.Period);
    }

    [Fact]
    public void Only_the_owner_changes_the_definition_and_retires_but_anybody_records()
    {
        var room = Defined().Type("lead-time retire nobody looks at it", Room.Ben);
        Assert.Contains("Ana owns lead-time", room.Whispered, StringComparison.Ordinal);
        Assert.Equal(2, room.Type("lead-time 31 Q1", Room.Ben).Metric("lead-time").Values.Length);
        room.Type("lead-time retire nobody looks at it");
        Assert.Equal("nobody looks at it", room.Kept("lead-time").Retired?.Reason);
        Assert.Contains("is retired", room.Type("lead-time 40 days Q2").Whispered, StringComparison.Ordinal);
        Assert.Null(room.Type("lead-time back").Kept("lead-time").Retired);
    }

    private static Room Defined() => new Room().Type("lead-time 88 days Q4").Fill("metric/leadtime/define", s_leadTime);
}
