using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Boards;

/// <summary>A board as drawings: 36-pixel letters in two columns are still 8 when a phone shows the picture 360 wide.</summary>
internal sealed class BoardDrawings(Typesetter type)
{
    private const float Width = 1600;
    private const float Margin = 40;
    private const float Inner = Width - (2 * Margin);
    private const float LeastHeight = 900;
    private const float MostHeight = 3000;
    private const float Space = 30;
    private const float Gap = 18;
    private const int MostTitleLetters = 300;
    private const int MostFootnoteLetters = 600;

    /// <summary>The whole board in one drawing, as high as it needs.</summary>
    public Drawing Whole(Board board) => Draw(board, float.MaxValue)[0];

    /// <summary>The board on pages that a chat shows well.</summary>
    public ImmutableArray<Drawing> Pages(Board board) => Draw(board, MostHeight);

    private ImmutableArray<Drawing> Draw(Board board, float mostHeight)
    {
        var title = Block(board.Title, Face.Title, MostTitleLetters);
        var subtitle = Block(board.Subtitle, Face.Subtitle, MostTitleLetters);
        var top = Margin + title.Height(Face.Title) + subtitle.Height(Face.Subtitle) + Space;
        var isShortened = board.Parts.SelectMany(part => part.Rows).Select(row => Band.Of(row, type, Inner)).Any(band => band.Lines.Any(line => line.Any(note => note.WasCut)));
        var footRoom = Block(Footnote(board, isShortened, 98, 99), Face.Footnote, MostFootnoteLetters).Height(Face.Footnote) + Space + Margin;
        var pages = Paged(board, mostHeight - top - footRoom);
        return [.. pages.Select((strips, index) => Page(strips, index))];

        Drawing Page(ImmutableArray<Strip> strips, int index)
        {
            var foot = Block(Footnote(board, isShortened, index, pages.Count), Face.Footnote, MostFootnoteLetters);
            var height = Math.Max(mostHeight < float.MaxValue ? LeastHeight : 0, top + HeightOf(strips) + Space + foot.Height(Face.Footnote) + Margin);
            var pen = new Pen(type);
            pen.Shape(new(0, 0, Width, height), 0, Look.Canvas);
            pen.Paragraph(title, Face.Title, Tint.Ink, Margin, Margin);
            pen.Paragraph(subtitle, Face.Subtitle, Tint.Quiet, Margin, Margin + title.Height(Face.Title));
            Draw(pen, strips, top);
            pen.Paragraph(foot, Face.Footnote, Tint.Quiet, Margin, height - Margin - foot.Height(Face.Footnote));
            var alt = CleanText.Of(board.AltText, int.MaxValue).Text;
            return new(string.Join(' ', title.Lines), pages.Count == 1 ? alt : $"{PageOf(index, pages.Count)} {alt}", Width, height, pen.Marks);
        }
    }

    private static void Draw(Pen pen, ImmutableArray<Strip> strips, float top)
    {
        foreach (var strip in strips)
        {
            if (strip is Heading heading) pen.Text(heading.Text, Face.Value, Tint.Ink, Margin, top + heading.Top);
            else if (strip is Band band) new BandPen(pen, band, new(Margin, top, Inner, band.Height)).Draw();
            top += strip.Height + Gap;
        }
    }

    /// <summary>Row after row while they fit; a part that goes on says its heading again.</summary>
    private List<ImmutableArray<Strip>> Paged(Board board, float room)
    {
        var pages = new List<ImmutableArray<Strip>>();
        ImmutableArray<Strip> page = [];
        foreach (var part in board.Parts)
            foreach (var (index, row) in part.Rows.Index())
            {
                var band = Band.Of(row, type, Inner);
                ImmutableArray<Strip> next = HasHead(part, index) ? [Heading.Of(part, page.IsEmpty), band] : [band];
                if (!page.IsEmpty && HeightOf(page) + Gap + HeightOf(next) > room)
                {
                    pages.Add(page);
                    page = [];
                    next = part.Head.Length > 0 ? [Heading.Of(part, isFirst: true), band] : [band];
                }

                page = page.AddRange(next);
            }

        pages.Add(page);
        return pages;
    }

    private static bool HasHead(BoardPart part, int row) => row == 0 && part.Head.Length > 0;

    private static float HeightOf(ImmutableArray<Strip> strips) => strips.Sum(strip => strip.Height) + (Math.Max(0, strips.Length - 1) * Gap);

    private Paragraph Block(string text, Face face, int mostLetters) => type.Wrap(CleanText.Of(text, mostLetters).Text, new(face, Inner));

    private static string Footnote(Board board, bool isShortened, int page, int pages) => string.Join(' ', new[]
    {
        pages > 1 ? PageOf(page, pages) : "",
        CleanText.Of(board.Footnote, MostFootnoteLetters / 2).Text,
        isShortened ? "Long sentences are shortened here; the thread has them whole." : "",
    }.Where(part => part.Length > 0));

    private static string PageOf(int index, int count) => string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {count}.");
}
