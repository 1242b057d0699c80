using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>From a file to values: read, looked at, confirmed, and if need be taken back.</summary>
internal static class ImportTalk
{
    /// <summary>The metrics that the file names, so that the preview can tell what is new.</summary>
    public static ImmutableArray<Need> NeedsOf(Filled filled) => Read(filled.Values, "", filled.By, filled.At.InZone(Zones.Of(filled.Zone)).Date).Sheet is { } sheet
        ? [new Measured(sheet.Series.Select(series => series.Name))]
        : [];

    public static Meaning Of(Scene scene, FormValues values)
    {
        var (sheet, sentence) = Read(values, scene.Subject.Id, scene.By, scene.Today);
        return sheet is null
            ? new Says(scene.Incoming.Door.HasFlag(OpenDoor.FieldErrors) ? new Wrong((values.Text("file").Length > 0 ? "file" : "lines", sentence)) : scene.Tell("Nothing imported", sentence))
            : new Wants(new ReadFile(sheet with { Count = CountOf(sheet, scene.Readings, scene.Today) }));
    }

    /// <summary>What an import hands to its metrics: their values when it is confirmed, and the way back when it is undone.</summary>
    public static IEnumerable<Reply> Over(Importing import, ImmutableArray<Change> changes) => changes.SelectMany(change => change switch
    {
        ImportConfirmed => import.Sheet.Series.Select(series => (Reply)new HandedValues(series.Name, import.Sheet.Source, series.Values)
        {
            Unit = series.Unit,
            Batch = import.Sheet.Id,
            Formula = series.Formula,
            PartOf = series.PartOf,
        }.Over()),
        ImportUndone => import.Sheet.Series.Select(series => (Reply)new HandOver(Handed.To(series.Name, Handed.Withdraw), import.Sheet.Id)),
        _ => [],
    });

    private static (ImportSheet? Sheet, string Sentence) Read(FormValues values, string id, Person by, LocalDate today)
    {
        var text = values.Text("file") is { Length: > 0 } file ? file : values.Text("lines");
        var notation = Enum.TryParse<Notation>(values.Text("notation"), out var chosen) && Enum.IsDefined(chosen) ? chosen : Notation.Unknown;
        var source = Typed.LineOrNull(values.Text("source")) is { } said ? Typed.Clip(said, MetricLimits.Source - 1) : $"file imported by {by.Name}, {CardText.Of(today)}";
        return ImportReading.Of(text, id, source, notation, today);
    }

    private static ImportCount CountOf(ImportSheet sheet, Readings readings, LocalDate today)
    {
        var (fresh, same, corrected) = (0, 0, 0);
        foreach (var series in sheet.Series)
        {
            var known = readings.MetricOf(series.Name)?.Values ?? [];
            foreach (var value in series.Values)
            {
                var period = Period.Of(value.Period, today);
                var before = known.FirstOrDefault(other => other.AsOf == period?.Last && other.Period == period.Name);
                if (before is null) fresh++;
                else if (before.Value == value.Value) same++;
                else corrected++;
            }
        }

        return new(fresh, same, corrected);
    }
}
