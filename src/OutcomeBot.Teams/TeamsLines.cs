using System.Collections.Frozen;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// What a typed line belongs to. Where the bot may not read every message, people name it in their answers too; so a line to
/// the bot is a command when it begins like one, and otherwise an answer, where the card of its thread takes one.
/// </summary>
internal sealed class TeamsLines(TeamsAddresses addresses, IJournal journal, IPostings postings, PracticeBook practices)
{
    /// <summary>What can be typed in a thread without a practice's word before it: the whole line, or its first two words.</summary>
    private readonly FrozenSet<string> _commands = practices.ByWord.Values
        .SelectMany(practice => practice.Usages)
        .Select(usage => usage.Text.ToLowerInvariant().Split(' '))
        .Where(words => practices.Of(words[0]) is null)
        .Select(words => string.Join(' ', words.Take(2)))
        .ToFrozenSet();

    /// <summary>Whether a line begins as a command does.</summary>
    public bool IsCommand(string text)
    {
        var (word, rest) = TeamsTyped.Command(text);
        if (word.Length == 0 || practices.Of(word) is not null) return true;
        var second = rest.Split([' ', '\n'], 2)[0].ToLowerInvariant();
        return _commands.Contains(rest.Length == 0 ? word.TrimEnd('.', '!') : $"{word} {second.TrimEnd('.', '!')}");
    }

    /// <summary>
    /// The thread that a line belongs to. Where there are none, a line that is no command belongs to the message it quotes, or
    /// else to the newest card.
    /// </summary>
    public async ValueTask<string?> ThreadAsync(TeamsActivity activity, bool isPlain, CancellationToken cancellationToken)
    {
        if (activity.Scope == TeamsScope.Channel) return activity.Root ?? activity.Id;
        if (TeamsTyped.QuotedMessage(activity.Node) is { } quoted) return quoted;
        return isPlain ? await NewestCardAsync(activity, cancellationToken) : null;
    }

    /// <summary>People can answer a card before we hear that it was posted: which one is the newest shows when we do, perhaps just now.</summary>
    private async ValueTask<string?> NewestCardAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await postings.CardsPostedAsync(new Place(activity.Tenant, activity.Channel), cancellationToken);
        }
        catch (TimeoutException)
        {
            // It is taken with the cards that are known.
        }

        return (await addresses.OfAsync(activity.Tenant, activity.Channel, cancellationToken))?.LastCard;
    }

    /// <summary>Whether a line to the bot is an answer to the card of its thread.</summary>
    public async ValueTask<bool> IsAnswerAsync(Place place, string text, CancellationToken cancellationToken) =>
        place.Thread is not null && !IsCommand(text)
        && await journal.OpenThreadAsync(place, cancellationToken) is { } page && practices.Of(page.Subject.Practice)?.Hears(page) == true;
}
