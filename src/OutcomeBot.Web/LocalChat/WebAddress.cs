using System.Text.RegularExpressions;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Web addresses in typed text; only http and https ever become links.</summary>
public static partial class WebAddress
{
    /// <summary>The addresses in a text, without the full stop or bracket that ends the sentence around them.</summary>
    public static IEnumerable<Match> In(string text) => Shape().Matches(text);

    /// <summary>Whether an address may be written as a link.</summary>
    public static bool IsLink(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    [GeneratedRegex(@"\bhttps?://[^\s<>""]{1,1900}[^\s<>""'.,;:!?)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
