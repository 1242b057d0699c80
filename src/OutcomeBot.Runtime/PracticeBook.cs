using System.Collections.Frozen;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>The practices that this bot was started with, by word. The one under the desk word takes what is nobody else's.</summary>
public sealed class PracticeBook(IEnumerable<IPractice> practices)
{
    /// <summary>The word of the practice that greets, helps and lists.</summary>
    public const string DeskWord = "desk";

    private readonly FrozenDictionary<string, IPractice> _byWord = practices.ToFrozenDictionary(practice => practice.Word, StringComparer.Ordinal);

    /// <summary>All of them, by word.</summary>
    public IReadOnlyDictionary<string, IPractice> ByWord => _byWord;

    /// <summary>The practice of this word; null when there is none.</summary>
    public IPractice? Of(string word) => _byWord.GetValueOrDefault(word);

    /// <summary>The one that takes what is nobody else's.</summary>
    public IPractice Desk => _byWord[DeskWord];
}
