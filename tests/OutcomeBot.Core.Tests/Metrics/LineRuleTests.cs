using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>Given a metric with values, what its lines, formulas, links and lists say.</summary>
public sealed class LineRuleTests
{
    private static readonly (string, string)[] s_leadTime =
        [("unit", "days"), ("better", "Lower"), ("starts", "the customer asks"), ("stops", "the customer can use it"), ("owner", "U1"), ("cadence", "Quarterly"), ("level", "Flow")];

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
    public void A_target_that_was_reviewed_is_no_target_any_more_and_its_end_stands_on_the_card()
    {
        var room = Defined().Type("lead-time target 57 days by 2026-12-31");
        room.Hand("metric/leadtime/settled", """{"target":{"value":57.0,"by":"2026-12-31"},"outcome":"Missed"}""");
        Assert.Null(room.Metric("lead-time").Target);
        Assert.Contains("Last target: 57 days by Thu 31 Dec 2026 · missed, reviewed by Ben", room.Card("lead-time"), StringComparison.Ordinal);
        Assert.Contains("Target: 50 days", room.Type("lead-time target 50 days").Card("lead-time"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_of_an_older_target_leaves_the_newer_one_as_it_is()
    {
        var room = Defined().Type("lead-time target 50 days by 2026-12-31");
        room.Hand("metric/leadtime/settled", """{"target":{"value":57,"by":"2026-12-31"},"outcome":"Met"}""");
        Assert.Equal(50m, room.Metric("lead-time").Target?.Value);
        Assert.Null(room.Kept("lead-time").Settled);
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
        var room = Defined().Hand("metric/leadtime/linked", new Linked("why", "s1", "Why is lead-time rising?").ToText());
        room.Hand("metric/leadtime/linked", new Linked("why", "s1", "Why is lead-time rising?").ToText());
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
    public void Numbers_typed_without_a_unit_get_it_with_their_first_definition_and_keep_it()
    {
        var room = new Room().Type("revenue 50 Q3").Fill("metric/revenue/define", ("unit", "M EUR"), ("better", "Higher"));
        Assert.Equal("M EUR", room.Metric("revenue").Unit);
        Assert.Equal("unit", room.Fill("metric/revenue/define", ("unit", "M USD"), ("better", "Higher")).Wrong.Field);
    }

    [Fact]
    public void Every_form_fits_every_platform()
    {
        Form[] forms =
        [
            .. new[] { "define", "record", "correct", "target", "threshold", "limits", "split", "retire" }.Select(verb => Defined().Press($"metric/leadtime/{verb}").Form),
            new Room().Press("metric/-/new").Form, new Room().Press("metric/-/record").Form, new Room().Type("import").Form, new Room().Type("revenue 1,234 EUR Q3").Form,
        ];
        Assert.All(forms, form =>
        {
            Assert.InRange(form.Title.Length, 1, 24);
            Assert.InRange(form.Submit.Length, 1, 24);
            Assert.All(form.Fields, field => Assert.InRange(field.Label.Length, 1, 48));
            Assert.All(form.Fields, field => Assert.InRange(field.Hint?.Length ?? 0, 0, 150));
            Assert.All(form.Fields.OfType<ChoiceField>(), choice => Assert.InRange(choice.Options.Length, 2, 100));
            Assert.Equal(form.Fields.Length, form.Fields.Select(field => field.Name).Distinct().Count());
        });
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
