using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>What a text is about, whatever its grammar: the stems of the words that carry meaning.</summary>
public static class Stems
{
    /// <summary>From here on two causes are taken for the same one in other words.</summary>
    public const double Alike = 0.5;

    /// <summary>The distinct stems of a text in lower case, in reading order, without the words that any text has.</summary>
    public static ImmutableArray<string> Of(string text) =>
        [.. Token.Words(text).SelectMany(Parts).Where(English.CarriesMeaning).Select(Stemmer.Stem).Distinct(StringComparer.Ordinal)];

    /// <summary>0 when two texts share no stem, 1 when they have the same ones: the shared among all (Jaccard).</summary>
    public static double Likeness(string a, string b) => Likeness(Of(a), Of(b));

    internal static double Likeness(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        if (a.IsEmpty || b.IsEmpty) return 0;
        var shared = a.ToHashSet(StringComparer.Ordinal);
        shared.IntersectWith(b);
        return (double)shared.Count / (a.Length + b.Length - shared.Count);
    }

    // Chinese, Japanese, Korean and Thai are written without spaces: pairs of characters stand in for words.
    private static IEnumerable<string> Parts(Token token)
    {
        var word = token.Text;
        if (!word.Any(IsUnspaced)) return [word];
        return word.Length < 3 ? [word] : Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2));
    }

    private static bool IsUnspaced(char character) =>
        character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
