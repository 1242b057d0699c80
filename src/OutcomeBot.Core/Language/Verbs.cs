using System.Collections.Frozen;

namespace OutcomeBot.Core.Language;

/// <summary>The forms that one written word may be.</summary>
[Flags]
internal enum Forms
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
    Tenseless = 32,
}

/// <summary>What a written word is when it is a verb.</summary>
/// <param name="IsDoubtful">It is as often a noun or an adjective.</param>
internal sealed record Verb(string Base, Forms Forms, bool IsDoubtful)
{
    public bool Is(Forms form) => (Forms & form) != 0;

    /// <summary>"waiting" of "wait".</summary>
    public string Gerund => Verbs.GerundOf(Base);
}

/// <summary>The verbs that the house knows, in every form.</summary>
internal static class Verbs
{
    private static readonly FrozenSet<string> s_doubling = WithoutMark(English.RegularVerbs, '+').Concat(WithoutMark(English.NounVerbs, '+'))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Verb> s_forms = AllForms();

    private static readonly FrozenDictionary<string, string> s_irregular = English.IrregularVerbs
        .Select(line => line.Split(' ', '/'))
        .SelectMany(parts => parts.Skip(1).Select(form => (Form: form, Base: parts[0])))
        .DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Base, StringComparer.Ordinal);

    /// <summary>The verb that this word, in lower case, may be; null when it is none that is known.</summary>
    public static Verb? Read(string word) => s_forms.GetValueOrDefault(word);

    /// <summary>"sell" of "sold"; any other word is its own base.</summary>
    public static string IrregularBase(string word) => s_irregular.GetValueOrDefault(word, word);

    public static string GerundOf(string verb) => verb switch
    {
        "be" => "being",
        "lie" or "tie" or "die" => verb[..^2] + "ying",
        [.., 'e', 'e'] or [.., 'o', 'e'] or [.., 'y', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ => Doubled(verb) + "ing",
    };

    private static FrozenDictionary<string, Verb> AllForms()
    {
        var forms = new Dictionary<string, Verb>(StringComparer.Ordinal);
        foreach (var word in "am is are was were be been being".Split(' ')) Add(forms, word, new Verb("be", Forms.None, false));
        foreach (var word in "do does did done doing".Split(' ')) Add(forms, word, new Verb("do", word == "do" ? Forms.Base : Forms.None, false));
        foreach (var word in "have has had having".Split(' ')) Add(forms, word, new Verb("have", word == "have" ? Forms.Base : Forms.None, false));
        foreach (var line in English.IrregularVerbs) AddIrregular(forms, line.Split(' '));
        foreach (var verb in English.TenselessVerbs) AddTenseless(forms, verb);
        foreach (var verb in English.RegularVerbs) AddRegular(forms, verb.TrimEnd('+'), doubtful: false);
        foreach (var verb in English.NounVerbs) AddRegular(forms, verb.TrimEnd('+'), doubtful: true);
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddIrregular(Dictionary<string, Verb> forms, string[] parts)
    {
        var verb = parts[0];
        var doubtful = English.NounVerbs.Contains(verb) || English.NounVerbs.Contains(verb + "+");
        Add(forms, verb, new Verb(verb, Forms.Base, doubtful));
        Add(forms, ThirdOf(verb), new Verb(verb, Forms.Third, doubtful));
        Add(forms, parts[1], new Verb(verb, Forms.Past, English.DoubtfulPasts.Contains(parts[1])));
        foreach (var participle in parts[2].Split('/')) Add(forms, participle, new Verb(verb, Forms.Participle, false));
        Add(forms, GerundOf(verb), new Verb(verb, Forms.Gerund, true));
    }

    private static void AddTenseless(Dictionary<string, Verb> forms, string verb)
    {
        Add(forms, verb, new Verb(verb, Forms.Base | Forms.Past | Forms.Participle | Forms.Tenseless, true));
        Add(forms, ThirdOf(verb), new Verb(verb, Forms.Third, true));
        Add(forms, Doubled(verb) + "ing", new Verb(verb, Forms.Gerund, true));
    }

    private static void AddRegular(Dictionary<string, Verb> forms, string verb, bool doubtful)
    {
        if (forms.ContainsKey(verb)) return;
        Add(forms, verb, new Verb(verb, Forms.Base, doubtful));
        Add(forms, ThirdOf(verb), new Verb(verb, Forms.Third, doubtful));
        Add(forms, PastOf(verb), new Verb(verb, Forms.Past | Forms.Participle, false));
        Add(forms, GerundOf(verb), new Verb(verb, Forms.Gerund, true));
    }

    // "come" is both base and participle, "left" both past and participle: one entry holds what all readings allow.
    private static void Add(Dictionary<string, Verb> forms, string word, Verb verb) =>
        forms[word] = forms.TryGetValue(word, out var known)
            ? known with { Forms = known.Forms | verb.Forms, IsDoubtful = known.IsDoubtful || verb.IsDoubtful }
            : verb;

    public static string ThirdOf(string verb) => verb switch
    {
        "have" => "has",
        [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] or [.., 'o'] => verb + "es",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string PastOf(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ied",
        _ => Doubled(verb) + "ed",
    };

    private static string Doubled(string verb) => s_doubling.Contains(verb) || IsShort(verb) ? verb + verb[^1] : verb;

    // run, stop, get: one vowel between single consonants.
    private static bool IsShort(string verb) => verb is [_, _, ..] && verb.Count(IsVowel) == 1 && verb.Length <= 4
        && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y');

    private static IEnumerable<string> WithoutMark(IEnumerable<string> words, char mark) =>
        words.Where(word => word.EndsWith(mark)).Select(word => word.TrimEnd(mark));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
