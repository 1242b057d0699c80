using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>Finds where one answer holds several causes, and leaves "R&amp;D", "supply and demand" and "audit and SSO" alone.</summary>
internal static class SeveralCauses
{
    // "and so", "and then": a chain of two links, and no two causes side by side.
    private static readonly ImmutableArray<string> s_chains = ["so", "then", "therefore", "thus", "hence", "consequently", "thereby", "as"];

    private const int LongestClause = 30;

    private enum Cut { None, Always, BetweenClauses }

    /// <summary>The parts in reading order; the answer itself when it is one cause.</summary>
    public static ImmutableArray<string> In(string answer)
    {
        var tokens = Token.Of(answer);
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var at = 1; at < tokens.Length - 1; at++)
        {
            var (cut, length) = CutAt(tokens, at);
            if (cut == Cut.None || (cut == Cut.BetweenClauses && !AreClauses(tokens, start, at, at + length))) continue;
            if (at <= start || at + length >= tokens.Length) continue;
            parts.Add(Part(answer, tokens, start, at));
            start = at + length;
            at = start;
        }
        if (parts.Count == 0) return [answer];
        parts.Add(Part(answer, tokens, start, tokens.Length));
        return [.. parts.Where(part => part.Length > 0)];
    }

    private static (Cut Cut, int Length) CutAt(ImmutableArray<Token> tokens, int at)
    {
        var next = tokens[at + 1].Text;
        var afterNext = at + 2 < tokens.Length ? tokens[at + 2].Text : "";
        return tokens[at].Text switch
        {
            ";" => (Cut.Always, next is "and" or "also" ? 2 : 1),
            "and" when next == "also" => (Cut.Always, 2),
            "and" when s_chains.Contains(next) => (Cut.None, 1),
            "and" or "plus" or "&" => (Cut.BetweenClauses, 1),
            "as" when next == "well" && afterNext == "as" => (Cut.BetweenClauses, 3),
            "," when next is "also" or "plus" => (Cut.BetweenClauses, 2),
            "." when next is "also" => (Cut.BetweenClauses, afterNext == "," ? 3 : 2),
            _ => (Cut.None, 1),
        };
    }

    private static bool AreClauses(ImmutableArray<Token> tokens, int start, int end, int next)
    {
        // "promised before capacity and dates are known": the "and" stands inside the clause after "before".
        var tail = end;
        var farthest = Math.Max(start, end - LongestClause);
        while (tail > farthest && !Subordinates(tokens[tail - 1].Text)) tail--;
        // What follows "because" is one reason, and "half of them" can't stand alone.
        if (tail > start && tokens[tail - 1].Text == "because") return false;
        var refersBack = Verb(tokens, next, tokens.Length) is { } verb && tokens.Skip(next).Take(verb.Index).Any(token => IsReference(token.Text));
        return !refersBack && IsClause(tokens, start, end) && (tail == farthest || IsClause(tokens, tail, end)) && IsClause(tokens, next, tokens.Length);
    }

    private static bool Subordinates(string word) =>
        word is "before" or "after" or "between" || (English.BeginClauses.Contains(word) && word is not ("who" or "which" or "that" or "than"));

    private static bool IsReference(string word) => word is "it" or "they" or "them" or "this" or "those" or "he" or "she";

    private static bool IsClause(ImmutableArray<Token> tokens, int start, int end) => Verb(tokens, start, end) is not null;

    private static FiniteVerb? Verb(ImmutableArray<Token> tokens, int start, int end) =>
        end - start < 2 ? null : FiniteVerb.In([.. tokens.Skip(start).Take(Math.Min(end - start, LongestClause))]);

    private static string Part(string answer, ImmutableArray<Token> tokens, int start, int end) =>
        start >= end ? "" : answer[tokens[start].Start..tokens[end - 1].End].Trim(' ', ',', '.', ';', '\n', '\r', '\t');
}
