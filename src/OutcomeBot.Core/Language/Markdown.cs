using System.Text;

namespace OutcomeBot.Core.Language;

/// <summary>What people typed, on a page of Markdown: text there too, no markup, no mention, no HTML.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_[]#|~";

    /// <summary>What would make a list, a heading or a numbered line of a text that begins with it.</summary>
    private const string SpecialAtStart = "-+=";

    /// <summary>Typed text that reads the same and does nothing: a word joiner keeps an at sign from naming anybody.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (text.Length > 0 && SpecialAtStart.Contains(text[0], StringComparison.Ordinal)) safe.Append('\\');
        else if (digits > 0 && digits < text.Length && text[digits] is '.' or ')') text = $"{text[..digits]}\u2060{text[digits..]}";
        foreach (var letter in text.Replace("\n", " ", StringComparison.Ordinal))
            _ = letter switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '@' => safe.Append("@\u2060"),
                _ when Special.Contains(letter, StringComparison.Ordinal) => safe.Append('\\').Append(letter),
                _ => safe.Append(letter),
            };
        return safe.ToString();
    }
}
