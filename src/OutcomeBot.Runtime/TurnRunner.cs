using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>The whole loop: load page and readings, let the practice decide, save, send.</summary>
internal sealed class TurnRunner(IJournal journal, Reader reader, Outbox outbox, AlarmClock alarm)
{
    /// <summary>So often can another machine be faster before we stop and say so.</summary>
    private const int Tries = 20;

    /// <summary>The answer for the open door, or null when the practice says it is not its own.</summary>
    public async Task<Answer?> RunAsync(Route route, Incoming incoming, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var page = await journal.OpenAsync(route.Subject, cancellationToken);

            // A platform repeats a delivery that it thinks we missed; its effects are on the page already.
            if (page is not null && page.Deliveries.Any(delivery => delivery.Key == incoming.Delivery)) return Answer.Quiet;

            var readings = await reader.ReadAsync(route.Practice.Needs(route.Subject, page, incoming), incoming.Place.Tenant, cancellationToken);
            var turn = route.Practice.Take(route.Subject, page, incoming, readings);
            if (!turn.IsMine) return null;
            var replies = Sorted.Of(turn.Replies, incoming);
            if (!IsWorthSaving(turn, page, replies)) return await SendAsync(replies, route, incoming, cancellationToken);
            if (await SaveAsync(route, page, incoming, turn, replies, cancellationToken)) return new Answer(replies.ForTheDoor);
        }

        throw new InvalidOperationException($"The page {route.Subject} kept changing under us.");
    }

    private static bool IsWorthSaving(Turn turn, Page? page, Sorted replies) =>
        !turn.Changes.IsEmpty || (page is not null && (turn.Reminders is not null || replies.MustArrive));

    private async Task<Answer> SendAsync(Sorted replies, Route route, Incoming incoming, CancellationToken cancellationToken)
    {
        foreach (var again in replies.Again)
            if (await journal.StuckParcelAsync(incoming.Place.Tenant, again.Parcel, cancellationToken) is { } parcel)
                outbox.Accept([parcel], Keeping.Kept);
        outbox.Accept(Parcels(route, incoming, incoming.Place, version: 0, replies.ForTheOutbox), Keeping.Passing);
        return new Answer(replies.ForTheDoor);
    }

    private async ValueTask<bool> SaveAsync(
        Route route, Page? page, Incoming incoming, Turn turn, Sorted replies, CancellationToken cancellationToken)
    {
        var after = After(route, page, incoming, turn);

        // A card that waits to be drawn will be drawn with this turn in it, so one waiting update serves them all.
        using var cover = replies.Shows ? outbox.TryCover(route.Subject) : null;
        var outgoing = cover is null ? replies.ForTheOutbox : replies.ForTheOutbox.RemoveAll(reply => reply is Show);
        var record = new TurnRecord
        {
            After = after,
            Changes = turn.Changes,
            Parcels = Parcels(route, incoming, after.Place, after.Version, outgoing),
            By = incoming.By,
            At = incoming.At,
            Place = incoming.Place,
            Delivery = incoming.Delivery,
        };
        if (await journal.SaveAsync(record, cancellationToken) == SaveResult.Clash) return false;
        cover?.Saved();
        outbox.Accept(record.Parcels, Keeping.Kept);
        if (turn.Reminders is { } reminders) alarm.Set(route.Subject, reminders);
        return true;
    }

    private static Page After(Route route, Page? page, Incoming incoming, Turn turn)
    {
        var before = page ?? new Page
        {
            Subject = route.Subject,
            Version = 0,
            Place = turn.Place ?? incoming.Place,
            State = route.Practice.Fold(null, []),
            OpenedAt = incoming.At,
            ChangedAt = incoming.At,
        };
        return before with
        {
            Version = before.Version + 1,
            State = route.Practice.Fold(before.State, turn.Changes),
            ChangedAt = incoming.At,
            Reminders = turn.Reminders ?? before.Reminders,
            Deliveries = before.Deliveries.Add(new Delivery(incoming.Delivery, incoming.At)),
        };
    }

    private static ImmutableArray<Parcel> Parcels(Route route, Incoming incoming, Place card, long version, ImmutableArray<Reply> replies) =>
        [.. replies.Select((reply, index) => new Parcel(
            $"{route.Practice.Word}.{route.Subject.Id}.{version}.{index}",
            route.Subject,
            reply is Show ? card : Sorted.PlaceOf(reply) ?? incoming.Place,
            reply,
            incoming.By,
            incoming.ReturnAddress,
            incoming.At))];
}
