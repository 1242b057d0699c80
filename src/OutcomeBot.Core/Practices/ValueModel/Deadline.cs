using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>When a round closes: after a span, or at a date and a time of a zone's clock.</summary>
internal static class Deadline
{
    public const string ByClock = "clock";

    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private static readonly LocalTime s_endOfWork = new(17, 0);

    public static ImmutableArray<Option> Options { get; } =
    [
        new("15m", "in 15 minutes"), new("1h", "in an hour"), new("4h", "in four hours"), new("1d", "tomorrow at this time"), new("3d", "in three days"), new("7d", "in a week"), new(ByClock, "at the date and time below"),
    ];

    /// <summary>The instant, or the sentence that says what is missing.</summary>
    public static (Instant? At, Refusal? Refusal) Of(DeadlineDraft draft, Instant now) => draft.Span switch
    {
        "15m" => (now + Duration.FromMinutes(15), null),
        "1h" => (now + Duration.FromHours(1), null),
        "4h" => (now + Duration.FromHours(4), null),
        "1d" => (Later(draft, now, 1), null),
        "3d" => (Later(draft, now, 3), null),
        "7d" => (Later(draft, now, 7), null),
        ByClock => OnClock(draft, now),
        _ => (null, new Refusal("Choose when it closes.", "span")),
    };

    /// <summary>The day that it is in a zone.</summary>
    public static LocalDate Today(Instant now, string zone) => now.InZone(Zones.Of(zone)).Date;

    /// <summary>The same time of day on a later date: an hour that the clocks skip is the next one there is.</summary>
    private static Instant Later(DeadlineDraft draft, Instant now, int days)
    {
        var zone = Zones.Of(draft.Zone);
        return now.InZone(zone).LocalDateTime.PlusDays(days).InZoneLeniently(zone).ToInstant();
    }

    private static (Instant?, Refusal?) OnClock(DeadlineDraft draft, Instant now)
    {
        var zone = Zones.Of(draft.Zone);
        if (draft.Date is not { } date) return (null, new Refusal("Choose the date on which it closes.", "date"));
        var time = draft.Time.Trim().Length == 0 ? s_endOfWork : s_time.Parse(draft.Time.Trim()) is { Success: true, Value: var read } ? read : (LocalTime?)null;
        if (time is null) return (null, new Refusal("Write the time as 17:00.", "time"));
        var at = (date + time.Value).InZoneLeniently(zone).ToInstant();
        return at <= now ? (null, new Refusal("That has passed already. Choose a later time.", "date"))
            : at > now + Duration.FromDays(Limits.LongestDays) ? (null, new Refusal($"A round stays open {Limits.LongestDays} days at most.", "date"))
            : (at, null);
    }
}
