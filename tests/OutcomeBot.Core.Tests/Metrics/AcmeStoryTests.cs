using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>From the table to the alarm to the question why.</summary>
public sealed class AcmeStoryTests
{
    [Fact]
    public void The_preview_names_every_disagreement_before_anything_is_kept()
    {
        var room = new Room();
        var page = room.Bring(AcmeTable.Csv, ("source", "finance report 2026"));
        Golden.Check("Metrics", "acme-preview", room.CardOf(page));
        Assert.False(room.Has("Revenue"));
    }

    [Fact]
    public void The_table_becomes_metrics_that_know_what_they_are_made_of()
    {
        var room = AcmeTable.Imported();
        Assert.Equal([34.5m, 40.1m, 43.6m, 46.3m], room.Metric("net sales").Values.Select(value => value.Value));
        Assert.Equal(new Disagreement("Q2 2026", 40.1m, 40.0m, true), Assert.Single(room.Kept("Net sales").Disagreements));
        Assert.Equal(["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"], room.Metric("Lead time").Values.Select(value => value.Period));
        Assert.Equal("days", room.Metric("Lead time").Unit);
        Assert.Contains(new Edge(EdgeKind.Component, Side.Above, "Net sales"), room.Kept("Revenue").Edges);
        Assert.Contains(new Edge(EdgeKind.Component, Side.Below, "Revenue"), room.Kept("Net sales").Edges);
    }

    [Fact]
    public void The_profit_margin_is_worked_out_on_revenue_with_a_decimal_more_than_the_table_prints()
    {
        var margin = AcmeTable.Imported().Metric("profit margin");
        Assert.Equal([-7.4m, -7.5m, -11.4m, -15.5m], margin.Values.Select(value => Math.Round(value.Value, 1)));
        Assert.All(margin.Values, value => Assert.Equal("formula: share of Net profit in Revenue", value.Source));
        var limits = ProcessLimits.Of([.. margin.Values.Select(value => value.Value)])!;
        Assert.Equal((-10.4m, -17.7m, -3.2m, true), (Math.Round(limits.Centre, 1), Math.Round(limits.Lower, 1), Math.Round(limits.Upper, 1), limits.IsProvisional));
    }

    [Fact]
    public void The_margin_reaches_the_limit_of_the_board_in_1_to_2_quarters_and_one_click_asks_why()
    {
        var room = AcmeTable.Imported().Type("profit margin threshold -20 % warn -15 % then the board meets within a week");
        Assert.Contains("in 1 to 2 quarters if it goes on so", room.Card("profit margin"), StringComparison.Ordinal);
        Assert.True(room.Said<Chat.Post>());
        Golden.Check("Metrics", "acme-margin", room.Card("profit margin"));

        room.Press("metric/profitmargin/askwhy");
        var concern = Concern.Of(Assert.Single(room.Sent).Text)!;
        Assert.Equal("why/metric", room.Sent[0].To);
        Assert.Equal(new Concern("Why is Profit margin falling?", "Profit margin", "-7.4 % in Q1 2026, -15.5 % in Q4 2026", "since Q1 2026", "metric Profit margin: formula: share of Net profit in Revenue"), concern);

        room.Press("metric/profitmargin/askwhy", Room.Ben);
        Assert.Single(room.Sent);
        Assert.Contains("Ana has asked why about this value already", room.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Revenue_growth_follows_from_revenue_and_names_no_average()
    {
        var room = AcmeTable.Imported().Type("revenue-growth = growth of revenue");
        Assert.Equal([19.9m, 10.0m, 5.2m], room.Metric("revenue growth").Values.Select(value => Math.Round(value.Value, 1)));
        Assert.Equal("%", room.Metric("revenue growth").Unit);
        room.Type("lead-time drives revenue-growth");
        Assert.Contains("Driven by Lead time", room.Card("revenue growth"), StringComparison.Ordinal);
        Assert.Contains("Drives revenue-growth", room.Card("lead time"), StringComparison.Ordinal);
        Golden.Check("Metrics", "acme-growth", room.Card("revenue growth"));
    }

    [Fact]
    public void A_corrected_part_carries_up_to_everything_that_is_made_of_it()
    {
        var room = AcmeTable.Imported().Type("revenue-growth = growth of revenue");
        room.Type("revenue 52.5 Q4 because the December invoices came in");
        Assert.Equal(8.5m, Math.Round(room.Metric("revenue growth").Last!.Value, 1));
        Assert.Equal(-15.0m, Math.Round(room.Metric("profit margin").Last!.Value, 1));
        Assert.Contains("corrected, was 50.9", room.Card("revenue"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_table_again_changes_nothing_and_an_undone_import_leaves_nothing()
    {
        var room = new Room();
        var first = room.Bring(AcmeTable.Csv);
        room.Press($"metric/{first.Subject.Id}/confirm");
        var before = room.Card("net sales");
        var second = room.Bring(AcmeTable.Csv);
        Assert.Contains("0 new, 48 there already, 0 would take the place", room.CardOf(second), StringComparison.Ordinal);
        room.Press($"metric/{second.Subject.Id}/confirm");
        Assert.Equal(before, room.Card("net sales"));
        room.Press($"metric/{second.Subject.Id}/undo");
        Assert.Equal(before, room.Card("net sales"));
        room.Press($"metric/{first.Subject.Id}/undo");
        Assert.Empty(room.Metric("net sales").Values.Where(value => !value.Source.StartsWith("formula", StringComparison.Ordinal)));
        Assert.Empty(room.Metric("revenue").Values);
        room.Press($"metric/{first.Subject.Id}/undo", Room.Ben);
        Assert.Contains("Ana has undone it already", room.Whispered, StringComparison.Ordinal);
    }
}
