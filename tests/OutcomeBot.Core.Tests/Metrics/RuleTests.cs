using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Metrics;

public sealed class RuleTests
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

    [Fact]
    public void A_warning_comes_before_its_limit()
    {
        var room = Growth().Type("margin threshold -20 % warn -25 %");
        Assert.Contains("The warning must come before the limit", room.Whispered, StringComparison.Ordinal);
        Assert.Equal(new RiskThreshold(-20, -15, Heading.Down, "review spending"), Growth().Type("margin threshold -20 % warn -15 % then review spending").Kept("margin").Threshold);
        Assert.Equal(new RiskThreshold(-20, null, Heading.Down, null), Growth().Type("margin threshold -20").Kept("margin").Threshold);
    }

    [Fact]
    public void The_alarm_is_posted_when_a_value_reaches_the_warning_and_not_again_while_it_stays_there()
    {
        var room = Growth().Type("margin threshold -20 % warn -15 % then review spending");
        Assert.False(room.Said<Post>());
        Assert.True(room.Type("margin -16 % Q3").Said<Post>());
        Golden.Check("Metrics", "alarm", CardText.Of(room.Last.Replies.OfType<Post>().Single().Card));
        Assert.False(room.Type("margin -17 % Q4").Said<Post>());
    }

    [Fact]
    public void A_target_says_how_far_it_is_and_other_practices_can_set_it()
    {
        var room = Defined().Type("lead-time target 57 days by 2026-12-31");
        Assert.Equal(new MetricTarget(57, new NodaTime.LocalDate(2026, 12, 31)), room.Metric("lead-time").Target);
        Assert.Contains("Target: 57 days by Thu 31 Dec 2026 · 31 days to go", room.Card("lead-time"), StringComparison.Ordinal);
        room.Hand("metric/leadtime/target", """{"value":60,"by":"2027-01-31"}""");
        Assert.Equal(60m, room.Metric("lead-time").Target?.Value);
        Assert.Null(room.Type("lead-time target none").Metric("lead-time").Target);
        Assert.Contains("That date is past", room.Type("lead-time target 57 by 2026-01-31").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Locked_limits_stay_when_values_are_added_and_a_split_begins_a_new_process()
    {
        var room = Months(10, 12, 11, 13, 12, 10);
        room.Fill("metric/openbugs/limits", ("from", "2026-01-01"), ("to", "2026-06-30"), ("reason", "before the new release train"));
        var limits = room.Kept("open bugs").Limits!.Limits;
        room.Type("open-bugs 40 Jul");
        Assert.Equal(limits, room.Kept("open bugs").Limits!.Limits);
        Assert.Contains("signal: outside the natural process limits", room.Card("open bugs"), StringComparison.Ordinal);
        room.Type("open-bugs 41 Aug").Fill("metric/openbugs/split", ("from", "2026-07-01"), ("reason", "the release train runs"));
        Assert.Contains("noise: routine variation", room.Card("open bugs"), StringComparison.Ordinal);
        Golden.Check("Metrics", "split", room.Card("open bugs"));
    }

    [Fact]
    public void Limits_need_a_reason_and_two_values()
    {
        Assert.Equal("from", Months(10, 12).Fill("metric/openbugs/limits", ("from", "2026-01-01"), ("to", "2026-01-31"), ("reason", "calm")).Wrong.Field);
        Assert.Equal("reason", Months(10, 12).Fill("metric/openbugs/limits", ("from", "2026-01-01"), ("to", "2026-12-31"), ("reason", " ")).Wrong.Field);
    }

    [Fact]
    public void The_difference_of_two_shares_is_in_percentage_points()
    {
        var room = new Room().Type("margin 10 % Q1").Type("goal 12 % Q1").Type("gap = goal - margin");
        Assert.Equal(("pp", 2m), (room.Metric("gap").Unit, room.Metric("gap").Last!.Value));
        room.Fill("metric/-/define", ("name", "gap two"), ("unit", "%"), ("better", "Higher"), ("formula", "goal - margin"));
        Assert.Contains("in percentage points (pp), not in %", room.Wrong.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_over_unlike_units_is_refused()
    {
        var room = Defined().Type("revenue 50 EUR Q4").Type("nonsense = revenue - lead-time");
        Assert.Contains("which can't be done", room.Whispered, StringComparison.Ordinal);
        Assert.False(room.Has("nonsense"));
        Assert.Contains("There's no metric named absent", room.Type("odd = growth of absent").Whispered, StringComparison.Ordinal);
        Assert.Contains("can't be made of itself", room.Type("revenue = growth of revenue").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_that_lead_in_a_circle_come_to_rest()
    {
        var room = new Room().Type("a 1 Q1").Type("b 1 Q1").Type("c = a + b").Type("a = c + b");
        Assert.InRange(room.Type("b 5 Q1 because it was wrong").Steps, 1, 100);
    }

    [Fact]
    public void Growth_is_not_worked_out_over_a_gap()
    {
        var room = new Room().Type("revenue 40 Q1").Type("revenue 60 Q3").Type("growth = growth of revenue");
        Assert.Empty(room.Metric("growth").Values);
    }

    [Fact]
    public void What_a_metric_led_to_is_told_back_and_stands_on_its_card()
    {
        var room = Defined().Hand("metric/leadtime/linked", new Linked("why", "s1", "Why is lead-time rising?").Text);
        room.Hand("metric/leadtime/linked", new Linked("why", "s1", "Why is lead-time rising?").Text);
        Assert.Single(room.Kept("lead-time").Links);
        Assert.Contains("Led to: Why is lead-time rising?", room.Card("lead-time"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_says_aloud_what_it_draws()
    {
        var room = Months(10, 12, 11, 13, 12, 10, 40).Type("picture open-bugs");
        var plot = Assert.IsType<Plot>(Assert.Single(room.Last.Replies.OfType<Post>().Single().Card.Blocks));
        Assert.Equal((7, "n = 7"), (plot.Points.Length, plot.Subtitle));
        Assert.Contains("from 10 in Jan 2026 to 40 in Jul 2026", plot.AltText, StringComparison.Ordinal);
        Assert.Contains("A picture needs two values", Defined().Type("lead-time picture").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_nobody_has_named_is_not_invented_by_looking_at_it()
    {
        var room = Defined().Type("lead-tme");
        Assert.Contains("Did you mean lead-time?", room.Whispered, StringComparison.Ordinal);
        Assert.False(room.Has("lead-tme"));
    }

    [Fact]
    public void The_list_shows_what_is_in_use()
    {
        Golden.Check("Metrics", "list", Defined().Type("revenue 50.9 Q4").Type("").Whispered);
        Golden.Check("Metrics", "list-empty", new Room().Type("").Whispered);
        Golden.Check("Metrics", "help", new Room().Type("help").Whispered);
    }

    [Theory]
    [InlineData("metric/leadtime/record", "{")]
    [InlineData("metric/leadtime/record", "{\"name\":\"lead-time\"}")]
    [InlineData("metric/leadtime/target", "57")]
    [InlineData("metric/leadtime/edge", "{\"name\":\"x\",\"kind\":\"Component\",\"side\":\"Sideways\"}")]
    [InlineData("metric/leadtime/nothing", "x")]
    public void What_is_handed_over_wrongly_changes_nothing(string to, string text)
    {
        var room = Defined();
        var before = room.Card("lead-time");
        Assert.Equal(before, room.Hand(to, text).Card("lead-time"));
    }

    [Fact]
    public void What_was_typed_never_turns_into_a_name_longer_than_the_id_of_a_page()
    {
        var room = new Room().Type(new string('x', 70) + " 5");
        Assert.Contains("at most 60 characters", room.Whispered, StringComparison.Ordinal);
        Assert.True(new Room().Type("Durchlaufzeit für Kundenwünsche 5 days Q4").Has("Durchlaufzeit für Kundenwünsche"));
    }

    private static Room Defined() => new Room().Type("lead-time 88 days Q4").Fill("metric/leadtime/define", s_leadTime);

    private static Room Growth() => new Room().Type("margin -7 % Q1").Type("margin -8 % Q2");

    private static Room Months(params int[] values) =>
        values.Select((value, index) => $"open-bugs {value} 2026-{index + 1:00}").Aggregate(new Room(), (room, line) => room.Type(line));
}
