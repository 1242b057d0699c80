using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>Turns what people said into the next question and into sentences that can stand in a report.</summary>
public static class Wording
{
    private static readonly char[] s_ends = [' ', '\t', '\r', '\n', '.', '!', '?', '…', ';', ',', ':', '。', '！', '？', '؟', '।'];

    private static readonly string[] s_openings = ["because ", "cause ", "cuz ", "since ", "due to the fact that ", "that's because ", "it's because "];

    /// <summary>
    /// The next question: "dates were believed" asks "Why were dates believed?". What isn't understood for certain is asked
    /// as "Why is it that ...?", which is always good English.
    /// </summary>
    public static string WhyOf(string cause)
    {
        if (Asked(cause, "why") is { } asked) return asked;
        var clause = Clause(cause);
        if (clause.Length == 0) return "Why?";
        return Language.Clause.Read(clause)?.Question() ?? Fallback("Why is it", "Why is that so", clause);
    }

    /// <summary>The same, asked for the story and not for the reason: how drifts less to who.</summary>
    public static string HowOf(string cause)
    {
        if (Asked(cause, "how") is { } asked) return asked;
        if (Asked(cause, "why") is { } why) return $"{why.TrimEnd('?')}, and how did it come about?";
        var clause = Clause(cause);
        return clause.Length == 0 ? "How did it come about?" : Fallback("How did it come about", "How did this come about", clause);
    }

    /// <summary>The separate causes in one answer, each able to stand alone; a single cause comes back as it is.</summary>
    public static ImmutableArray<string> Split(string answer) => SeveralCauses.In(answer);

    /// <summary>Capital first, full stop last.</summary>
    public static string Sentence(string text)
    {
        var words = OneLine(text);
        if (words.Length == 0) return "";
        var capital = KeepsItsShape(words) ? words : char.ToUpperInvariant(words[0]) + words[1..];
        return EndsItself(capital) ? capital : capital.TrimEnd(s_ends) + ".";
    }

    /// <summary>For the middle of a sentence: small first unless it is a name or an acronym, no full stop, no "because" in front.</summary>
    public static string Clause(string text)
    {
        var words = OneLine(text).TrimEnd(s_ends);
        words = WithoutOpening(words);
        return words.Length == 0 || IsName(words) ? words : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>"X led to Y, which increased the likelihood of Z."</summary>
    public static string CausalStatement(string cause, string effect, string problem)
    {
        var x = Thing(cause) ?? $"the fact that {Clause(cause)}";
        var y = Thing(effect) ?? $"a situation where {Clause(effect)}";
        return Sentence($"{x} led to {y}, which increased the likelihood {OfProblem(problem)}");
    }

    /// <summary>"Because Ben left" says "Ben left".</summary>
    internal static string WithoutOpening(string text)
    {
        var opening = Array.Find(s_openings, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        return opening is null ? text : text[opening.Length..].TrimStart();
    }

    private static string OfProblem(string problem)
    {
        if (Asked(problem, "why") is { } asked)
            return Question.Statement(asked) is { } stated ? OfProblem(stated) : $"of what was asked (“{asked}”)";
        return Thing(problem) is { } thing ? $"of {thing}" : $"that {Clause(problem)}";
    }

    private static string? Thing(string text)
    {
        var clause = Clause(text);
        if (clause.Length == 0) return "something not yet said";
        return Language.Clause.Read(clause) is { } read ? read.AsThing() : IsFragment(clause) ? clause : null;
    }

    private static string Fallback(string asClause, string asLabel, string clause) =>
        IsFragment(clause) || IsNoStatement(clause) || clause.Contains(". ", StringComparison.Ordinal) ? $"{asLabel}: {clause}?" : $"{asClause} that {clause}?";

    // "let's move": an order or a question has no "that" before it.
    private static bool IsNoStatement(string clause) =>
        clause.Split(' ', 2)[0].ToLowerInvariant() is "let's" or "lets" or "please" or "how" or "who" or "what" or "when" or "where" or "is" or "are"
            or "do" or "does" or "did" or "can" or "should" or "would" or "could";

    /// <summary>A few English words of which none could be a verb: "technical debt".</summary>
    internal static bool IsFragment(string clause)
    {
        if (clause.Length > 60 || !clause.All(char.IsAscii)) return false;
        var words = Token.Words(clause);
        var isShort = words.Length <= 3 || (words.Length <= 7 && (English.BeforeNouns.Contains(words[0].Text) || words[0].Text is "missing" or "lack" or "insufficient"));
        return isShort && !HasVerb(words) && !words.Skip(1).Any(word => FiniteVerb.IsAuxiliary(word.Text)
            || English.BeginClauses.Contains(word.Text)
            || (word.Text.EndsWith("ed", StringComparison.Ordinal) && !English.BeforeNouns.Contains(words[0].Text)));
    }

    // "Release notes" is a thing, though to note is a verb.
    private static bool HasVerb(ImmutableArray<Token> words) =>
        FiniteVerb.In(words) is { } verb && (verb.IsCertain || verb.Index < words.Length - 1);

    private static string? Asked(string text, string word)
    {
        var words = OneLine(text);
        var isAsked = words.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (words.Length == word.Length || !char.IsLetterOrDigit(words[word.Length]));
        return isAsked ? char.ToUpperInvariant(words[0]) + words[1..].TrimEnd(s_ends) + "?" : null;
    }

    private static bool IsName(string text)
    {
        var first = Token.Of(text)[0];
        if (!first.IsWord || text[first.Start..first.End].Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter))) return true;
        return first.Text is "i" or "i'm" or "i've" || English.Names.Contains(first.Text.Split('\'')[0]);
    }

    // "iOS", "eBay" and addresses begin small on purpose.
    private static bool KeepsItsShape(string words)
    {
        var first = Token.Of(words)[0];
        return !first.IsWord || first.Text.Contains(':') || (char.IsLower(words[0]) && words[..first.End].Any(char.IsUpper));
    }

    private static bool EndsItself(string words) => words[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
