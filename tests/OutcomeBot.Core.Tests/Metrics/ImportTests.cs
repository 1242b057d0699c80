using OutcomeBot.Core.Practices.Metrics;

namespace OutcomeBot.Core.Tests.Metrics;

public sealed class ImportTests
{
    [Fact]
    public void One_value_a_line_with_errors_named_by_their_line()
    {
        var room = new Room();
        var page = room.Bring("""
            metric,date,value,source
            lead-time (days),2026-09-30,69,"Jira, Sprint report"
            lead-time (days),2026-13-01,70,
            lead-time (days),2026-10-31,soon,
            revenue (M EUR),Q3 2026,48.4,
            revenue (M EUR),Q3 2026,48.5,
            revenue (M EUR),Q3 2027,50,
            ,Q1 2026,1,
            """);
        Golden.Check("Metrics", "import-errors", room.CardOf(page));
        room.Press($"metric/{page.Subject.Id}/confirm");
        Assert.Equal((69m, "Jira, Sprint report"), (room.Metric("lead-time").Last!.Value, room.Metric("lead-time").Last!.Source));
        Assert.Equal("M EUR", room.Metric("revenue").Unit);
    }

    [Theory]
    [InlineData("metric;date;value\nrevenue;2026-10-31;1.234,5\nrevenue;2026-09-30;1.200", 1200)]
    [InlineData("metric\tdate\tvalue\nrevenue\t2026-10-31\t1,234.5\nrevenue\t2026-09-30\t1,200", 1200)]
    public void A_cell_that_can_only_be_read_one_way_tells_how_the_others_are_written(string text, int first)
    {
        var room = new Room();
        room.Press($"metric/{room.Bring(text).Subject.Id}/confirm");
        Assert.Equal([first, 1234.5m], room.Metric("revenue").Values.Select(value => value.Value));
    }

    [Fact]
    public void A_file_that_leaves_it_open_is_asked_about()
    {
        var room = new Room().Fill("metric/-/import", ("file", "metric,date,value\nrevenue,2026-10-31,\"1,234\""));
        Assert.Contains("Say on the form how decimals are written", room.Wrong.Sentence, StringComparison.Ordinal);
        var page = room.Bring("metric,date,value\nrevenue,2026-10-31,\"1,234\"", ("notation", "Point"));
        Assert.Equal(1234m, ((Importing)page.State).Sheet.Series.Single().Values.Single().Value);
    }

    [Fact]
    public void A_table_drawn_with_bars_is_read_as_it_stands()
    {
        var room = new Room();
        var sheet = ((Importing)room.Bring("""
            | | Q1 | Q2 |
            |---|---|---|
            | Revenue | 36.7 | 44.0 |
            | Margin | 94% | 91% |
            """).State).Sheet;
        Assert.Equal([("Revenue", ""), ("Margin", "%")], sheet.Series.Select(series => (series.Name, series.Unit ?? "")));
        Assert.Equal([36.7m, 44.0m], sheet.Series[0].Values.Select(value => value.Value));
        Assert.Equal(["Q1 2026", "Q2 2026"], sheet.Series[0].Values.Select(value => value.Period));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("a,b\n1,2")]
    [InlineData("\0\0\0\n\0")]
    [InlineData("\"never closed\nQ1,Q2\n1")]
    public void A_file_that_says_nothing_is_refused_in_a_sentence(string text)
    {
        var room = new Room().Fill("metric/-/import", ("file", text));
        Assert.EndsWith(".", room.Wrong.Sentence, StringComparison.Ordinal);
        Assert.Empty(room.Last.Changes);
    }

    [Fact]
    public void Too_much_at_once_is_refused_with_the_bound()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 1001).Select(index => $"m{index % 50},{new NodaTime.LocalDate(2020, 1, 1).PlusDays(index):uuuu-MM-dd},1"));
        Assert.Contains("1,000 values", new Room().Fill("metric/-/import", ("file", "metric,date,value\n" + lines)).Wrong.Sentence, StringComparison.Ordinal);
        Assert.Contains("200 kB", new Room().Fill("metric/-/import", ("file", new string('x', 200_001))).Wrong.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_import_replaced_holds_again_after_its_undo_and_a_later_correction_stays()
    {
        var room = new Room().Type("revenue 50 M Q4").Type("cost 9 M Q4");
        var page = room.Bring("metric,period,value,unit\nrevenue,Q4 2026,50.9,M\ncost,Q4 2026,10,M\nitems,Q4 2026,3131,");
        Assert.Contains("1 new, 0 there already, 2 would take the place of another value", room.CardOf(page), StringComparison.Ordinal);
        room.Press($"metric/{page.Subject.Id}/confirm").Type("cost 11 M Q4 because the invoice was late");
        Assert.Equal((50.9m, 11m), (room.Metric("revenue").Last!.Value, room.Metric("cost").Last!.Value));
        room.Press($"metric/{page.Subject.Id}/undo");
        Assert.Equal((50m, 11m), (room.Metric("revenue").Last!.Value, room.Metric("cost").Last!.Value));
        Assert.Empty(room.Metric("items").Values);
        Golden.Check("Metrics", "import-undone", room.CardOf(page));
    }

    [Fact]
    public void An_import_is_confirmed_once()
    {
        var room = new Room();
        var page = room.Bring("metric,period,value\nrevenue,Q4 2026,50.9");
        room.Press($"metric/{page.Subject.Id}/confirm").Press($"metric/{page.Subject.Id}/confirm", Room.Ben);
        Assert.Contains("Ana has imported it already", room.Whispered, StringComparison.Ordinal);
    }
}
