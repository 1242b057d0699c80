using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Type;

/// <summary>The room that a paragraph has.</summary>
internal sealed record TextRoom(Face Face, float Width, int MostLetters = TextRoom.Any, int MostLines = TextRoom.Any)
{
    public const int Any = 10_000;
}

/// <summary>A paragraph in lines; <paramref name="WasCut"/> when its room could not hold all of it.</summary>
internal sealed record Paragraph(ImmutableArray<string> Lines, bool WasCut)
{
    public float Height(Face face) => Lines.Length * Cut.Of(face).Leading;
}

/// <summary>Breaks text into lines of even length: between words, and inside a word only when it is wider than the room.</summary>
internal static class Wrapping
{
    private const int BalancingSteps = 6;

    /// <summary>A space at which no line ends.</summary>
    private const string Together = "\u00A0";

    public static Paragraph Wrap(this Typesetter type, string text, TextRoom room)
    {
        var pieces = Pieces(type, text, room).ToList();
        var space = type.Width(" ", room.Face);
        var lines = Fill(pieces, room.Width, space, room);
        if (lines.Count > room.MostLines)
            return new([.. lines.Take(room.MostLines - 1).Select(Text), Shortened(type, Text(lines[room.MostLines - 1]), room)], true);
        return new([.. Balanced(pieces, lines, space, room).Select(Text)], false);
    }

    // A last line of one word looks forgotten: the same number of lines, as narrow as they can be, are of even length.
    private static List<List<Piece>> Balanced(List<Piece> pieces, List<List<Piece>> lines, float space, TextRoom room)
    {
        if (lines.Count < 2)
            return lines;
        var (narrow, wide) = (room.Width / 2, room.Width);
        for (var step = 0; step < BalancingSteps; step++)
        {
            var middle = (narrow + wide) / 2;
            if (pieces.All(piece => piece.Width <= middle) && Fill(pieces, middle, space, room) is var tried && tried.Count == lines.Count)
                (wide, lines) = (middle, tried);
            else
                narrow = middle;
        }

        return lines;
    }

    private static List<List<Piece>> Fill(List<Piece> pieces, float width, float space, TextRoom room)
    {
        var lines = new List<List<Piece>>();
        var (x, letters) = (0f, 0);
        foreach (var piece in pieces)
        {
            var gap = lines.Count == 0 || !piece.StartsWord ? 0 : 1;
            if (lines.Count == 0 || x + (gap * space) + piece.Width > width || letters + gap + piece.Letters > room.MostLetters)
            {
                lines.Add([]);
                (x, letters, gap) = (0, 0, 0);
            }

            lines[^1].Add(piece);
            x += (gap * space) + piece.Width;
            letters += gap + piece.Letters;
        }

        return lines;
    }

    private static string Text(List<Piece> line) =>
        string.Concat(line.Select((piece, index) => index > 0 && piece.StartsWord ? " " + piece.Text : piece.Text)).Replace(Together, " ", StringComparison.Ordinal);

    private static IEnumerable<Piece> Pieces(Typesetter type, string text, TextRoom room)
    {
        // A per-cent sign stays with its number.
        foreach (var word in text.Replace(" %", Together + "%", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var starts = StringInfo.ParseCombiningCharacters(word);
            for (var from = 0; from < starts.Length;)
            {
                var piece = Longest(type, word, starts, from, room);
                yield return piece;
                from += piece.Letters;
            }
        }
    }

    // The rest of the word, or as much of it as a line holds, and always one letter, so that the loop above ends.
    private static Piece Longest(Typesetter type, string word, int[] starts, int from, TextRoom room)
    {
        var rest = PieceOf(type, word, starts, from, starts.Length - from, room);
        if (rest.Width <= room.Width && rest.Letters <= room.MostLetters)
            return rest;
        var (fits, tooMany) = (PieceOf(type, word, starts, from, 1, room), Math.Min(rest.Letters, room.MostLetters + 1));
        while (tooMany - fits.Letters > 1)
        {
            var tried = PieceOf(type, word, starts, from, (fits.Letters + tooMany) / 2, room);
            (fits, tooMany) = tried.Width <= room.Width ? (tried, tooMany) : (fits, tried.Letters);
        }

        return fits;
    }

    private static Piece PieceOf(Typesetter type, string word, int[] starts, int from, int letters, TextRoom room)
    {
        var end = from + letters < starts.Length ? starts[from + letters] : word.Length;
        var text = word[starts[from]..end];
        return new(text, type.Width(text, room.Face), letters, from == 0);
    }

    private static string Shortened(Typesetter type, string line, TextRoom room)
    {
        for (var starts = StringInfo.ParseCombiningCharacters(line); starts.Length > 0; starts = starts[..^1])
        {
            var shorter = line.TrimEnd() + "…";
            if (starts.Length < room.MostLetters && type.Width(shorter, room.Face) <= room.Width)
                return shorter;
            line = line[..starts[^1]];
        }

        return "…";
    }

    private readonly record struct Piece(string Text, float Width, int Letters, bool StartsWord);
}
