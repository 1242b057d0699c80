using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>
/// What a page of this practice is about: a schedule, one round of it (what is asked for one date), a person's own times and
/// limits, or what a whole workspace shares. Each is written by its own turns only, so two machines never count past one another.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Unplanned), "unplanned")]
[JsonDerivedType(typeof(Running), "running")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Deleted), "deleted")]
[JsonDerivedType(typeof(Round), "round")]
[JsonDerivedType(typeof(Personal), "person")]
[JsonDerivedType(typeof(Calendar), "calendar")]
public abstract record CheckInState
{
    /// <summary>The schedule, in the states that have one.</summary>
    [JsonIgnore]
    public virtual CheckInSchedule? Known => null;
}

/// <summary>Nothing is planned.</summary>
public sealed record Unplanned : CheckInState;

/// <summary>It asks when its time comes.</summary>
public sealed record Running(CheckInSchedule Schedule) : CheckInState
{
    public override CheckInSchedule Known => Schedule;
}

/// <summary>It rests until somebody resumes it; dates in between are not planned.</summary>
public sealed record Paused(CheckInSchedule Schedule, Person By, Instant At) : CheckInState
{
    public override CheckInSchedule Known => Schedule;
}

/// <summary>It asks no more; what was answered stays.</summary>
public sealed record Deleted(CheckInSchedule Schedule, Person By, Instant At) : CheckInState
{
    public override CheckInSchedule Known => Schedule;
}

/// <summary>What is asked, when, in whose zone, of whom.</summary>
public sealed record CheckInSchedule
{
    /// <summary>Who made it: edits and deletes it.</summary>
    public required Person Owner { get; init; }

    public required Topic Topic { get; init; }

    public required Cadence Cadence { get; init; }

    /// <summary>Whose clock counts.</summary>
    public ZoneRule ZoneRule { get; init; }

    /// <summary>The IANA zone that holds where no other is known.</summary>
    public required string Zone { get; init; }

    public CatchUpPolicy CatchUp { get; init; }

    /// <summary>For how many hours an answer is on time; later ones are kept and marked late.</summary>
    public int Window { get; init; } = 24;

    /// <summary>Whether the channel is asked together, or people each for themselves.</summary>
    public Audience Audience { get; init; }

    /// <summary>The channel, or every person who is asked.</summary>
    public ImmutableArray<Seat> Seats { get; init; } = [];

    /// <summary>The seats that are asked: not those of people who have left the workspace.</summary>
    public IEnumerable<Seat> Asked => Seats.Where(seat => !seat.IsGone);

    /// <summary>Those who are asked no more, with their ledgers.</summary>
    public ImmutableArray<Seat> Former { get; init; } = [];

    /// <summary>The next occurrence of everybody is left out, and why.</summary>
    public SkipAhead? Skip { get; init; }
}

/// <summary>What a check-in is about.</summary>
/// <param name="Kind">What kind of question it is.</param>
/// <param name="Question">The question in the words of who made it; the kinds that have their own leave it empty.</param>
/// <param name="Metric">The metric it is about, where it is about one.</param>
public sealed record Topic(CheckInKind Kind, string Question, string? Metric = null);

/// <summary>What kind of question a check-in puts.</summary>
public enum CheckInKind
{
    Question,
    MetricUpdate,
    TargetReminder,
    Countermeasures,
    Effectiveness,
    Whiteboard,
    Kata,
}

/// <summary>Whose clock counts.</summary>
public enum ZoneRule
{
    /// <summary>The zone that the schedule names.</summary>
    Fixed,

    /// <summary>The channel's.</summary>
    Channel,

    /// <summary>That of everybody who is asked; for a channel, its owner's.</summary>
    User,
}

/// <summary>Who is asked.</summary>
public enum Audience
{
    Channel,
    People,
}

/// <summary>What happens with an occurrence whose time passed while the bot was not running.</summary>
public enum CatchUpPolicy
{
    /// <summary>The latest one is asked late, and the message says what else was missed.</summary>
    Latest,

    /// <summary>Nothing is asked late; the next message says what was missed.</summary>
    None,
}

/// <summary>The next one is left out: who decided that, and why.</summary>
public sealed record SkipAhead(Person By, string Reason);

/// <summary>Who is asked, with what is planned next and what became of the last ones. Without a person it is the channel.</summary>
public sealed record Seat(Person? Who, string Zone, Planned Next)
{
    /// <summary>So many of the latest occurrences stay on the page, a quarter of weekly ones; older ones are only counted. The changes keep them all.</summary>
    public const int Kept = 13;

    /// <summary>The latest ones, oldest first.</summary>
    public ImmutableArray<Occurrence> Recent { get; init; } = [];

    /// <summary>How many older ones there were, by how they ended.</summary>
    public ImmutableSortedDictionary<OccurrenceState, int> Older { get; init; } = ImmutableSortedDictionary<OccurrenceState, int>.Empty;

    /// <summary>Whether its person has left the workspace: it is kept for them, and asks nothing.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether this seat is that person's, or the channel's when null.</summary>
    public bool IsOf(string? person) => Who?.Id == person;
}

/// <summary>A line of the ledger; there is one for each schedule, person or channel, and local date.</summary>
/// <param name="For">The local date that it is for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Outcome">What became of it, in words.</param>
public sealed record Occurrence(LocalDate For, OccurrenceState State, string Outcome);

/// <summary>How an occurrence stands.</summary>
public enum OccurrenceState
{
    Planned,
    Sent,
    Answered,
    Late,
    Snoozed,
    Skipped,
    Missed,
    Excused,
}
