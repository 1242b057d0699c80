using System.Collections.Frozen;

namespace OutcomeBot.Core.Language;

/// <summary>Cuts the endings of English words, after the first steps of Porter's stemmer (1980), and leaves other words alone.</summary>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    private static readonly string[] s_endings =
        ["ization", "isation", "fulness", "ational", "ation", "ment", "ness", "ally", "able", "ible", "ize", "ise", "ion", "ly"];

    private static readonly FrozenDictionary<string, string> s_kin = English.SameMeaning
        .Select(line => line.Split(' ').Select(Cut).ToArray())
        .SelectMany(kin => kin.Skip(1).Select(word => (Word: word, Kin: kin[0])))
        .DistinctBy(pair => pair.Word)
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Kin, StringComparer.Ordinal);

    /// <summary>The stem of a word in lower case; words that say the same thing share one.</summary>
    public static string Stem(string word)
    {
        var bare = Possessive(word).Replace("-", "", StringComparison.Ordinal);
        var stem = bare.Length <= ShortestStem || !bare.All(char.IsAsciiLetter) ? bare : Cut(bare);
        return s_kin.GetValueOrDefault(stem, stem);
    }

    private static string Cut(string word) => Ended(Inflected(Singular(Verbs.IrregularBase(word))));

    private static string Possessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'');

    private static string Singular(string word) => word switch
    {
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] => word[..^2],
        [_, _, .., 'i', 'e', 's'] => word[..^3] + "y",
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static string Inflected(string word)
    {
        var root = word switch
        {
            [.., 'e', 'e', 'd'] => word,
            [.., 'i', 'n', 'g'] => word[..^3],
            [.., 'e', 'd'] => word[..^2],
            _ => word,
        };
        if (root.Length == word.Length || root.Length < 2 || !root.Any(IsVowel)) return word;
        var doubled = root.Length > ShortestStem && root[^1] == root[^2] && root[^1] is not ('l' or 's' or 'z' or 'e' or 'o');
        return doubled ? root[..^1] : root;
    }

    private static string Ended(string word)
    {
        var ending = s_endings.FirstOrDefault(ending =>
            word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal));
        var root = ending switch
        {
            null => word,
            "ion" when word[^4] is not ('s' or 't') => word,
            _ => word[..^ending.Length],
        };
        return root switch
        {
            [.., 'y'] => root[..^1] + "i",
            [_, _, _, .., 'a', 't', 'e'] => root[..^3],
            [_, _, _, .., 'a', 't'] => root[..^2],
            [_, _, .., 'e'] => root[..^1],
            _ => root,
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
