using System.Text;
using System.Text.RegularExpressions;

namespace OutcomeBot.Slack;

/// <summary>What people typed, from Slack's writing to plain text: entities, mentions and links become what a reader sees.</summary>
internal static partial class SlackTyped
{
    /// <summary>Plain text of a message or command.</summary>
    public static string Read(string text, Func<string, string?>? nameOf = null)
    {
        var plain = text.Contains('<', StringComparison.Ordinal)
            ? Token().Replace(text, match => Spoken(match.Groups["kind"].Value, match.Groups["body"].Value, match.Groups["label"].Value, nameOf))
            : text;
        return WithoutControls(Unescape(plain));
    }

    /// <summary>Plain text of a form's field, where Slack writes no mentions or links.</summary>
    public static string ReadField(string text) => WithoutControls(Unescape(text));

    /// <summary>The text without the bot's mention: the one it knows itself by, or else the one the text begins with.</summary>
    public static string WithoutMention(string text, string? bot)
    {
        var own = bot is null ? -1 : text.IndexOf($"<@{bot}", StringComparison.Ordinal);
        var start = own >= 0 ? own : text.TrimStart().StartsWith("<@", StringComparison.Ordinal) ? text.IndexOf("<@", StringComparison.Ordinal) : -1;
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        return end < 0 ? text : string.Concat(text.AsSpan(0, start), text.AsSpan(end + 1)).Trim();
    }

    /// <summary>Whether the text mentions this user.</summary>
    public static bool Mentions(string text, string user) =>
        text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal);

    /// <summary>Line ends made one, tabs made blanks, every other control character and broken half of a character left out.</summary>
    public static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')
            && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.AsSpan().ContainsAny('\u2028', '\u2029'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value == '\n' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
                clean.Append(rune.ToString());
        return clean.ToString();
    }

    /// <summary>First word in lower case, and the rest as typed.</summary>
    public static (string Word, string Text) Command(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAny(" \n\t\u00a0");
        return end < 0
            ? (trimmed.ToString().ToLowerInvariant(), "")
            : (trimmed[..end].ToString().ToLowerInvariant(), trimmed[end..].Trim().ToString());
    }

    /// <summary>Ampersands last, so that a typed &amp;lt; stays what was typed.</summary>
    private static string Unescape(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text;

    private static string Spoken(string kind, string body, string label, Func<string, string?>? nameOf) => kind switch
    {
        "@" => "@" + (label.Length > 0 ? label : nameOf?.Invoke(body) ?? body),
        "#" => "#" + (label.Length > 0 ? label : body),
        "!" when body.StartsWith("subteam^", StringComparison.Ordinal) => label.Length > 0 ? "@" + label.TrimStart('@') : "@group",
        "!" when body.StartsWith("date^", StringComparison.Ordinal) => label,
        "!" => "@" + (label.Length > 0 ? label.TrimStart('@') : body),
        _ => body.StartsWith("mailto:", StringComparison.Ordinal) ? body["mailto:".Length..] : body,
    };

    [GeneratedRegex("<(?<kind>[@#!]?)(?<body>[^<>|\n]{1,4000})(\\|(?<label>[^<>\n]{0,4000}))?>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
