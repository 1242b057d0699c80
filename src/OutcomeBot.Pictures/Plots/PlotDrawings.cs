using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>A series over time as a drawing: 16:9, and higher only when its words need it.</summary>
internal sealed class PlotDrawings(Typesetter type)
{
    private const float Width = 1600;
    private const float LeastHeight = 900;
    private const float Margin = 40;
    private const float Space = 30;

    // Between title and subtitle.
    private const float Lead = 6;
    private const float TimeRow = 66;
    private const int MostTitleLetters = 300;
    private const int MostFootnoteLetters = 600;

    public Drawing Of(Plot plot)
    {
        var title = Block(plot.Title, Face.Title, MostTitleLetters);
        var subtitle = Block(plot.Subtitle, Face.Subtitle, MostTitleLetters);
        var foot = Block(Footnote(plot), Face.Footnote, MostFootnoteLetters);
        var top = Margin + title.Height(Face.Title) + subtitle.Height(Face.Subtitle) + Space + Lead;
        var below = TimeRow + Space + foot.Height(Face.Footnote) + Margin;
        var height = Math.Max(LeastHeight, top + PlotFrame.HeightFor(plot, type) + below);
        var frame = PlotFrame.Of(plot, type, new(Margin, top, Width - (2 * Margin), height - below - top));
        var pen = new Pen(type);
        pen.Shape(new(0, 0, Width, height), 0, Look.Canvas);
        pen.Paragraph(title, Face.Title, Tint.Ink, Margin, Margin);
        pen.Paragraph(subtitle, Face.Subtitle, Tint.Quiet, Margin, Margin + title.Height(Face.Title) + Lead);
        new FramePen(pen, frame).Draw();
        foreach (var label in TimeLabel.Of(plot, frame.Time, type, new(Margin, 0, Width - (2 * Margin), height)))
            pen.Text(label.Text, Face.Axis, label.IsAhead ? Tint.Quiet : Tint.Ink, label.X, frame.Room.Bottom + 20);
        new SeriesPen(pen, frame).Draw();
        pen.Paragraph(foot, Face.Footnote, Tint.Quiet, Margin, height - Margin - foot.Height(Face.Footnote));
        return new(string.Join(' ', title.Lines), CleanText.Of(plot.AltText, int.MaxValue).Text, Width, height, pen.Marks);
    }

    private Paragraph Block(string text, Face face, int mostLetters) =>
        type.Wrap(CleanText.Of(text, mostLetters).Text, new(face, Width - (2 * Margin)));

    private static string Footnote(Plot plot)
    {
        // Only what the frame leaves out is said here; whether it does depends on the values alone, not on its height.
        var values = ValueScale.Of(plot, 0, 1);
        ImmutableArray<string> outside = [.. LineNames.Of(plot).Where(line => !values.Shows(line.Value)).Select(line => line.Words)];
        string[] parts =
        [
            LineNames.Locked(plot) ?? "",
            outside.IsEmpty ? "" : $"Outside this picture: {string.Join(", ", outside)}.",
            SignalNotes.Of(plot),
            CleanText.Of(plot.Footnote, MostFootnoteLetters / 2).Text,
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
