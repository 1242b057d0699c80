using System.Text;
using System.Text.RegularExpressions;

namespace OutcomeBot.Slack;

/// <summary>The text beside the blocks: what notifications, search and screen readers give.</summary>
internal static partial class SlackNotice
{
    private const string Tail = "… (the message says the rest)";

    /// <summary>Plain text, escaped, at most as long as chat.update takes. The blocks hold all of it.</summary>
    public static string Of(string plain)
    {
        var clean = SlackTyped.WithoutControls(plain);
        var escaped = SlackMarkup.Escape(clean);
        if (escaped.Length <= SlackLimits.Notification) return escaped;

        var text = new StringBuilder(SlackLimits.Notification);
        foreach (var rune in clean.EnumerateRunes())
        {
            var letter = SlackMarkup.Escape(rune.ToString());
            if (text.Length + letter.Length > SlackLimits.Notification - Tail.Length) break;
            text.Append(letter);
        }
        return text.Append(Tail).ToString();
    }

    /// <summary>Our own mrkdwn as a reader sees it.</summary>
    public static string Plain(string markup) =>
        SlackTyped.Read(Bold().Replace(markup, "${text}")).Replace("\u2060", "", StringComparison.Ordinal);

    /// <summary>Typed asterisks at the edge of a word are written with another letter, so these are ours.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\*(?<text>[^*\n]+)\*(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Bold();
}
