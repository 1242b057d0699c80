using System.Globalization;
using System.Text;

namespace OutcomeBot.Web.LocalChat;

/// <summary>What people type, made safe to keep: bounded, and free of characters that can't be seen.</summary>
public static class LocalText
{
    /// <summary>The longest line, in characters.</summary>
    public const int LongestLine = 4_000;

    /// <summary>The longest name of a person or room.</summary>
    public const int LongestName = 40;

    /// <summary>The text with one kind of line feed and without control and direction characters, trimmed.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
            if (IsKept(rune)) clean.Append(rune);
        return clean.ToString().Trim();
    }

    /// <summary>A name on one line, with single spaces.</summary>
    public static string CleanName(string? text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is wrong with a new name among those taken, as a sentence; null when it is fine.</summary>
    public static string? NameFault(string name, IEnumerable<string> taken, string what) => name.Length switch
    {
        0 => $"Give {what} a name, so that others can tell it apart.",
        > LongestName => $"A name has at most {LongestName} characters; this one has {name.Length}. Shorten it.",
        _ when taken.Contains(name, StringComparer.OrdinalIgnoreCase) => $"The name {name} is taken here. Add a letter or a word to tell the two apart.",
        _ => null,
    };

    private static bool IsKept(Rune rune) => rune.Value == '\n' || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => false,
        // Joiners belong to scripts and to emoji; the direction marks among the format characters can make a text lie.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };
}
