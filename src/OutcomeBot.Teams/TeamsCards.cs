using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Cards as they stand now, for whoever asks while a request is open. Nothing changes by it.</summary>
internal sealed class TeamsCards(IJournal journal, PracticeBook practices, TeamsWriter writer, TeamsPictures pictures)
{
    /// <summary>
    /// The card of a subject that stands in this conversation; null when there is none, for a card is shown only where it stands.
    /// With a message, only when that message shows it.
    /// </summary>
    public async Task<TeamsCard?> NowAsync(Subject subject, string? channel, string? message, CancellationToken cancellationToken)
    {
        if (practices.Of(subject.Practice) is not { } practice || subject.Practice == PracticeBook.DeskWord) return null;
        if (await journal.OpenAsync(subject, cancellationToken) is not { } page || page.Place.Channel != channel || (message is not null && page.Message != message)) return null;
        var card = practice.Draw(page);
        return writer.Message(card, await pictures.OfAsync(subject.Tenant, card, cancellationToken), subject).Card;
    }

    /// <summary>The subject that a press is about; null when it begins one.</summary>
    public static Subject? SubjectOf(Tenant tenant, Press press) => press.SubjectId is { } id ? new Subject(tenant, press.Practice, id) : null;
}
