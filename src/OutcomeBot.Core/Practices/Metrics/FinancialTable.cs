using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A table as finance writes it: periods across, lines down, some lines following from those above.</summary>
internal static class FinancialTable
{
    /// <summary>What the table says; null when its first line names no periods.</summary>
    public static ImportSheet? Of(ImmutableArray<Row> rows, Notation notation, LocalDate today)
    {
        var periods = Periods([.. rows[0].Cells.Skip(1).TakeWhile(cell => cell.Length > 0)], today);
        if (periods.IsEmpty) return null;
        var errors = ImmutableArray.CreateBuilder<RowError>();
        ImmutableArray<TableLine> lines = [.. rows.Skip(1).Select(row => Line(row, periods, notation, errors)).OfType<TableLine>()];
        foreach (var twice in lines.GroupBy(line => MetricName.IdOf(line.Name)).SelectMany(group => group.Skip(1)))
            errors.Add(new(twice.Row, $"{twice.Name} stands in an earlier line already."));
        lines = [.. lines.DistinctBy(line => MetricName.IdOf(line.Name))];
        var found = TableRelations.Of(lines, [.. periods.Select(period => period.Called)]);
        return new ImportSheet("", "", [.. lines.Select((line, index) => Series(line, index, periods, found))], [.. errors.OrderBy(error => error.Line)], found.Findings);
    }

    // Quarters without a year run on to the last one, which is the latest that has begun.
    private static ImmutableArray<Period> Periods(ImmutableArray<string> heads, LocalDate today)
    {
        var periods = new List<Period>();
        foreach (var head in heads.Reverse())
        {
            var latest = periods.Count == 0 ? today : periods[^1].First.PlusDays(-1);
            if (Period.Of(head, latest) is not { } period || (periods.Count > 0 && period.First >= periods[^1].First)) return [];
            periods.Add(period);
        }

        periods.Reverse();
        return [.. periods];
    }

    private static TableLine? Line(Row row, ImmutableArray<Period> periods, Notation notation, ImmutableArray<RowError>.Builder errors)
    {
        var (name, unit) = ImportReading.Named(row.Cell(0));
        if (name.Length is 0 or > MetricName.Longest)
        {
            errors.Add(new(row.Line, "The first column must name the metric, in at most 60 characters."));
            return null;
        }

        var values = new decimal?[periods.Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (row.Cell(index + 1) is not { Length: > 0 } cell || cell is "-" or "–" or "—") continue;
            var (value, written, sentence) = ImportReading.Cell(cell, notation);
            values[index] = value;
            if (value is null) errors.Add(new(row.Line, $"{name}, {periods[index].Called}: {sentence}"));
            else if (written is not null && unit is not null && !Unit.Same(written, unit)) errors.Add(new(row.Line, $"{name} is in {unit}, but {periods[index].Called} is written in {written}."));
            unit ??= written;
        }

        return values.Any(value => value is not null) ? new TableLine(row.Line, name, unit ?? "", [.. values]) : null;
    }

    // A share whose printed figures are only rounded is worked out anew from the lines it follows from, with a decimal more.
    private static ImportedSeries Series(TableLine line, int index, ImmutableArray<Period> periods, TableRelations found)
    {
        var relation = found.Of(index);
        var isWorkedOut = relation is { Formula.Kind: FormulaKind.Share, Agreeing: var agreeing } && agreeing == line.Values.Count(value => value is not null);
        return new(line.Name, line.Unit, isWorkedOut ? [] : [.. line.Values
            .Select((value, at) => value is { } known ? new HandedValue(ImportReading.TextOf(periods[at]), known) : null).OfType<HandedValue>()])
        {
            Formula = relation is { Formula.Kind: FormulaKind.Share or FormulaKind.Sum } ? relation.Formula.ToString() : null,
            PartOf = found.PartOf(line.Name),
        };
    }
}

/// <summary>A line of a table: one value for each period, or none.</summary>
internal sealed record TableLine(int Row, string Name, string Unit, ImmutableArray<decimal?> Values);
