using System.Buffers;
using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>A plain sentence taken apart: who or what, the verb, and what follows.</summary>
/// <param name="Subject">As it stands inside a sentence: small first unless it is a name.</param>
/// <param name="Verb">The finite verb as it was written, in lower case.</param>
/// <param name="Support">"do", "does" or "did" where a question needs it; null where the verb itself moves to the front.</param>
/// <param name="Base">"sell" of "sold".</param>
internal sealed record Clause(string Subject, string Verb, string? Support, string Base, string Rest)
{
    private const int LongestClause = 400;

    private static readonly SearchValues<char> s_otherThanPlain = SearchValues.Create("\n\"“”:;?!()|");

    /// <summary>"Why were dates believed?"</summary>
    public string Question() => Support is null
        ? Joined("Why", Verb, Subject, Rest) + "?"
        : Joined("Why", Support, Subject, Base, Rest) + "?";

    /// <summary>"dates being believed": the clause as a thing that can cause another; null where English has no natural one.</summary>
    public string? AsThing()
    {
        if (IsPerson(Subject) || Verb.EndsWith("n't", StringComparison.Ordinal) || Verb is "cannot") return null;
        return Verb switch
        {
            "is" or "are" or "was" or "were" or "am" => Joined(Subject, Denial, IsGoingOn(Affirmed) ? "" : "being", Affirmed),
            "has" or "have" or "had" => Joined(Subject, Denial, "having", Affirmed),
            "do" or "does" or "did" when Support is null => Undone(),
            _ when Support is null => null,
            _ => Joined(Subject, Verbs.GerundOf(Base), Rest),
        };
    }

    private string Denial => Rest.Split(' ', 2)[0] is "not" or "never" ? Rest.Split(' ', 2)[0] : "";

    private string Affirmed => Rest[Denial.Length..].TrimStart();

    // "marketing not informing sales"
    private string? Undone() => Denial.Length > 0 && Affirmed.Split(' ', 2) is [var verb, .. var rest]
        ? Joined([Subject, Denial, Verbs.GerundOf(verb), .. rest])
        : null;

    /// <summary>A clause that is understood well enough to be rebuilt; null for anything else, in any language.</summary>
    public static Clause? Read(string text)
    {
        if (text.Length > LongestClause || text.AsSpan().ContainsAny(s_otherThanPlain)) return null;
        var tokens = Token.Of(text);
        if (tokens.Length < 2 || IsOpening(tokens[0].Text) || HoldsAnother(tokens)) return null;
        return FiniteVerb.In(tokens) is { IsCertain: true } verb && !HasSecondVerb(tokens, verb.Index) ? At(text, tokens, verb.Index) : null;
    }

    private static Clause? At(string text, ImmutableArray<Token> tokens, int index)
    {
        var verb = tokens[index];
        var subject = Wording.Clause(text[..verb.Start]);
        var rest = text[verb.End..].Trim();
        var after = tokens.Skip(index + 1).Select(token => token.Text).SkipWhile(word => word != "not" && English.Adverbs.Contains(word)).ToArray();
        if (!FiniteVerb.IsAuxiliary(verb.Text)) return Lexical(subject, verb.Text, rest);
        if (Moves(verb.Text, after) is not { } moves) return null;
        return moves ? new Clause(subject, verb.Text, null, verb.Text, rest) : Owning(subject, verb.Text, rest);
    }

    private static Clause? Lexical(string subject, string word, string rest)
    {
        if (Verbs.Read(word) is not { } verb || verb.Is(Forms.Tenseless)) return null;
        var support = verb switch
        {
            _ when verb.Is(Forms.Third) => "does",
            _ when verb.Is(Forms.Past) => "did",
            _ => "do",
        };
        return new Clause(subject, word, support, verb.Base, rest);
    }

    private static Clause Owning(string subject, string word, string rest) => word switch
    {
        "has" => new Clause(subject, word, "does", "have", rest),
        "have" => new Clause(subject, word, "do", "have", rest),
        "had" => new Clause(subject, word, "did", "have", rest),
        "does" => new Clause(subject, word, "does", "do", rest),
        "do" => new Clause(subject, word, "do", "do", rest),
        _ => new Clause(subject, word, "did", "do", rest),
    };

    // Null: it can't be told whether "has limited" is something done or something owned.
    private static bool? Moves(string auxiliary, string[] after)
    {
        if (after.Length == 0) return auxiliary is not ("has" or "have" or "had" or "do" or "does" or "did");
        if (after[0] == "not") return auxiliary is not ("has" or "have" or "had") ? true : HasParticiple(after[1..]) == true ? true : null;
        return auxiliary switch
        {
            "has" or "have" or "had" => after[0] is "been" or "had" or "done" or "become" ? true : HasParticiple(after),
            "hasn't" or "haven't" or "hadn't" => after[0] is "been" or "had" or "done" || HasParticiple(after) == true ? true : null,
            "do" or "does" or "did" => Verbs.Read(after[0]) is { IsDoubtful: false } verb && verb.Is(Forms.Base),
            _ => true,
        };
    }

    private static bool? HasParticiple(string[] after)
    {
        if (after.Length == 0 || Verbs.Read(after[0]) is not { } verb || !verb.Is(Forms.Participle)) return false;
        var isPlain = after.Length == 1 || English.BeginClauses.Contains(after[1]) || English.BeforeNouns.Contains(after[1]) || English.Adverbs.Contains(after[1])
            || char.IsDigit(after[1][0]) || after[1].EndsWith("ly", StringComparison.Ordinal);
        var isAdjective = verb.Is(Forms.Past) || English.AdjectiveParticiples.Contains(after[0]);
        return isPlain || !isAdjective ? true : null;
    }

    private static bool IsOpening(string word) =>
        FiniteVerb.IsAuxiliary(word) || English.BeginClauses.Contains(word) || word is "let's" or "please";

    // "... because ...", or a comma: the question would ask about the wrong half.
    private static bool HoldsAnother(ImmutableArray<Token> tokens) =>
        tokens.Any(token => token.Text is "because" or "," or "." or "although" or "whereas" or "unless"
            or "it's" or "that's" or "there's" or "he's" or "she's");

    private static bool IsGoingOn(string rest) =>
        Verbs.Read(rest.Split(' ', 2)[0].ToLowerInvariant()) is { } verb && verb.Is(Forms.Gerund);

    // "The contract rewards features and says nothing": the second verb would keep its ending.
    private static bool HasSecondVerb(ImmutableArray<Token> tokens, int verb)
    {
        var isMoved = FiniteVerb.IsAuxiliary(tokens[verb].Text);
        var others = Forms.Third | Forms.Past | (isMoved ? Forms.Base : Forms.None);
        for (var at = verb + 1; at + 1 < tokens.Length; at++)
        {
            if (tokens[at].Text is not ("and" or "but" or "or" or "then" or "plus" or "as")) continue;
            var next = tokens.Skip(at + 1).SkipWhile(token => English.Adverbs.Contains(token.Text)).ToImmutableArray();
            if (next.Length == 0) continue;
            var isVerb = FiniteVerb.IsAuxiliary(next[0].Text) || Verbs.Read(next[0].Text)?.Is(others) == true;
            if (isVerb || FiniteVerb.In(next) is not null) return true;
        }
        return false;
    }

    private static bool IsPerson(string subject) => subject.Split(' ', 2)[0] is "we" or "they" or "I" or "he" or "she" or "you";

    private static string Joined(params IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
