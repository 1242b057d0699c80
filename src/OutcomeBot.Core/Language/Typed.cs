using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OutcomeBot.Core.Language;

/// <summary>What people typed, made fit to keep: one line, no control characters, nothing that turns the reading direction.</summary>
public static class Typed
{
    /// <summary>The text as one line.</summary>
    public static string Line(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) Space(line);
            else if (!TurnsDirection(rune)) line.Append(rune.ToString());
        return line.ToString().TrimEnd();
    }

    /// <summary>The text as one line, or null when nothing is left of it.</summary>
    public static string? LineOrNull(string? text) => Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>The beginning of a text, as long as fits, with an ellipsis when there was more.</summary>
    public static string Clip(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text[..starts.Last(start => start < longest)].TrimEnd() + "…";
    }

    /// <summary>Whether a line is talk among people and no answer: a question, or what begins with // or a bracket.</summary>
    public static bool IsTalk(string line) => line.EndsWith('?') || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith('(');

    /// <summary>The list, also when a stored text left it out.</summary>
    internal static ImmutableArray<T> OrNone<T>(this ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static void Space(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
