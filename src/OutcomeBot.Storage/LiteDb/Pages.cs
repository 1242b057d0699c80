using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What the journal itself decides about a page.</summary>
internal static class Pages
{
    private const int FewestDeliveries = 200;
    private const int MostDeliveries = 1_000;

    private static readonly Duration s_repeatsComeWithin = Duration.FromHours(24);

    /// <summary>The page after a turn. The turn was decided on a copy that may not know yet where its card went.</summary>
    public static Page Keeping(Page? now, Page after) => after with
    {
        Message = now?.Message ?? after.Message,
        Place = now?.Place is { Thread: { } thread } place && place.Channel == after.Place.Channel ? after.Place with { Thread = thread } : after.Place,
        Deliveries = Lately(after.Deliveries),
    };

    /// <summary>The page once its card is known to be there.</summary>
    public static Page Placed(Page page, string? message, string? thread) => page with
    {
        Message = message ?? page.Message,
        Place = thread is null ? page.Place : page.Place with { Thread = thread },
    };

    /// <summary>The page after a stored turn, when the process that took it is gone.</summary>
    public static Page Replayed(Page? page, StoredTurn turn, IPractice practice) => new()
    {
        Subject = turn.Subject,
        Version = turn.Version,
        Place = turn.Home ?? turn.Place,
        State = practice.Fold(page?.State, practice.ReadChanges(turn.Changes)),
        Message = turn.Message,
        OpenedAt = turn.OpenedAt ?? turn.At,
        ChangedAt = turn.ChangedAt ?? turn.At,
        Reminders = turn.Reminders is null ? [] : [.. turn.Reminders],
        Deliveries = (page?.Deliveries ?? []).Add(new Delivery(turn.Delivery, turn.At)),
    };

    private static ImmutableArray<Delivery> Lately(ImmutableArray<Delivery> deliveries)
    {
        if (deliveries.Length <= FewestDeliveries) return deliveries;
        var since = deliveries[^1].At - s_repeatsComeWithin;
        var keep = Math.Clamp(deliveries.Count(delivery => delivery.At >= since), FewestDeliveries, MostDeliveries);
        return deliveries.Length <= keep ? deliveries : deliveries[^keep..];
    }
}
