using NodaTime;
using NodaTime.Text;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Who reads a card: by which clock, and when.</summary>
public interface IReader
{
    ReaderClock Clock { get; }

    Instant Now { get; }
}

/// <summary>Times as one reader sees them: in the zone of their browser.</summary>
public sealed record ReaderClock(DateTimeZone Zone)
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalDatePattern s_dayOfYear = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");
    private static readonly LocalDateTimePattern s_full = LocalDateTimePattern.CreateWithInvariantCulture("dddd d MMMM uuuu, HH:mm");

    /// <summary>The zone's id; null while it is not known.</summary>
    public string? Known => ReferenceEquals(this, Unknown) ? null : Zone.Id;

    /// <summary>A reader whose zone is not known yet.</summary>
    public static ReaderClock Unknown { get; } = new(DateTimeZone.Utc);

    /// <summary>The clock of a zone as browsers name it; UTC for a name that nobody knows.</summary>
    public static ReaderClock In(string? zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "") is { } known ? new(known) : Unknown;

    /// <summary>The date on which an instant falls here.</summary>
    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>09:00</summary>
    public string Time(Instant at) => s_time.Format(at.InZone(Zone).TimeOfDay);

    /// <summary>Today, Yesterday, Thu 4 Dec, or with the year when it is another one.</summary>
    public string Day(LocalDate date, Instant now) => Period.DaysBetween(date, DateOf(now)) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => date.Year == DateOf(now).Year ? s_day.Format(date) : s_dayOfYear.Format(date),
    };

    /// <summary>Thu 4 Dec, 09:00</summary>
    public string Moment(Instant at, Instant now) => $"{Day(DateOf(at), now)}, {Time(at)}";

    /// <summary>Thursday 4 December 2026, 09:00 (Europe/Berlin)</summary>
    public string Full(Instant at) => $"{s_full.Format(at.InZone(Zone).LocalDateTime)} ({Zone.Id})";

    /// <summary>The instant for machines.</summary>
    public static string Machine(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
