using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>Finds whom an incoming thing is for: the practice, and the subject that its page is about.</summary>
internal sealed class Switchboard(PracticeBook practices, IJournal journal, Outbox outbox)
{
    /// <summary>Null when it is nobody's: a line in a thread that is not ours.</summary>
    public async ValueTask<Route?> FindAsync(Incoming incoming, CancellationToken cancellationToken) => incoming switch
    {
        Pressed { Press: var press } => OfPress(press, incoming),
        Filled { Press: var press } => OfPress(press, incoming),
        Due { Press: var press } => OfPress(press, incoming),
        HandedOver handed => OfHandedOver(handed),
        Departed or Returned => OfPerson(incoming),
        Said said => await OfWordAsync(said, cancellationToken),
        Heard or Edited or Removed => await OfThreadAsync(incoming.Place, cancellationToken),
        _ => Desk(incoming),
    };

    /// <summary>The desk, for what a practice found not to be its own.</summary>
    public Route Desk(Incoming incoming) => Fresh(practices.Desk, incoming);

    /// <summary>A hand-over names a practice and a verb, and between them the subject when it is one that exists.</summary>
    private Route? OfHandedOver(HandedOver handed) => handed.To.Split('/') switch
    {
        [var word, var id, _] when practices.Of(word) is { } practice => new Route(practice, new Subject(handed.Place.Tenant, word, id)),
        [var word, ..] when practices.Of(word) is { } practice => Fresh(practice, handed),
        _ => null,
    };

    /// <summary>Whether somebody can be asked concerns the page on which they keep when they are.</summary>
    private Route? OfPerson(Incoming incoming) => practices.Of(Clock.Practice) is { } practice
        ? new Route(practice, new Subject(incoming.Place.Tenant, practice.Word, Clock.IdOf(incoming.By)))
        : null;

    private Route OfPress(Press press, Incoming incoming) =>
        practices.Of(press.Practice) is not { } practice ? Desk(incoming)
        : press.SubjectId is { } id ? new Route(practice, new Subject(incoming.Place.Tenant, practice.Word, id))
        : Fresh(practice, incoming);

    private async ValueTask<Route?> OfWordAsync(Said said, CancellationToken cancellationToken)
    {
        // What begins a thread of its own is in nobody's: it need not wait for the cards that are on their way to the channel.
        var thread = said.Place.Thread == said.Message ? null : await OfThreadAsync(said.Place, cancellationToken);
        var named = practices.Of(said.Word);
        if (named is null) return thread ?? Desk(said);

        // A practice whose pages go by name is asked for the one that was named, in whichever thread that was said.
        return thread?.Practice == named && named.IdOf(said) is null ? thread : Fresh(named, said);
    }

    private async ValueTask<Route?> OfThreadAsync(Place place, CancellationToken cancellationToken)
    {
        if (place.Thread is null) return null;
        var page = await journal.OpenThreadAsync(place, cancellationToken);
        if (page is null && outbox.HasLane(place.Root))
        {
            // People can answer a card before we hear that it was posted: whose thread it is shows when we do, perhaps just now.
            await outbox.CardsPostedAsync(place.Root, cancellationToken);
            page = await journal.OpenThreadAsync(place, cancellationToken);
        }

        return page is not null && practices.Of(page.Subject.Practice) is { } practice ? new Route(practice, page.Subject) : null;
    }

    private static Route Fresh(IPractice practice, Incoming incoming) =>
        new(practice, practice.IdOf(incoming) is { } id
            ? new Subject(incoming.Place.Tenant, practice.Word, id)
            : FreshId.Of(practice.Word, incoming.Place.Tenant, incoming.Delivery));
}

/// <summary>A practice and the subject it is asked about.</summary>
internal sealed record Route(IPractice Practice, Subject Subject);
