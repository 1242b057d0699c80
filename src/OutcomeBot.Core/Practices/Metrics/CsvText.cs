using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A file of rows as text: commas, semicolons, tabs or bars between the cells, found out from the text itself.</summary>
internal static partial class CsvText
{
    private static readonly string[] s_marks = ["\t", ";", ",", "|"];

    /// <summary>The rows that hold anything, each with the line of the file that it begins on.</summary>
    public static ImmutableArray<Row> Rows(string text)
    {
        var isDrawn = text.TrimStart().StartsWith('|');
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = isDrawn ? "|" : Delimiter(text),
            BadDataFound = null,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.Trim,
        };
        var rows = ImmutableArray.CreateBuilder<Row>();
#pragma warning disable RS0030 // A StringReader reads text that is already in memory: nothing is opened and nothing waits.
        using var parser = new CsvParser(new System.IO.StringReader(text), configuration);
#pragma warning restore RS0030
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
            if (Cells(parser.Record ?? [], isDrawn) is var cells && cells.Any(cell => cell.Length > 0) && !cells.All(cell => Rule().IsMatch(cell)))
                rows.Add(new(line, cells));
        return rows.ToImmutable();
    }

    // A drawn table has a bar at both ends of a row.
    private static ImmutableArray<string> Cells(string[] record, bool isDrawn) =>
        [.. (isDrawn && record.Length > 2 ? record[1..^1] : record).Select(cell => Language.Typed.Line(cell.Replace("**", "", StringComparison.Ordinal)))];

    // The mark that parts most cells of the first line: decimals stand in later lines.
    private static string Delimiter(string text)
    {
        var first = Quoted().Replace(text.TrimStart().Split('\n')[0], "");
        return s_marks.MaxBy(mark => first.Split(mark).Length)!;
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A:?-*:?\z")]
    private static partial Regex Rule();
}

/// <summary>A row of a file, and the line that it begins on.</summary>
internal sealed record Row(int Line, ImmutableArray<string> Cells)
{
    /// <summary>A cell; empty where the row is shorter.</summary>
    public string Cell(int index) => index >= 0 && index < Cells.Length ? Cells[index] : "";
}
