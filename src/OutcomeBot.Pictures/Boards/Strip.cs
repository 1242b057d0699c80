using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Boards;

/// <summary>A measured piece of a board, as wide as the board.</summary>
internal abstract record Strip(float Height);

/// <summary>The heading of a part; it stays with the row under it.</summary>
internal sealed record Heading(string Text, float Top) : Strip(Top + Cut.Of(Face.Value).Leading)
{
    public static Heading Of(BoardPart part, bool isFirst) => new(CleanText.Of(part.Head, 120).Text, isFirst ? 0 : 14);
}

/// <summary>A row of notes in a box.</summary>
internal sealed record Band(BoardRow Row, ImmutableArray<ImmutableArray<Note>> Lines, float Height) : Strip(Height)
{
    public const float PadX = 30;
    public const float PadY = 22;

    /// <summary>Between two notes side by side, and between two lines of notes.</summary>
    public const float Gutter = 44;
    public const float Lead = 18;

    public static Band Of(BoardRow row, Typesetter type, float width)
    {
        var columns = row.Notes.Length > 1 ? 2 : 1;
        var column = (width - (2 * PadX) - ((columns - 1) * Gutter)) / columns;
        ImmutableArray<ImmutableArray<Note>> lines = [.. row.Notes.Select(note => Note.Of(note, type, column)).Chunk(columns).Select(line => line.ToImmutableArray())];
        var notes = lines.Sum(line => line.Max(note => note.Height)) + (Math.Max(0, lines.Length - 1) * Lead);
        return new(row, lines, (2 * PadY) + (HasHead(row) ? HeadHeight : 0) + notes);
    }

    public static bool HasHead(BoardRow row) => row.Mark.Length + row.Word.Length > 0;

    public static float HeadHeight => Cut.Of(Face.Head).Leading + 6;
}

/// <summary>A measured note.</summary>
internal sealed record Note(string Head, Paragraph Text, Paragraph Quiet, float Width)
{
    private const int MostLetters = 600;
    private const int MostHeadLetters = 80;
    private const int MostQuietLetters = 300;

    // A line of a newspaper's widest column: longer ones lose the reader at the turn.
    private const int LettersPerLine = 72;

    public float Height => (Head.Length > 0 ? Cut.Of(Face.Head).Leading : 0) + Text.Height(Face.Statement) + Quiet.Height(Face.Quiet);

    public bool WasCut => Text.WasCut || Quiet.WasCut;

    public static Note Of(BoardNote note, Typesetter type, float width)
    {
        var (text, wasCut) = CleanText.Of(note.Text, MostLetters);
        var wrapped = type.Wrap(text, new(Face.Statement, width, LettersPerLine));
        var head = type.Wrap(CleanText.Of(note.Head, MostHeadLetters).Text, new(Face.Head, width, TextRoom.Any, 1)).Lines.FirstOrDefault("");
        return new(head, wrapped with { WasCut = wasCut }, type.Wrap(CleanText.Of(note.Quiet, MostQuietLetters).Text, new(Face.Quiet, width)), width);
    }
}
