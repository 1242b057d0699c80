using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>Where a phrase stands among the tokens: from the first to before the last.</summary>
internal readonly record struct Match(int Start, int End);

/// <summary>
/// A list of phrases to look for, one a line. A word stands for itself, <c>a|b</c> for either, <c>&lt;skip&gt;</c> for any form
/// of the verb, <c>...</c> for up to three words, <c>$</c> for the end. The time is linear in the text.
/// </summary>
internal sealed class Phrases
{
    private const int LongestGap = 3;

    private readonly Dictionary<string, List<Word[]>> _byFirst = new(StringComparer.Ordinal);

    public Phrases(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Word[] phrase = [.. line.Split(' ').Select(word => new Word(word.Split('|')))];
            foreach (var first in phrase[0].Alternatives) Under(first).Add(phrase);
        }
    }

    /// <summary>The first phrase in the text, the longest where several begin at the same word; null when there is none.</summary>
    public Match? In(ImmutableArray<Token> tokens, int from = 0)
    {
        for (var at = from; at < tokens.Length; at++)
        {
            var end = Beginning(tokens[at]).Select(phrase => EndOf(phrase, 1, tokens, at + 1)).DefaultIfEmpty(-1).Max();
            if (end > 0) return new Match(at, end);
        }
        return null;
    }

    /// <summary>All the phrases in the text, from left to right, none over another.</summary>
    public IEnumerable<Match> AllIn(ImmutableArray<Token> tokens)
    {
        for (var found = In(tokens); found is { } match; found = In(tokens, match.End)) yield return match;
    }

    private IEnumerable<Word[]> Beginning(Token token)
    {
        IEnumerable<Word[]> literal = _byFirst.TryGetValue(token.Text, out var phrases) ? phrases : [];
        return Verbs.Read(token.Text) is { } verb && _byFirst.TryGetValue($"<{verb.Base}>", out var forms) ? literal.Concat(forms) : literal;
    }

    private static int EndOf(Word[] phrase, int word, ImmutableArray<Token> tokens, int at)
    {
        if (word == phrase.Length) return at;
        if (phrase[word].IsEnd) return at == tokens.Length ? at : -1;
        if (!phrase[word].IsGap) return at < tokens.Length && phrase[word].Fits(tokens[at]) ? EndOf(phrase, word + 1, tokens, at + 1) : -1;
        for (var gap = 0; gap <= LongestGap; gap++)
            if (EndOf(phrase, word + 1, tokens, at + gap) is var end and > 0) return end;
        return -1;
    }

    private List<Word[]> Under(string first)
    {
        if (!_byFirst.TryGetValue(first, out var phrases)) _byFirst[first] = phrases = [];
        return phrases;
    }

    private sealed record Word(string[] Alternatives)
    {
        public bool IsGap => Alternatives[0] == "...";

        public bool IsEnd => Alternatives[0] == "$";

        public bool Fits(Token token) => Array.Exists(Alternatives, alternative => alternative == token.Text
            || (alternative[0] == '<' && Verbs.Read(token.Text) is { } verb && alternative.AsSpan(1, alternative.Length - 2).SequenceEqual(verb.Base)));
    }
}
