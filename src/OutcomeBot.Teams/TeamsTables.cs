using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>Tables as Teams draws them: numbers to the right, so many rows a part that a long one can be split, its heads repeated.</summary>
internal static class TeamsTables
{
    /// <summary>Where there are more columns than a narrow window can show, or a cell is a text of its own, rows are told one under the other.</summary>
    private const int MostColumns = 12;
    private const int LongestCell = 1_000;

    public static IEnumerable<TeamsPart> Parts(Table table)
    {
        foreach (var line in TeamsText.Lines(Words.Of(new Strong(table.Caption)))) yield return TeamsPart.Of(line, table.Caption);
        var parts = table.Columns.Length is > 0 and <= MostColumns && table.Rows.All(row => row.Length <= table.Columns.Length && row.All(cell => CardText.Of(cell).Length <= LongestCell))
            ? Drawn(table)
            : table.Rows.SelectMany(row => Told(table, row));
        foreach (var part in parts) yield return part;
    }

    private static IEnumerable<TeamsPart> Drawn(Table table)
    {
        var head = new TableRow([.. table.Columns.Select((column, index) => Cell(Words.Of(new Strong(column.Head)), Align(table, index)))]);
        var rows = table.Rows.Select(row => new TableRow([.. Enumerable.Range(0, table.Columns.Length).Select(index => Cell(index < row.Length ? row[index] : Words.None, Align(table, index)))])).ToList();
        var size = RowsAPart(table);
        for (var start = 0; start == 0 || start < rows.Count; start += size)
        {
            var some = rows.Skip(start).Take(size).ToImmutableArray();
            var plain = string.Join('\n', table.Rows.Skip(start).Take(size).Select(row => string.Join("  ", row.Select(cell => CardText.Of(cell)))));
            yield return TeamsPart.Of(new TableElement(Columns(table), [head, .. some], FirstRowAsHeaders: true, ShowGridLines: true), plain);
        }
    }

    /// <summary>So many that a part weighs a third of a message at most.</summary>
    private static int RowsAPart(Table table)
    {
        var heaviest = table.Rows.Select(row => row.Sum(cell => 160 + (2 * CardText.Of(cell).Length) + (200 * cell.Spans.Count))).DefaultIfEmpty(1).Max();
        return Math.Clamp(TeamsLimits.MessageLetters / 3 / Math.Max(1, heaviest), 1, 100);
    }

    private static IEnumerable<TeamsPart> Told(Table table, ImmutableArray<Words> row)
    {
        for (var index = 0; index < row.Length; index++)
        {
            var words = index < table.Columns.Length ? Words.Of(new Strong(table.Columns[index].Head), new Plain(": ")) + row[index] : row[index];
            foreach (var line in TeamsText.Lines(words)) yield return TeamsPart.Of(line, string.Concat(line.Inlines.Select(run => run.Text)));
        }
    }

    private static ImmutableArray<TableColumn> Columns(Table table) => [.. table.Columns.Select((_, index) => new TableColumn(1, Align(table, index)))];

    private static string? Align(Table table, int index) => table.Columns[index].Kind == ColumnKind.Number ? "Right" : null;

    private static TableCell Cell(Words words, string? align) => new([.. TeamsText.Lines(words, align: align)]);
}
