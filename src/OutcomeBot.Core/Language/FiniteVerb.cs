using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>Where the verb of a clause stands.</summary>
/// <param name="Index">Among the words that were read.</param>
/// <param name="IsCertain">A sentence may be rebuilt around it; if not, it only shows that the words are a clause.</param>
internal readonly record struct FiniteVerb(int Index, bool IsCertain)
{
    private const int LongestSubject = 24;

    private static readonly FrozenSet<string> s_finite = English.Set("is are was were has does did can could would should");

    private static readonly FrozenSet<string> s_auxiliaries = English.Set("""
        is are was were am has have had do does did can can't cannot could couldn't will won't would wouldn't shall should shouldn't
        may might must mustn't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't
        """);

    // "The reason is we have no rule": the verb is found, and still no good question can be built around it.
    private static readonly FrozenSet<string> s_talkAbout = English.Set("reason cause problem issue point question answer thing truth fact");

    private enum Strength { None, Doubtful, Past, Present, Auxiliary }

    /// <summary>Whether a word, in lower case, is one that a question moves to the front.</summary>
    public static bool IsAuxiliary(string word) => s_auxiliaries.Contains(word);

    /// <summary>The verb of the first clause among these tokens; null where there is none.</summary>
    public static FiniteVerb? In(ImmutableArray<Token> tokens)
    {
        var found = Candidates(tokens);
        if (found.Count == 0) return null;
        var first = found.FindIndex(candidate => candidate.Strength > Strength.Doubtful);
        if (first < 0) return Doubtful(tokens, found);
        var (index, strength) = found[first];
        var rest = found.Skip(first + 1).ToArray();
        // "The release notes list is ..." is one long name; with words between, either may be the verb.
        if (first > 0 && found[first - 1].Index < index - 1) return new FiniteVerb(found[0].Index, IsCertain: false);
        var isCertain = !s_talkAbout.Contains(tokens[index - 1].Text) && strength switch
        {
            Strength.Auxiliary => !rest.Any(later => s_finite.Contains(tokens[later.Index].Text)),
            Strength.Past => !rest.Any(later => later.Strength > Strength.Doubtful) && !IsPassive(tokens, index),
            _ => !rest.Any(later => later.Strength > Strength.Doubtful),
        };
        return new FiniteVerb(index, isCertain);
    }

    private static FiniteVerb Doubtful(ImmutableArray<Token> tokens, List<(int Index, Strength Strength)> found)
    {
        var (first, index) = (found[0].Index, found[^1].Index);
        if (found.Count == 1) return new FiniteVerb(first, GoesOn(tokens, first));
        var areNeighbours = found.Count == 2 && Before(tokens, index) == tokens[first].Text;
        if (!areNeighbours || !Verbs.Read(tokens[first].Text)!.Is(Forms.Third)) return new FiniteVerb(first, IsCertain: false);
        // "Reviews never reach the board": the plural has its verb. "The roadmap lists features": a plural would not take an s-form.
        return new FiniteVerb(Verbs.Read(tokens[index].Text)!.Is(Forms.Third) ? first : index, IsCertain: true);
    }

    private static bool GoesOn(ImmutableArray<Token> tokens, int index)
    {
        if (Verbs.Read(tokens[index].Text)!.Is(Forms.Tenseless)) return false;
        if (index + 1 == tokens.Length) return false;
        var next = tokens[index + 1].Text;
        return English.BeforeNouns.Contains(next) || English.Adverbs.Contains(next) || English.BeginClauses.Contains(next)
            || next.EndsWith("ly", StringComparison.Ordinal) || char.IsDigit(next[0]);
    }

    private static List<(int Index, Strength Strength)> Candidates(ImmutableArray<Token> tokens)
    {
        var found = new List<(int, Strength)>();
        for (var at = 0; at < tokens.Length && at <= LongestSubject; at++)
        {
            var token = tokens[at];
            if (!token.IsWord || English.BeginClauses.Contains(token.Text)) break;
            if (token.Text is "and" or "before" or "after" && found.Count > 0) break;
            var strength = at == 0 ? Strength.None : StrengthOf(tokens, at);
            if (strength != Strength.None) found.Add((at, strength));
        }
        return found;
    }

    private static Strength StrengthOf(ImmutableArray<Token> tokens, int at)
    {
        var before = Before(tokens, at);
        var word = tokens[at].Text;
        if (before is null) return Strength.None;
        if (s_finite.Contains(word)) return Strength.Auxiliary;
        if (English.BeforeNouns.Contains(before) || before.EndsWith("'s", StringComparison.Ordinal)) return Strength.None;
        if (s_auxiliaries.Contains(word)) return Strength.Auxiliary;
        if (Verbs.Read(word) is not { } verb) return Strength.None;
        if (verb.Is(Forms.Base) && !verb.Is(Forms.Past) && !IsPlural(tokens, at, before)) return Strength.None;
        if (!verb.Is(Forms.Base | Forms.Third | Forms.Past)) return Strength.None;
        if (verb.IsDoubtful && !English.Pronouns.Contains(before)) return Strength.Doubtful;
        return verb.Is(Forms.Past) ? Strength.Past : Strength.Present;
    }

    private static string? Before(ImmutableArray<Token> tokens, int at)
    {
        for (var index = at - 1; index >= 0; index--)
        {
            var word = tokens[index].Text;
            var isAdverb = English.Adverbs.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));
            if (!isAdverb) return word;
        }
        return null;
    }

    private static bool IsPlural(ImmutableArray<Token> tokens, int at, string before) =>
        English.Plurals.Contains(before)
        || (before.Length > 2 && before[^1] == 's' && before[^2] != 's' && !English.SingularsInS.Contains(before))
        || tokens.Take(at).Any(token => token.Text == "and");

    // "Dates promised by sales" is no sentence, "sales increased by 5 %" is one.
    private static bool IsPassive(ImmutableArray<Token> tokens, int index) =>
        index + 1 < tokens.Length && tokens[index + 1].Text == "by"
        && !(index + 2 < tokens.Length && char.IsDigit(tokens[index + 2].Text[0]));
}
