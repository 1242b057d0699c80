using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Boxes;

/// <summary>How far people lie apart as a drawing: a row a thing, 16:9, and higher only when its rows need it.</summary>
internal sealed class SpreadDrawings(Typesetter type)
{
    private const float Width = 1600;
    private const float LeastHeight = 900;
    private const float Margin = 40;
    private const float Space = 30;

    // Between title and subtitle.
    private const float Lead = 6;
    private const int MostTitleLetters = 300;
    private const int MostFootnoteLetters = 600;

    public Drawing Of(Spreads spreads)
    {
        var title = Block(spreads.Title, Face.Title, MostTitleLetters);
        var subtitle = Block(spreads.Subtitle, Face.Subtitle, MostTitleLetters);
        var foot = Block(Footnote(spreads), Face.Footnote, MostFootnoteLetters);
        var top = Margin + title.Height(Face.Title) + Lead + subtitle.Height(Face.Subtitle) + Space;
        var below = Space + foot.Height(Face.Footnote) + Margin;
        var height = Math.Max(LeastHeight, top + SpreadFrame.HeightFor(spreads, type) + below);
        var pen = new Pen(type);
        pen.Shape(new(0, 0, Width, height), 0, Look.Canvas);
        pen.Paragraph(title, Face.Title, Tint.Ink, Margin, Margin);
        pen.Paragraph(subtitle, Face.Subtitle, Tint.Quiet, Margin, Margin + title.Height(Face.Title) + Lead);
        new SpreadPen(pen, SpreadFrame.Of(spreads, type, new(Margin, top, Width - (2 * Margin), height - below - top))).Draw();
        pen.Paragraph(foot, Face.Footnote, Tint.Quiet, Margin, height - Margin - foot.Height(Face.Footnote));
        return new(string.Join(' ', title.Lines), CleanText.Of(spreads.AltText, int.MaxValue).Text, Width, height, pen.Marks);
    }

    // What the marks mean is said once, and only of those that are there.
    private static string Footnote(Spreads spreads)
    {
        ImmutableArray<string> parts =
        [
            spreads.Rows.IsEmpty ? "" : "Box: the middle half of the values. Upright line: median. Dot: mean. Thin line: lowest to highest. At the right: median and middle half.",
            spreads.Rows.Any(row => row.Before is not null) ? "Hollow diamond: median of the round before." : "",
            CleanText.Of(spreads.Footnote, MostFootnoteLetters / 2).Text,
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private Paragraph Block(string text, Face face, int mostLetters) =>
        type.Wrap(CleanText.Of(text, mostLetters).Text, new(face, Width - (2 * Margin)));
}
