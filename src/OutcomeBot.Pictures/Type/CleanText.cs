using System.Globalization;
using System.Text;

namespace OutcomeBot.Pictures.Type;

/// <summary>What people typed, made fit for one line of a picture: nothing that XML forbids, turns the line around or breaks it.</summary>
internal static class CleanText
{
    // No script stacks more; towers of them would grow out of their box.
    private const int MostAccents = 4;

    /// <summary>The text with white space folded to single spaces, at most so many letters long; the bool says whether it was cut.</summary>
    public static (string Text, bool WasCut) Of(string text, int mostLetters)
    {
        var clean = new StringBuilder(Math.Min(text.Length, mostLetters));
        var isGap = false;
        var accents = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsGap(rune))
            {
                isGap = clean.Length > 0;
                continue;
            }

            accents = IsAccent(rune) ? accents + 1 : 0;
            if (IsUnwelcome(rune) || accents > MostAccents)
                continue;
            if (clean.Length + (isGap ? 1 : 0) + rune.Utf16SequenceLength > mostLetters)
                return (WithoutHalves(clean) + "…", true);
            if (isGap)
                clean.Append(' ');
            isGap = false;
            clean.Append(rune.ToString());
        }

        return (clean.ToString(), false);
    }

    // A cut may fall inside a family emoji or between a letter and its accent: the broken piece goes too.
    private static string WithoutHalves(StringBuilder clean)
    {
        var text = clean.ToString();
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length < 2 ? text : text[..starts[^1]].TrimEnd();
    }

    private static bool IsGap(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Bidirectional overrides would let a person's text rearrange the picture's; U+FFFE and its like are not XML.
    private static bool IsUnwelcome(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
