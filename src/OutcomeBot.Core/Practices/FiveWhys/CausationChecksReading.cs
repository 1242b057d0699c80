using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using Words = OutcomeBot.Core.Practices.FiveWhys.CausationChecksWords;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What a sentence is about.</summary>
internal enum SubjectKind
{
    Unknown,
    Thing,
    Nobody,
    Group,
    Role,
    Pronoun,
    Named,
}

/// <summary>An answer, read once for all the checks.</summary>
internal sealed record CausationChecksReading(
    string Answer, ImmutableArray<Token> Tokens, ImmutableArray<bool> Masked, int? VerbAt, SubjectKind Subject)
{
    private const int LongestQuotation = 80;

    public bool IsAboutPeople => Subject is SubjectKind.Group or SubjectKind.Role or SubjectKind.Pronoun or SubjectKind.Named;

    public static CausationChecksReading Of(string answer, ImmutableArray<string> peopleNames)
    {
        var tokens = Token.Spoken(answer);
        var verb = FiniteVerb.In(tokens)?.Index is { } at && !IsCrew(tokens, at) ? at : (int?)null;
        var masked = new bool[tokens.Length];
        foreach (var harmless in Words.Harmless.AllIn(tokens)) masked.AsSpan(harmless.Start..harmless.End).Fill(true);
        return new CausationChecksReading(answer, tokens, [.. masked], verb, SubjectOf(answer, tokens, verb, NamesOf(peopleNames)));
    }

    /// <summary>The first such phrase that isn't a harmless term of the trade.</summary>
    public Match? Find(Phrases phrases)
    {
        foreach (var match in phrases.AllIn(Tokens))
            if (!Masked[match.Start]) return match;
        return null;
    }

    /// <summary>Whether the author goes on to say why.</summary>
    public bool HasReasonAfter(Match match) => Tokens.Skip(match.End).Any(token => Words.ReasonAfter.Contains(token.Text));

    /// <summary>Whether the author has said what led to the words at this place, before or after them.</summary>
    public bool HasReason(Match match) => HasReasonAfter(match)
        || Tokens.Take(match.Start).Any(token => Words.ReasonBefore.Contains(token.Text));

    /// <summary>The words at this place as they were typed.</summary>
    public string Quoted(Match match)
    {
        var (start, end) = (match.Start, match.End);
        var before = start > 0 ? Tokens[start - 1].Text : "";
        var belongs = Tokens[start].Text switch
        {
            "not" => FiniteVerb.IsAuxiliary(before),
            "enough" => before == "not",
            "few" => before == "too",
            _ => false,
        };
        return Quoted(belongs ? start - 1 : start, Tokens[end - 1].Text == "wrong" && end < Tokens.Length ? end + 1 : end);
    }

    /// <summary>From the beginning of the sentence on: "R&amp;D is too slow".</summary>
    public string QuotedFromStart(Match match) => Quoted(0, match.End);

    private string Quoted(int start, int end)
    {
        var (first, last) = (Tokens[start].Start, Tokens[end - 1].End);
        if (last - first <= LongestQuotation) return Answer[first..last];
        var fitting = Tokens.Skip(start).TakeWhile(token => token.End - first < LongestQuotation).Select(token => token.End).LastOrDefault();
        return fitting > first ? Answer[first..fitting] + "…" : "…";
    }

    // "The sales team": to team is a verb, and here it is none.
    private static bool IsCrew(ImmutableArray<Token> tokens, int at) =>
        at == tokens.Length - 1 && (Words.Groups.Contains(tokens[at].Text) || Words.Roles.Contains(tokens[at].Text));

    private static SubjectKind SubjectOf(string answer, ImmutableArray<Token> tokens, int? verb, IReadOnlySet<string> names)
    {
        var end = verb ?? (tokens.Length <= 4 ? tokens.Length : 0);
        if (end == 0) return SubjectKind.Unknown;
        var subject = tokens.Take(end).TakeWhile((token, at) => at == 0 || token.Text is not ("of" or "in" or "for" or "with" or "from" or "on" or "by" or "at" or "not")).ToArray();
        while (subject.Length > 1 && (English.Adverbs.Contains(subject[^1].Text) || subject[^1].Text.EndsWith("ly", StringComparison.Ordinal))) subject = subject[..^1];
        return KindOf(answer, subject, names, verb is null);
    }

    private static SubjectKind KindOf(string answer, Token[] subject, IReadOnlySet<string> names, bool isAlone)
    {
        var (first, head) = (subject[0].Text, subject[^1]);
        var hasArticle = subject.Length > 1 && first is "the" or "a" or "an" or "our" or "their" or "this";
        return head.Text switch
        {
            "one" when first is "no" => SubjectKind.Nobody,
            "us" or "them" when first is "none" => SubjectKind.Nobody,
            _ when isAlone && Words.Amounts.Contains(first) => SubjectKind.Unknown,
            _ when IsNamed(answer, subject, names) => SubjectKind.Named,
            "it" => answer.AsSpan(head.Start, 2) is "IT" ? SubjectKind.Group : SubjectKind.Thing,
            var word when Words.Nobodies.Contains(word) => SubjectKind.Nobody,
            var word when Words.PersonalPronouns.Contains(word) => SubjectKind.Pronoun,
            var word when Words.Roles.Contains(word) => SubjectKind.Role,
            var word when Words.Groups.Contains(word) && !(hasArticle && subject.Length == 2 && Words.ThingsWithArticle.Contains(word)) => SubjectKind.Group,
            _ => isAlone ? SubjectKind.Unknown : SubjectKind.Thing,
        };
    }

    // A name is a name where it is written as one: "Will" and not "will", or after an at sign.
    private static bool IsNamed(string answer, Token[] subject, IReadOnlySet<string> names) =>
        names.Contains(subject[^1].Text) && (char.IsUpper(answer[subject[^1].Start]) || subject[^1].Start == 0 || HasAt(answer, subject[^1]))
        || HasAt(answer, subject[0]);

    private static bool HasAt(string answer, Token token) => token.Start > 0 && answer[token.Start - 1] == '@';

    private static HashSet<string> NamesOf(ImmutableArray<string> names) =>
        names.IsDefaultOrEmpty ? [] : names.SelectMany(name => Token.Words(name)).Select(token => token.Text).Where(name => name.Length > 1)
            .ToHashSet(StringComparer.Ordinal);
}
