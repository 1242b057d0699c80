using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>Turns, places and people for the store's tests.</summary>
internal static class Given
{
    public static readonly IReadOnlyDictionary<string, IPractice> Practices = new Dictionary<string, IPractice> { ["count"] = new CounterPractice() };
    public static readonly Tenant Home = new("local:home");
    public static readonly Tenant Away = new("local:away");
    public static readonly Person Ann = new("ann", "Ann");
    public static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static Subject Subject(string id, Tenant? tenant = null) => new(tenant ?? Home, "count", id);

    public static Place Room(Tenant? tenant = null, string channel = "hall", string? thread = null) => new(tenant ?? Home, channel, thread);

    /// <summary>The turn that adds a number to this page, or begins one.</summary>
    public static TurnRecord Turn(Subject subject, Page? before = null, int number = 1, string? note = null, Instant? at = null, params IEnumerable<Reply> replies)
    {
        var when = at ?? Noon + Duration.FromSeconds(before?.Version ?? 0);
        var version = (before?.Version ?? 0) + 1;
        var practice = Practices["count"];
        ImmutableArray<Change> changes = [new Added(number, note) { By = Ann, At = when }];
        var delivery = $"{subject.Id}-{version}";
        var place = before?.Place ?? Room(subject.Tenant);
        return new TurnRecord
        {
            After = new Page
            {
                Subject = subject,
                Version = version,
                Place = place,
                State = practice.Fold(before?.State, changes),
                Message = before?.Message,
                OpenedAt = before?.OpenedAt ?? when,
                ChangedAt = when,
                Reminders = before?.Reminders ?? [],
                Deliveries = (before?.Deliveries ?? []).Add(new Delivery(delivery, when)),
            },
            Changes = changes,
            Parcels = [.. replies.Select((reply, i) => new Parcel($"count.{subject.Id}.{version}.{i}", subject, place, reply, Ann, null, when))],
            By = Ann,
            At = when,
            Place = place,
            Delivery = delivery,
        };
    }

    public static int Sum(Page? page) => page is null ? 0 : ((Count)page.State).Sum;
}
