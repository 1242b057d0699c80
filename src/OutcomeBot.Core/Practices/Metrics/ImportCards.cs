using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The card of an import: what it would do, what it did, and the way back.</summary>
internal static class ImportCards
{
    private const int MostLines = 10;

    public static Card Of(Subject subject, Importing import) => new(Title(import),
    [
        .. Stage(import),
        new Table("What the file says", [new("Metric"), new("Values", ColumnKind.Number), new("From"), new("To")], [.. import.Sheet.Series.Select(Row)]),
        .. Lines("What the lines say about one another", import.Sheet.Findings),
        .. Lines("Left out", [.. import.Sheet.Errors.Select(error => $"Line {error.Line}: {error.Sentence}")]),
        new Aside($"Source: {import.Sheet.Source}"),
        .. Buttons(subject, import),
    ]);

    public static string Title(Importing import)
    {
        var (values, metrics) = (import.Sheet.Series.Sum(series => series.Values.Length), import.Sheet.Series.Length);
        var what = $"{values:#,0} {(values == 1 ? "value" : "values")} of {metrics} {(metrics == 1 ? "metric" : "metrics")}";
        return import.Stage switch
        {
            ImportStage.Preview => $"To import: {what}",
            ImportStage.Confirmed => $"Imported: {what}",
            ImportStage.Undone => $"Import undone: {what}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IEnumerable<Block> Stage(Importing import)
    {
        var count = import.Sheet.Count;
        yield return import.Stage switch
        {
            ImportStage.Preview => new Prose((Words)$"{"Nothing is kept yet":strong}: {count.New} new, {count.Same} there already, {count.Corrected} would take the place of another value{(import.Sheet.Errors.IsEmpty ? "" : $", {import.Sheet.Errors.Length} {(import.Sheet.Errors.Length == 1 ? "line is" : "lines are")} left out")}."),
            ImportStage.Confirmed when import.ConfirmedBy is { } by => new Prose($"{"Imported":strong} by {by}, {import.ConfirmedAt}. Type metric and a name to see one."),
            ImportStage.Undone when import.UndoneBy is { } by => new Prose($"{"Undone":strong} by {by}, {import.UndoneAt}: what it brought is taken back, and what held before holds again."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ImmutableArray<Words> Row(ImportedSeries series) =>
    [
        series.Unit is { Length: > 0 } unit ? $"{series.Name} ({unit})" : series.Name,
        series.Values.IsEmpty ? "by formula" : $"{series.Values.Length}",
        series.Values.IsEmpty ? series.Formula ?? "" : series.Values[0].Period,
        series.Values.IsEmpty ? "" : series.Values[^1].Period,
    ];

    private static IEnumerable<Block> Lines(string label, ImmutableArray<string> lines)
    {
        if (lines.IsEmpty) yield break;
        var more = lines.Length > MostLines ? $"\n… and {lines.Length - MostLines} more" : "";
        yield return new Prose((Words)$"{label:strong}\n{string.Join('\n', lines.Take(MostLines))}{more}");
    }

    private static IEnumerable<Block> Buttons(Subject subject, Importing import) => import.Stage switch
    {
        ImportStage.Preview => [new Buttons(new Button(import.Sheet.Errors.IsEmpty ? "Import them" : "Import the rest", subject.Press(PressVerb.Confirm), ButtonKind.Primary))],
        ImportStage.Confirmed => [new Buttons(new Button("Undo the import", subject.Press(PressVerb.Undo), ButtonKind.Grave))],
        _ => [],
    };
}
