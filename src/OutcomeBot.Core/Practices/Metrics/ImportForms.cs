using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The form that brings a file.</summary>
internal static class ImportForms
{
    public static Form Import { get; } = new(
        "Import values", "Show the preview", new Press(MetricName.Practice, null, PressVerb.Import),
        "One value a line (metric, date, value), or a table with periods across and metrics down. You'll see what it would do before anything is kept.",
        [
            new FileField("file", "The file", ["csv", "tsv", "txt"], MetricLimits.FileLength) { Answering = Answering.Optional },
            new TextField("lines", "Or its lines", 3000, TextSize.Paragraph) { Answering = Answering.Optional, Hint = "For a small table: paste it here." },
            new ChoiceField("notation", "How are decimals written?",
                [new(nameof(Notation.Unknown), "Find it out from the file"), new(nameof(Notation.Point), "1,234.5"), new(nameof(Notation.Comma), "1.234,5")], nameof(Notation.Unknown)),
            new TextField("source", "Where is it from?", MetricLimits.Source) { Answering = Answering.Optional, Hint = "A report and its date; every value will say it." },
        ]);
}
