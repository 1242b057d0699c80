using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OutcomeBot.Core.Language;
using Match = System.Text.RegularExpressions.Match;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A short line after the word metric, taken apart: the name, a word that says what is wanted, and the rest.</summary>
/// <param name="Name">The metric; empty when the line names none.</param>
/// <param name="Verb">What is wanted; a number stands for <see cref="Record"/>, nothing for <see cref="Show"/>.</param>
/// <param name="Rest">Everything after that.</param>
internal sealed partial record MetricLine(string Name, string Verb, string Rest)
{
    public const string Show = "show";
    public const string Record = "record";
    public const string Formula = "=";
    public const string Token = "token";
    public const string Tokens = "tokens";

    private static readonly ImmutableHashSet<string> s_alone = ["list", "import", "help", "define", "new", "retired", Tokens];

    private static readonly ImmutableHashSet<string> s_verbs =
        ["target", "threshold", "limits", "drives", "split", "history", "define", "retire", "back", "correct", "why", "undrive", "is", "picture"];

    public static MetricLine Of(string text)
    {
        var line = Typed.Line(text);
        var words = Words().Matches(line).ToArray();
        if (words.Length == 0) return new("", "list", "");
        var first = words[0].Value.ToLowerInvariant();
        if (s_alone.Contains(first) && (words.Length == 1 || first is "define" or "new")) return new("", first == "new" ? "define" : first, After(line, words[0]));
        if (first == Token && (words.Length == 1 || words[1].Value.Equals("for", StringComparison.OrdinalIgnoreCase))) return new("", Token, words.Length == 1 ? "" : After(line, words[1]));
        if (first == "picture" && words.Length > 1) return new(Unquoted(After(line, words[0])), first, "");
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index].Value;
            var verb = word.ToLowerInvariant();
            var isValue = Value().IsMatch(word);
            if (!isValue && (index == 0 || (verb != Formula && !s_verbs.Contains(verb)))) continue;
            return new(Unquoted(line[..words[index].Index]), isValue ? Record : verb == "is" ? Formula : verb, isValue ? line[words[index].Index..] : After(line, words[index]));
        }

        return new(Unquoted(line), Show, "");
    }

    /// <summary>The value, unit, period, source and reason of what follows a name.</summary>
    public static Typing TypingOf(string rest, NodaTime.LocalDate today)
    {
        var (plain, why) = Cut(rest, Because());
        (plain, var source) = Cut(plain, Source());
        var number = Number().Match(plain.Trim());
        var words = number.Success ? number.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        var unit = words.Length;
        for (var start = 0; start < words.Length; start++)
            if (Period.Of(string.Join(' ', words[start..]), today) is not null)
            {
                unit = start;
                break;
            }

        var period = unit < words.Length ? Period.Of(string.Join(' ', words[unit..]), today) : null;
        var typed = number.Groups["sign"].Value + string.Join(' ', words[..unit]);
        return new(Amount.Of(number.Groups["value"].Value), typed.Length == 0 ? null : Unit.Of(typed), period, source, why);
    }

    private static (string Plain, string? Found) Cut(string text, Regex marker) => marker.Match(text) is { Success: true } match
        ? (text[..match.Index], Typed.LineOrNull(match.Groups["text"].Value))
        : (text, null);

    private static string After(string line, Match word) => line[(word.Index + word.Length)..].Trim();

    private static string Unquoted(string name) => name.Trim().Trim('"', '“', '”').Trim();

    [GeneratedRegex("[\"“][^\"“”]*[\"”]|\\S+")]
    private static partial Regex Words();

    // A number, perhaps with its currency before it or its unit on it: 88, -5.2%, €1,200, 88days. Not a date and not 2fa.
    [GeneratedRegex(@"\A[€$£]?[-+−]?[€$£]?\d[\d.,']*([%€$£]|[a-z]{1,12})?\z|\A\(\d[\d.,']*\)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    [GeneratedRegex(@"\A(?<sign>[€$£]?)(?<value>\([\d.,']+\)|[-+−]?\d[\d.,']*( \d{3}(?=\D|\z))*)\s*(?<rest>.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:^|\s)because (?<text>.+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"(?:^|\s)(source:?|from) (?<text>.+)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}

/// <summary>What was typed after a name.</summary>
internal sealed record Typing(Amount Amount, string? Unit, Period? Period, string? Source, string? Why);
