namespace OutcomeBot.Core.Language;

/// <summary>A why question turned back into what it asks about.</summary>
internal static class Question
{
    /// <summary>
    /// "Why is revenue growth declining?" asks about "revenue growth is declining"; null where it can't be told where the subject ends.
    /// </summary>
    public static string? Statement(string question)
    {
        var words = question.TrimEnd('?', ' ').Split(' ');
        if (words.Length < 4) return null;
        var (auxiliary, rest) = (words[1].ToLowerInvariant(), words[2..]);
        var wanted = auxiliary switch
        {
            "is" or "are" or "was" or "were" => Forms.Gerund | Forms.Participle,
            "has" or "have" or "had" => Forms.Participle,
            "do" or "does" or "did" => Forms.Base,
            _ => Forms.None,
        };
        var verbs = Enumerable.Range(1, rest.Length - 1).Where(at => Verbs.Read(rest[at].ToLowerInvariant())?.Is(wanted) == true).ToArray();
        if (verbs.Length != 1 || rest.Contains("that") || rest.Contains("not")) return null;
        var (subject, predicate) = (string.Join(' ', rest[..verbs[0]]), string.Join(' ', rest[verbs[0]..]));
        return wanted == Forms.Base ? Inflected(subject, auxiliary, predicate) : $"{subject} {auxiliary} {predicate}";
    }

    private static string? Inflected(string subject, string auxiliary, string predicate) => auxiliary switch
    {
        "do" => $"{subject} {predicate}",
        "does" when predicate.Split(' ', 2) is [var verb, .. var rest] => string.Join(' ', [subject, Verbs.ThirdOf(verb), .. rest]),
        _ => null,
    };
}
