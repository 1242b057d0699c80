using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutcomeBot.Teams;

/// <summary>What people typed, from Teams' writing to plain text: the bot's mention goes, other people's become their names.</summary>
internal static partial class TeamsTyped
{
    /// <summary>The text of a message as a reader sees it, without the bot's mention.</summary>
    public static string Read(JsonElement activity, string? bot)
    {
        var text = activity.Text("text") ?? "";
        foreach (var mention in Mentions(activity))
            if (bot is not null && mention.At("mentioned").Id("id") == bot && mention.Text("text") is { Length: > 0 } written)
                text = Without(text, written);
        if (activity.Text("textFormat") is "xhtml" or "html") text = Tag().Replace(Break().Replace(text, "\n"), "");
        text = Quoted().Replace(Mention().Replace(text, "@${name}"), " ");
        return WithoutControls(WebUtility.HtmlDecode(text).Replace('\u00a0', ' ')).Trim();
    }

    /// <summary>Whether the message mentions this id.</summary>
    public static bool IsMentioned(JsonElement activity, string? id) =>
        id is not null && Mentions(activity).Any(mention => mention.At("mentioned").Id("id") == id);

    /// <summary>The message that this one quotes, which is how people answer where there are no threads.</summary>
    public static string? QuotedMessage(JsonElement activity) => activity.At("entities").Items()
        .Where(entity => entity.Text("type") == "quotedReply")
        .Select(entity => entity.At("quotedReply").Id("messageId"))
        .FirstOrDefault(id => id is not null);

    /// <summary>First word in lower case, and the rest as typed.</summary>
    public static (string Word, string Text) Command(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \n");
        return end < 0
            ? (text.TrimStart('/').ToLowerInvariant(), "")
            : (text[..end].TrimStart('/').ToLowerInvariant(), text[end..].Trim());
    }

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

    private static IEnumerable<JsonElement> Mentions(JsonElement activity) =>
        activity.At("entities").Items().Where(entity => entity.Text("type") == "mention");

    private static string Without(string text, string written)
    {
        var at = text.IndexOf(written, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), " ", text.AsSpan(at + written.Length));
    }

    [GeneratedRegex("<at[^<>]{0,200}>(?<name>[^<>]{0,200})</at>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex("<quoted [^<>]{0,400}/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex("<(br|/p|/div|/li)[^<>]{0,200}>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("</?(?!at\\b|quoted\\b)[a-z][^<>]{0,2000}>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
