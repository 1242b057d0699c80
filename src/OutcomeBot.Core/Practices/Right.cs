using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices;

/// <summary>Something that can be done, who holds the right to it, and the words people ask about it with.</summary>
public sealed record Right<THolder>(string Name, THolder Holder, ImmutableArray<string> Words)
    where THolder : struct, Enum;

/// <summary>Finds the right that people ask about.</summary>
public static class AskedRights
{
    private static readonly string[] s_openings = ["who can", "who may", "who is allowed", "who's allowed", "can i ", "may i "];

    /// <summary>Whether a line, in small letters, asks who may do something.</summary>
    public static bool IsAsked(string line) => s_openings.Any(opening => line.StartsWith(opening, StringComparison.Ordinal));

    /// <summary>The right that a question such as "who can close this?" asks about, by the longest word of it that stands there; null when it names none.</summary>
    public static Right<THolder>? In<THolder>(ImmutableArray<Right<THolder>> all, string question)
        where THolder : struct, Enum =>
        all.Select(right => (right, length: right.Words.Max(word => Length(question, word)))).Where(pair => pair.length >= 0).MaxBy(pair => pair.length).right;

    private static int Length(string question, string word)
    {
        var at = question.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var startsWord = at == 0 || (at > 0 && !char.IsLetter(question[at - 1]));
        return startsWord ? word.Length : -1;
    }
}
