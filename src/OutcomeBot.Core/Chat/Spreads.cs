using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Chat;

/// <summary>
/// A picture of how far people lie apart: a row for each thing they gave numbers to, on one axis that starts at 0 (lower only for values
/// below it). It holds what a group gave, never who gave it.
/// </summary>
public sealed record Spreads(string Title, string Subtitle, string Footnote, string AltText, PlotUnit Unit, ImmutableArray<SpreadRow> Rows)
    : Drawn(Title, Subtitle, Footnote, AltText)
{
    /// <summary>The value that the axis reaches at least; by itself it ends at a round number above the highest.</summary>
    public decimal? Reach { get; init; }

    /// <summary>The picture with every number of it in its alternative text, a line a row.</summary>
    public static Spreads Of(string title, string subtitle, string footnote, PlotUnit unit, params IReadOnlyCollection<SpreadRow> rows) =>
        new(title, subtitle, footnote, string.Join('\n', rows.Select(row => Said(row, unit)).Prepend(title + ".")), unit, [.. rows]);

    private static string Said(SpreadRow row, PlotUnit unit)
    {
        var before = row.Before is { } earlier ? $" Before: median {Text(earlier)}." : "";
        return row.N == 1
            ? $"{row.Label}: {Text(row.Median)}, from one.{before}"
            : $"{row.Label}: median {Text(row.Median)}, the middle half {Quantity.Text(row.LowerQuartile)} to {Text(row.UpperQuartile)}, all {Quantity.Text(row.Low)} to {Text(row.High)}, mean {Text(row.Mean)}, n = {row.N}.{before}";

        string Text(decimal value) => Quantity.Text(value) + unit.Suffix;
    }
}

/// <summary>A row of the picture: its name, the spread of its <paramref name="N"/> values, and where their median was in the round before.</summary>
public sealed record SpreadRow(string Label, int N, decimal Low, decimal LowerQuartile, decimal Median, decimal UpperQuartile, decimal High, decimal Mean, decimal? Before = null)
{
    /// <summary>The row of a spread.</summary>
    public static SpreadRow Of(string label, Spread spread, decimal? before = null) =>
        new(label, spread.N, spread.Low, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.High, spread.Mean, before);
}
