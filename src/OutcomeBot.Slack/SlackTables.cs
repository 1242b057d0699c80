using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Tables: Slack's own where it fits, otherwise aligned lines of fixed width.</summary>
internal static class SlackTables
{
    /// <summary>Wider cells are not padded to: one long sentence must not push every line out of sight.</summary>
    private const int WidestPadding = 30;

    private const string Fence = "```";

    /// <summary>Slack weighs all cells of a table together; larger ones are written as lines.</summary>
    private const int TableLetters = 10_000;

    /// <summary>A table in a message.</summary>
    public static IEnumerable<SlackPart> InMessage(Table table)
    {
        var rows = Cells(table);
        return [.. Caption(table), .. Fits(table, rows) ? [Native(table, rows)] : Lines(table, rows)];
    }

    /// <summary>A table in a view, where Slack has no tables.</summary>
    public static IEnumerable<SlackPart> InView(Table table) => [.. Caption(table), .. Lines(table, Cells(table))];

    private static IEnumerable<SlackPart> Caption(Table table) =>
        SlackMarkup.Texts(Words.Of(new Strong(table.Caption)), SlackLimits.Section).Select(text => SlackPart.Of(new SectionBlock(text), text));

    /// <summary>The heads and then every row, as wide as the widest of them.</summary>
    private static ImmutableArray<ImmutableArray<string>> Cells(Table table)
    {
        ImmutableArray<ImmutableArray<string>> rows =
            [[.. table.Columns.Select(column => OneLine(column.Head))], .. table.Rows.Select(row => row.Select(cell => OneLine(CardText.Of(cell))).ToImmutableArray())];
        var width = rows.Max(row => row.Length);
        return [.. rows.Select(row => row.AddRange(Enumerable.Repeat("", width - row.Length)))];
    }

    private static bool Fits(Table table, ImmutableArray<ImmutableArray<string>> rows) =>
        rows.Length <= SlackLimits.TableRows && rows[0].Length is > 0 and <= SlackLimits.TableCells && table.Columns.Length > 0
        && rows.All(row => row.All(cell => cell.Length <= SlackLimits.Cell))
        && rows.Sum(row => row.Sum(cell => cell.Length)) <= TableLetters;

    /// <summary>Slack refuses an empty cell; a dash says that nothing stands there.</summary>
    private static SlackPart Native(Table table, ImmutableArray<ImmutableArray<string>> rows)
    {
        var block = new TableBlock(
            [.. table.Columns.Select(column => new ColumnSetting(column.Kind == ColumnKind.Number ? "right" : "left"))],
            [.. rows.Select(row => row.Select(cell => new SlackCell(cell.Length == 0 ? "–" : cell)).ToImmutableArray())]);
        return new SlackPart(block, string.Join('\n', rows.Select(row => string.Join("  ", row))), block.Rows.Sum(row => row.Sum(cell => cell.Text.Length)));
    }

    private static IEnumerable<SlackPart> Lines(Table table, ImmutableArray<ImmutableArray<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(index => Math.Min(WidestPadding, rows.Max(row => row[index].Length))).ToArray();
        var lines = rows.SelectMany(row => Whole(string.Join("  ", row.Select((cell, index) => Padded(cell, widths[index], KindOf(table, index)))).TrimEnd() + "\n"));
        return SlackMarkup.Pack(lines, SlackLimits.Section - (2 * Fence.Length) - 1)
            .Select(text => new MarkupText($"{Fence}\n{text.TrimEnd('\n')}{Fence}"))
            .Select(text => SlackPart.Of(new SectionBlock(text, Expand: true), text));
    }

    /// <summary>A line in pieces: one piece, unless no block could hold it.</summary>
    private static IEnumerable<string> Whole(string line)
    {
        var escaped = SlackMarkup.Escape(line.Replace('`', 'ˋ'));
        if (escaped.Length <= SlackLimits.Section / 2) return [escaped];
        return line.Replace('`', 'ˋ').EnumerateRunes().Select(rune => SlackMarkup.Escape(rune.ToString()));
    }

    private static ColumnKind KindOf(Table table, int index) => index < table.Columns.Length ? table.Columns[index].Kind : ColumnKind.Text;

    private static string Padded(string cell, int width, ColumnKind kind) =>
        kind == ColumnKind.Number ? cell.PadLeft(width) : cell.PadRight(width);

    private static string OneLine(string text) => SlackMarkup.Plain(text).Replace('\n', ' ').Trim();
}
