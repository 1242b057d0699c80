namespace OutcomeBot.Core.Language;

/// <summary>The known word that somebody probably meant.</summary>
public static class Nearest
{
    private const int LongestWord = 64;

    /// <summary>
    /// The known word with the fewest slips (a letter missing, added, wrong, or two swapped), or the only one that begins like
    /// what was typed; null when nothing is near.
    /// </summary>
    public static string? Word(string typed, IEnumerable<string> known)
    {
        var word = typed.Trim().ToLowerInvariant();
        if (word.Length is 0 or > LongestWord) return null;
        var candidates = known.Where(candidate => candidate.Length <= LongestWord).ToArray();
        var near = candidates
            .Select(candidate => (Word: candidate, Slips: Slips(word, candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Slips <= Allowed(word, candidate.Word))
            .ToArray();
        return near.Length > 0 ? near.MinBy(candidate => candidate.Slips).Word : OnlyBeginning(word, candidates);
    }

    private static string? OnlyBeginning(string word, string[] candidates)
    {
        if (word.Length < 3) return null;
        var begun = candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return begun.Length == 1 ? begun[0] : null;
    }

    private static int Allowed(string typed, string known) => Math.Max(typed.Length, known.Length) switch
    {
        <= 2 => 0,
        <= 4 => 1,
        <= 8 => 2,
        _ => 3,
    };

    /// <summary>Damerau and Levenshtein's distance, in its optimal string alignment form.</summary>
    private static int Slips(string a, string b)
    {
        var older = new int[b.Length + 1];
        var old = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var wrong = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(old[j] + 1, row[j - 1] + 1), old[j - 1] + wrong);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) row[j] = Math.Min(row[j], older[j - 2] + 1);
            }
            (older, old) = (old, row);
        }
        return old[b.Length];
    }
}
