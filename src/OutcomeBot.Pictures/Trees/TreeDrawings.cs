using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Trees;

/// <summary>A tree of causes as drawings: the one place where it is decided what stands where.</summary>
internal sealed class TreeDrawings(Typesetter type)
{
    private const int MostTitleLetters = 300;
    private const int MostFootnoteLetters = 600;
    private const float Space = 30;

    /// <summary>The whole tree in one drawing, as high as it needs.</summary>
    public Drawing Whole(Tree tree) => Draw(tree, CauseTree.Whole(tree), Format.Browser)[0];

    /// <summary>The tree on pages that a chat shows well.</summary>
    public ImmutableArray<Drawing> Pages(Tree tree)
    {
        var causes = CauseTree.ForPages(tree);
        return Draw(tree, causes, causes.Drawn > CauseTree.MostUnfolded ? Format.LargeChat : Format.Chat);
    }

    private ImmutableArray<Drawing> Draw(Tree tree, CauseTree causes, Format format)
    {
        var title = Block(tree.Title, Face.Title, format, MostTitleLetters);
        var subtitle = Block(tree.Subtitle, Face.Subtitle, format, MostTitleLetters);
        var top = Format.Margin + title.Height(Face.Title) + subtitle.Height(Face.Subtitle) + Space;
        var room = new Area(Format.Margin, top, format.Inner, format.MostHeight - top - FootRoom(tree, causes, format));
        var sheets = causes.Problem is null ? [] : Sheet.Of(causes.Problem, type, format.MostLines, room.Height);
        var levels = causes.Problem?.Family.Max(Level) ?? 0;
        var spreads = sheets.Select(sheet => Spread.Of(sheet, levels, room)).DefaultIfEmpty(new([], 0, 0, false)).ToList();
        var isShortened = sheets.Any(sheet => sheet.Bubbles.OfType<Whole>().Any(bubble => bubble.Statement.WasCut));
        return [.. spreads.Select((spread, index) => Page(spread, index))];

        Drawing Page(Spread spread, int index)
        {
            var foot = Block(Footnote(tree, causes, isShortened, index, spreads.Count), Face.Footnote, format, MostFootnoteLetters);
            var height = Math.Max(format.LeastHeight, top + spread.Height + Space + foot.Height(Face.Footnote) + Format.Margin);
            var pen = new Pen(type);
            pen.Shape(new(0, 0, format.Width, height), 0, Look.Canvas);
            pen.Paragraph(title, Face.Title, Tint.Ink, Format.Margin, Format.Margin);
            pen.Paragraph(subtitle, Face.Subtitle, Tint.Quiet, Format.Margin, Format.Margin + title.Height(Face.Title));
            new TreePen(pen, spread).Draw();
            pen.Paragraph(foot, Face.Footnote, Tint.Quiet, Format.Margin, height - Format.Margin - foot.Height(Face.Footnote));
            var alt = CleanText.Of(tree.AltText, int.MaxValue).Text;
            return new(string.Join(' ', title.Lines), spreads.Count == 1 ? alt : $"{PageOf(index, spreads.Count)} {alt}", format.Width, height, pen.Marks);
        }
    }

    private static int Level(Cause cause) => cause.Depth + (cause.Folds.Count > 0 ? 2 : 1);

    private float FootRoom(Tree tree, CauseTree causes, Format format)
    {
        var longest = Footnote(tree, causes, isShortened: true, 98, 99);
        return Block(longest, Face.Footnote, format, MostFootnoteLetters).Height(Face.Footnote) + Space + Format.Margin;
    }

    private Paragraph Block(string text, Face face, Format format, int mostLetters) =>
        type.Wrap(CleanText.Of(text, mostLetters).Text, new(face, format.Inner));

    private static string Footnote(Tree tree, CauseTree causes, bool isShortened, int page, int pages)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        if (pages > 1)
            parts.Add(PageOf(page, pages));
        if (CleanText.Of(tree.Footnote, MostFootnoteLetters / 2).Text is { Length: > 0 } own)
            parts.Add(own.EndsWith('.') || own.EndsWith('…') ? own : own + ".");
        parts.AddRange(causes.Remarks);
        if (isShortened)
            parts.Add("Long sentences are shortened here; the thread has them whole.");
        return string.Join(' ', parts);
    }

    private static string PageOf(int index, int count) => string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {count}.");
}
