using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OutcomeBot.Core.Language;

/// <summary>A word, or a single mark between words, and where it stands in the text.</summary>
/// <param name="Text">In lower case, with straight apostrophes.</param>
internal readonly record struct Token(string Text, int Start, int End, bool IsWord)
{
    /// <summary>The tokens of a text in reading order, in one pass. A web address is a single word.</summary>
    public static ImmutableArray<Token> Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var end = WordEnd(text, at);
            if (end > at)
            {
                tokens.Add(new Token(Plain(text[at..end]), at, end, IsWord: true));
            }
            else
            {
                end = at + RuneLength(text, at);
                if (!char.IsWhiteSpace(text[at])) tokens.Add(new Token(text[at..end], at, end, IsWord: false));
            }
            at = end;
        }
        return tokens.ToImmutable();
    }

    /// <summary>The words alone.</summary>
    public static ImmutableArray<Token> Words(string text) => [.. Of(text).Where(token => token.IsWord)];

    /// <summary>As <see cref="Words"/>, but "didn't" is two words that stand in the same place, "did" and "not".</summary>
    public static ImmutableArray<Token> Spoken(string text) => [.. Words(text).SelectMany(Expanded)];

    private static IEnumerable<Token> Expanded(Token token)
    {
        var head = token.Text switch
        {
            "cannot" or "can't" or "cant" => "can",
            "won't" => "will",
            "don't" or "dont" => "do",
            "doesn't" or "doesnt" => "does",
            "didn't" or "didnt" => "did",
            _ when token.Text.Length > 3 && token.Text.EndsWith("n't", StringComparison.Ordinal) => token.Text[..^3],
            _ => null,
        };
        return head is null ? [token] : [token with { Text = head }, token with { Text = "not" }];
    }

    private static int WordEnd(string text, int start)
    {
        if (IsAddress(text, start)) return AddressEnd(text, start);
        var at = start;
        while (at < text.Length)
        {
            if (IsWordRune(text, at)) at += RuneLength(text, at);
            else if (at > start && Joins(text, at)) at++;
            else break;
        }
        return at;
    }

    private static bool IsAddress(string text, int at) =>
        string.CompareOrdinal(text, at, "http://", 0, 7) == 0 || string.CompareOrdinal(text, at, "https://", 0, 8) == 0;

    private static int AddressEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static bool Joins(string text, int at)
    {
        if (at + 1 >= text.Length || !IsWordRune(text, at + 1)) return false;
        return text[at] switch
        {
            '\'' or '’' or '-' or '‑' or '&' or '.' or '_' => true,
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }

    private static bool IsWordRune(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static int RuneLength(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;

    private static string Plain(string word) => word.ToLowerInvariant().Replace('’', '\'').Replace('‑', '-');
}
