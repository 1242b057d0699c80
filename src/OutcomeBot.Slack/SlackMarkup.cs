using System.Globalization;
using System.Text;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// Words as Slack's mrkdwn, cut into parts that fit. Slack has no escape for its formatting characters, only for
/// <c>&amp; &lt; &gt;</c>; so a typed <c>* _ ~ `</c> that could begin or end formatting is written with the letter that looks the
/// same (as jsx-slack does it), and a zero-width word joiner breaks emoji names and quote marks.
/// </summary>
internal static class SlackMarkup
{
    private const char Joiner = '\u2060';

    /// <summary>Slack formats a run only at the edges of words; longer strong texts and those with line breaks stay plain.</summary>
    private const int LongestStrong = 200;

    /// <summary>These words in parts of at most this many letters; together they say everything. Words without any markup are plain text.</summary>
    public static IEnumerable<SlackText> Texts(Words words, int limit)
    {
        if (words.Spans.All(span => span is Plain))
            return Pack(Pieces(Plain(string.Concat(words.Spans.Cast<Plain>().Select(plain => plain.Text))), limit), limit).Select(SlackText (text) => new PlainText(text));
        return Pack(words.Spans.SelectMany(span => Atoms(span, limit)), limit).Select(SlackText (text) => new MarkupText(text));
    }

    /// <summary>These words as one run of mrkdwn, for a caller that packs lines itself.</summary>
    public static IEnumerable<string> Atoms(Words words, int limit) => words.Spans.SelectMany(span => Atoms(span, limit));

    /// <summary>Atoms joined into texts of at most <paramref name="limit"/> letters; blank texts, which Slack refuses, are left out.</summary>
    public static IEnumerable<string> Pack(IEnumerable<string> atoms, int limit)
    {
        var text = new StringBuilder();
        foreach (var atom in atoms)
        {
            if (text.Length + atom.Length > limit && text.Length > 0)
            {
                if (!IsBlank(text)) yield return text.ToString();
                text.Clear();
            }
            text.Append(atom);
        }
        if (!IsBlank(text)) yield return text.ToString();
    }

    /// <summary>Text for Slack's plain_text: shown as it stands, so only what might be taken for a mention is broken.</summary>
    public static string Plain(string text)
    {
        var clean = SlackTyped.WithoutControls(text);
        return clean.Contains('<', StringComparison.Ordinal)
            ? clean.Replace("<!", "<\u2060!", StringComparison.Ordinal).Replace("<@", "<\u2060@", StringComparison.Ordinal).Replace("<#", "<\u2060#", StringComparison.Ordinal)
            : clean;
    }

    /// <summary>The three letters that Slack reads as markup anywhere, notification texts included.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Shortened with an ellipsis, for labels that Slack keeps short; never in the middle of a character.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static bool IsBlank(StringBuilder text)
    {
        for (var index = 0; index < text.Length; index++)
            if (!char.IsWhiteSpace(text[index]) && text[index] != Joiner)
                return false;
        return true;
    }

    private static IEnumerable<string> Atoms(Span span, int limit) => span switch
    {
        Plain plain => Typed(plain.Text, limit),
        Strong strong => Bold(strong.Text, limit),
        Who who when SlackIds.IsUser(who.Person.Id) => [$"<@{who.Person.Id}>"],
        Who who => Typed(who.Person.Name, limit),
        At at => [Date(at.Instant)],
        Day day => [CardText.Of(day.Date)],
        Link link => Url(link, limit),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Date(Instant instant) =>
        string.Create(CultureInfo.InvariantCulture, $"<!date^{instant.ToUnixTimeSeconds()}^{{date_short_pretty}}, {{time}}|{CardText.Of(instant)}>");

    private static IEnumerable<string> Bold(string text, int limit)
    {
        var clean = SlackTyped.WithoutControls(text).Trim();
        var isShort = clean.Length is > 0 and <= LongestStrong && !clean.Contains('\n', StringComparison.Ordinal);
        return isShort ? [$"*{string.Concat(Typed(clean, LongestStrong * 8))}*"] : Typed(text, limit);
    }

    private static IEnumerable<string> Url(Link link, int limit)
    {
        var isWeb = Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        var label = SlackTyped.WithoutControls(link.Label).ReplaceLineEndings(" ").Replace('|', '¦');
        var written = isWeb && label.Trim().Length > 0 ? $"<{Escape(url!.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(label)}>" : "";
        return written.Length is > 0 and <= 1_500 ? [written] : Typed(link.Label == link.Url ? link.Url : $"{link.Label} ({link.Url})", limit);
    }

    /// <summary>What people typed, in pieces that may be parted anywhere between them.</summary>
    private static IEnumerable<string> Typed(string text, int limit) => Pieces(SlackTyped.WithoutControls(text), limit / 8).Select(Defused);

    /// <summary>Words with the blanks after them, so that a text is parted between words; an endless word is parted between characters.</summary>
    private static IEnumerable<string> Pieces(string text, int longest)
    {
        var start = 0;
        for (var index = 1; index <= text.Length; index++)
        {
            var ends = index == text.Length || (char.IsWhiteSpace(text[index - 1]) && !char.IsWhiteSpace(text[index]));
            var full = index - start >= longest && !char.IsHighSurrogate(text[index - 1]);
            if (!ends && !full) continue;
            yield return text[start..index];
            start = index;
        }
    }

    private static string Defused(string piece)
    {
        var written = new StringBuilder(piece.Length + 8);
        for (var index = 0; index < piece.Length; index++)
            written.Append(piece[index] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => index == 0 || piece[index - 1] == '\n' ? "\u2060&gt;" : "&gt;",
                '*' when IsEdge(piece, index) => "∗",
                '_' when IsEdge(piece, index) => "ˍ",
                '~' when IsEdge(piece, index) => "∼",
                '`' => "ˋ",
                ':' when index + 1 < piece.Length && IsEmojiLetter(piece[index + 1]) => ":\u2060",
                var letter => letter.ToString(),
            });
        return written.ToString();
    }

    /// <summary>Within a word (snake_case, 3*4) Slack leaves these characters alone.</summary>
    private static bool IsEdge(string piece, int index) =>
        index == 0 || index + 1 == piece.Length || !char.IsLetterOrDigit(piece[index - 1]) || !char.IsLetterOrDigit(piece[index + 1]);

    private static bool IsEmojiLetter(char letter) => char.IsAsciiLetter(letter) || letter is '+' or '-' or '_';
}
