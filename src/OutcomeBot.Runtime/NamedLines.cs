using System.Collections.Frozen;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// Lines in which people name the bot. Where it may not read every message they name it in their answers too; so such a line is
/// a command when it begins like one, and otherwise an answer, where the card of its thread takes one.
/// </summary>
public sealed class NamedLines(IJournal journal, IPostings postings, PracticeBook practices)
{
    /// <summary>What can be typed in a thread without a practice's word before it: the whole line, or its first two words.</summary>
    private readonly FrozenSet<string> _commands = practices.ByWord.Values
        .SelectMany(practice => practice.Usages)
        .Select(usage => usage.Text.ToLowerInvariant().Split(' '))
        .Where(words => practices.Of(words[0]) is null)
        .Select(words => string.Join(' ', words.Take(2)))
        .ToFrozenSet();

    /// <summary>Whether a line begins as a command does; a line that says nothing asks where things stand.</summary>
    public bool IsCommand(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var first, ..] || practices.Of(first.TrimStart('/')) is not null) return true;
        return _commands.Contains(string.Join(' ', words.Take(2).Select(word => word.TrimEnd('.', '!'))).TrimStart('/'));
    }

    /// <summary>Whether a line is an answer to the card of its thread.</summary>
    public async ValueTask<bool> IsAnswerAsync(Place place, string text, CancellationToken cancellationToken) =>
        place.Thread is not null && !IsCommand(text)
        && await PageAsync(place, cancellationToken) is { } page && practices.Of(page.Subject.Practice)?.Hears(page) == true;

    /// <summary>People can answer a card before we hear that it was posted: whose thread it is shows when we do, perhaps just now.</summary>
    private async ValueTask<Page?> PageAsync(Place thread, CancellationToken cancellationToken)
    {
        if (await journal.OpenThreadAsync(thread, cancellationToken) is { } page) return page;
        await postings.CardsPostedAsync(thread.Root, cancellationToken);
        return await journal.OpenThreadAsync(thread, cancellationToken);
    }
}
