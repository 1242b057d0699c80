using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// One person's own times and limits, over all schedules. Everything that is put to that person alone passes through this page,
/// so the daily limit holds whichever schedule asks and whichever machine runs.
/// </summary>
public sealed record Personal(Person Who) : CheckInState
{
    /// <summary>The IANA zone they chose; null leaves it to whoever asks.</summary>
    public string? Zone { get; init; }

    /// <summary>No private message comes from then until then, on their own clock.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Usual;

    /// <summary>The most private messages a day.</summary>
    public int Budget { get; init; } = UsualBudget;

    /// <summary>When they are away.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>How many private messages went out on which of their days.</summary>
    public LocalDate CountedOn { get; init; }

    public int Count { get; init; }

    /// <summary>What waits for the end of the quiet hours, or for tomorrow.</summary>
    public ImmutableArray<Held> Waiting { get; init; } = [];

    /// <summary>The schedules that ask this person; they hear of a new zone.</summary>
    public ImmutableArray<string> Schedules { get; init; } = [];

    /// <summary>The schedules that ask this person no more: what they sent before that isn't put to them any more.</summary>
    public ImmutableArray<string> Left { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>When they left the workspace; null while they are in it.</summary>
    public Instant? GoneAt { get; init; }

    /// <summary>When they came back last; null when they never left.</summary>
    public Instant? BackAt { get; init; }

    public const int UsualBudget = 3;

    public const int MostAbsences = 20;

    public const int MostSchedules = 100;
}

/// <summary>From then until then, over midnight when the end is the earlier one; none when both are the same.</summary>
public sealed record QuietHours(LocalTime From, LocalTime Until)
{
    public static QuietHours Usual { get; } = new(new LocalTime(20, 0), new LocalTime(7, 0));

    /// <summary>Whether this time of day is quiet.</summary>
    public bool Holds(LocalTime time) => From < Until ? From <= time && time < Until : From > Until && (time >= From || time < Until);
}

/// <summary>Away on these days, both included.</summary>
public sealed record Absence(LocalDate From, LocalDate To, string Reason);

/// <summary>What waits, until when, and why.</summary>
public sealed record Held(Nudge Nudge, Instant Until, string Why);

/// <summary>What a round wants put to a person.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="Schedule">The schedule's id.</param>
/// <param name="Who">Whom to ask.</param>
/// <param name="Zone">The zone to go by when that person chose none.</param>
/// <param name="Title">What is asked, as a line.</param>
/// <param name="For">The local date that it is for.</param>
/// <param name="Lines">What else the message says, a sentence each.</param>
public sealed record Nudge(string Round, string Schedule, Person Who, string Zone, string Title, LocalDate For, ImmutableArray<string> Lines);

/// <summary>What a workspace shares: its holidays, its zone, and the zones of its channels.</summary>
public sealed record Calendar : CheckInState
{
    /// <summary>The subject id of the one such page of a workspace.</summary>
    public const string Id = Clock.Shared;

    public const int MostHolidays = 200;

    public static Calendar Empty { get; } = new();

    public ImmutableArray<Holiday> Holidays { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Channels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The holiday on this date; null on any other day.</summary>
    public Holiday? On(LocalDate date) => Holidays.FirstOrDefault(holiday => holiday.Date == date);

    /// <summary>The zone of a channel; null when nobody has said it.</summary>
    public string? ZoneOf(string channel) => Channels.GetValueOrDefault(channel);
}

/// <summary>A day on which nobody is asked.</summary>
public sealed record Holiday(LocalDate Date, string Name);
