using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Reads a file of values: one value a line, or a table with the periods across and the metrics down.</summary>
internal static partial class ImportReading
{
    private const int MostErrors = 50;

    private static readonly string[] s_names = ["metric", "name", "measure", "kpi"];
    private static readonly string[] s_periods = ["period", "date", "as of", "asof", "day", "week", "month", "quarter", "year"];
    private static readonly string[] s_values = ["value", "amount", "number"];

    /// <summary>What the file says; a sentence instead when it says nothing that can be used.</summary>
    public static (ImportSheet? Sheet, string Sentence) Of(string text, string id, string source, Notation notation, LocalDate today)
    {
        if (text.Length == 0) return (null, "Choose a file, or paste its lines.");
        if (text.Length > MetricLimits.FileLength) return (null, $"This file is too large: up to {MetricLimits.FileLength / 1000} kB go in at once. Split it and bring the parts one after the other.");
        var rows = CsvText.Rows(text);
        if (rows.Length < 2) return (null, "The file needs a line of headings and at least one line of values.");
        notation = notation == Notation.Unknown ? NotationOf(rows) : notation;
        var heads = rows[0].Cells.Select(cell => cell.ToLowerInvariant()).ToList();
        var (name, value) = (heads.FindIndex(head => s_names.Contains(head)), heads.FindIndex(head => s_values.Contains(head)));
        var sheet = value >= 0 && heads.FindIndex(head => s_periods.Contains(head)) is >= 0 and var period
            ? Lines(rows, new(name, period, value, heads.IndexOf("unit"), heads.IndexOf("source")), notation, today)
            : FinancialTable.Of(rows, notation, today);
        return sheet switch
        {
            null => (null, "I can't find my way in this file. Either one value a line, with the headings metric, date, value; or a table with periods such as Q1, Q2 across the top and a metric in each line."),
            { Series.IsEmpty: true, Errors: [var first, ..] } => (null, $"No line can be used. Line {first.Line}: {first.Sentence}"),
            _ when sheet.Series.Sum(series => series.Values.Length) > MetricLimits.ImportValues => (null, $"That's more than {MetricLimits.ImportValues:#,0} values, the most that go in at once. Split the file and bring the parts one after the other."),
            _ when sheet.Series.Length > MetricLimits.ImportMetrics => (null, $"That's more than {MetricLimits.ImportMetrics} metrics, the most that go in at once. Split the file."),
            _ => (sheet with { Id = id, Source = source, Errors = [.. sheet.Errors.Take(MostErrors)] }, ""),
        };
    }

    /// <summary>The name and the unit of a label such as Lead time (days).</summary>
    public static (string Name, string? Unit) Named(string label) => Label().Match(label) is { Success: true } match
        ? (match.Groups["name"].Value.Trim(), Unit.Of(match.Groups["unit"].Value))
        : (label, null);

    /// <summary>The number of a cell and the unit written on it; a sentence when it can't be read.</summary>
    public static (decimal? Value, string? Unit, string Sentence) Cell(string cell, Notation notation)
    {
        var match = CellShape().Match(cell);
        var unit = (match.Groups["sign"].Value + match.Groups["unit"].Value).Trim();
        return (match.Success ? Amount.Of(match.Groups["value"].Value, notation) : new Amount.None()) switch
        {
            Amount.Exactly exactly => (exactly.Value, unit.Length == 0 ? null : Unit.Of(unit), ""),
            Amount.Either => (null, null, $"{cell} may have thousands or decimals after its mark. Say on the form how decimals are written."),
            _ => (null, null, $"\"{Typed.Clip(cell, 40)}\" isn't a number."),
        };
    }

    private static ImportSheet Lines(ImmutableArray<Row> rows, Columns columns, Notation notation, LocalDate today)
    {
        var errors = ImmutableArray.CreateBuilder<RowError>();
        var found = new List<(string Name, string? Unit, HandedValue Value, int Line)>();
        foreach (var row in rows.Skip(1))
        {
            var (name, named) = Named(row.Cell(columns.Name));
            var (value, unit, sentence) = Cell(row.Cell(columns.Value), notation);
            var period = Period.Of(row.Cell(columns.Period), today);
            var wrong = name.Length is 0 or > MetricName.Longest ? "The name of the metric is missing or too long."
                : period is null ? $"\"{Typed.Clip(row.Cell(columns.Period), 40)}\" isn't a period I know. Write 2026-12-31, 2026-11, Q4 2026 or 2026-W31."
                : period.First > today.PlusDays(1) ? $"{period.Called} hasn't begun yet."
                : value is null ? sentence
                : found.Any(other => MetricName.IdOf(other.Name) == MetricName.IdOf(name) && other.Value.Period == TextOf(period)) ? $"{name} has a value for {period.Called} in an earlier line."
                : null;
            var said = row.Cell(columns.Unit) is { Length: > 0 } cell ? Unit.Of(cell) : unit ?? named;
            if (wrong is null) found.Add((name, said, new HandedValue(TextOf(period!), value!.Value) { Source = Typed.LineOrNull(row.Cell(columns.Source)) }, row.Line));
            else errors.Add(new(row.Line, wrong));
        }

        return new ImportSheet("", "", [.. found.GroupBy(one => MetricName.IdOf(one.Name)).Select(group => Series([.. group], errors))], errors.ToImmutable(), []);
    }

    private static ImportedSeries Series(ImmutableArray<(string Name, string? Unit, HandedValue Value, int Line)> found, ImmutableArray<RowError>.Builder errors)
    {
        var unit = found.Select(one => one.Unit).FirstOrDefault(one => one is not null);
        foreach (var (name, other, _, line) in found.Where(one => one.Unit is { } other && !Unit.Same(other, unit!)))
            errors.Add(new(line, $"{name} is in {unit} in earlier lines, and in {other} here."));
        return new(found[0].Name, unit, [.. found.Where(one => one.Unit is null || Unit.Same(one.Unit, unit!)).Select(one => one.Value)]);
    }

    /// <summary>The period as it is handed on, readable whatever day it is then.</summary>
    public static string TextOf(Period period) => period.Name ?? NodaTime.Text.LocalDatePattern.Iso.Format(period.Last);

    /// <summary>One cell that can only be read one way tells how the others are written.</summary>
    private static Notation NotationOf(ImmutableArray<Row> rows)
    {
        var cells = rows.Skip(1).SelectMany(row => row.Cells).Select(cell => CellShape().Match(cell)).Where(match => match.Success).Select(match => match.Groups["value"].Value).ToList();
        var (points, commas) = (cells.Exists(cell => Tells(cell, '.')), cells.Exists(cell => Tells(cell, ',')));
        return (points, commas) switch { (true, false) => Notation.Point, (false, true) => Notation.Comma, _ => Notation.Unknown };
    }

    private static bool Tells(string cell, char mark) =>
        Amount.Of(cell) is Amount.Exactly && cell.LastIndexOf(mark) is >= 0 and var at && at > cell.LastIndexOf(mark == '.' ? ',' : '.') && cell.Count(letter => letter == mark) == 1;

    /// <summary>Which column holds what; a missing one is -1.</summary>
    private sealed record Columns(int Name, int Period, int Value, int Unit, int Source);

    [GeneratedRegex(@"\A(?<name>.+?)\s*[(\[](?<unit>[^()\[\]]{1,24})[)\]]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"\A(?<sign>[€$£]?)\s*(?<value>\([\d.,' ]+\)|[-+−]?\d[\d.,' \u00A0\u202F]*)\s*(?<unit>[^\d\s][^\d]{0,23})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex CellShape();
}
