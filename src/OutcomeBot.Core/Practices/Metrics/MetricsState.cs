using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What a page of this practice holds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(Importing), "import")]
[JsonDerivedType(typeof(Tokens), "tokens")]
[JsonDerivedType(typeof(UsedKeys), "keys")]
public abstract record MetricsState;

/// <summary>Nothing has been said about a metric of this name.</summary>
public sealed record Unknown : MetricsState;

/// <summary>A metric: what it means, its newest values, and the lines drawn on it.</summary>
public sealed record Kept(Definition Definition) : MetricsState
{
    /// <summary>The values that hold, oldest first, the newest <see cref="Metric.MostValues"/>; older ones stay in the changes.</summary>
    public ImmutableArray<Reading> Readings { get => field.IsDefault ? [] : field; init; } = [];

    public MetricTarget? Target { get; init; }

    /// <summary>The last target that was reviewed, and how it ended.</summary>
    public SettledTarget? Settled { get; init; }

    public RiskThreshold? Threshold { get; init; }

    public LockedLimits? Limits { get; init; }

    /// <summary>Where the process changed: values before this day are another process.</summary>
    public Split? Split { get; init; }

    /// <summary>The metrics that this one is made of or moved by, and those that it is part of or moves.</summary>
    public ImmutableArray<Edge> Edges { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Where the formula and what was recorded differ.</summary>
    public ImmutableArray<Disagreement> Disagreements { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Why it is no longer used; null while it is.</summary>
    public Retirement? Retired { get; init; }

    /// <summary>The newest value for which somebody has asked why.</summary>
    public AskedWhy? Asked { get; init; }

    /// <summary>What it led to, such as the question why.</summary>
    public ImmutableArray<Linked> Links { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The newest value; null when there is none.</summary>
    [JsonIgnore]
    public Reading? Last => Readings.IsEmpty ? null : Readings[^1];
}

/// <summary>What a metric means.</summary>
/// <param name="Name">Its name as it was first typed.</param>
/// <param name="Unit">The unit of every value, in the words of <see cref="Unit.Of"/>; empty for a plain count.</param>
/// <param name="Better">Which way is better.</param>
public sealed record Definition(string Name, string Unit, Better Better)
{
    /// <summary>Whether somebody has said what it means; before that a first value has named it.</summary>
    public bool IsDefined { get; init; }

    public Level Level { get; init; }

    public Person? Owner { get; init; }

    public Cadence Cadence { get; init; }

    /// <summary>What is measured, in words.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>What starts the clock of a measure of time, and what stops it.</summary>
    public string? ClockStarts { get; init; }

    public string? ClockStops { get; init; }

    /// <summary>The range that is good, when neither way is better for its own sake.</summary>
    public decimal? RangeLow { get; init; }

    public decimal? RangeHigh { get; init; }

    /// <summary>How it follows from other metrics; null when its values are recorded.</summary>
    public Formula? Formula { get; init; }

    /// <summary>The clock as one phrase; null when there is none.</summary>
    [JsonIgnore]
    public string? Clock => ClockStarts is null || ClockStops is null ? null : $"from {ClockStarts} to {ClockStops}";
}

/// <summary>What a metric is about.</summary>
public enum Level
{
    Business,
    System,
    Feature,
    Flow,
}

/// <summary>How often a value is expected.</summary>
public enum Cadence
{
    Unset,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>One value that holds, and those that held for the same period before it.</summary>
public sealed record Reading(LocalDate AsOf, string? Period, decimal Value, string Source, Instant RecordedAt, Person By)
{
    /// <summary>The import that brought it; null when it was recorded singly.</summary>
    public string? Batch { get; init; }

    /// <summary>Whether a formula gave it; then nobody has recorded it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Why it took the place of the one before.</summary>
    public string? Why { get; init; }

    /// <summary>What held before, the oldest first.</summary>
    public ImmutableArray<Reading> Was { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether it is about the same day or period.</summary>
    public bool IsAbout(Reading other) => AsOf == other.AsOf && Period == other.Period;
}

/// <summary>A target that is over, how it ended, and who reviewed it.</summary>
public sealed record SettledTarget(MetricTarget Target, TargetOutcome Outcome, Person By, Instant At);

/// <summary>How a target ended.</summary>
public enum TargetOutcome
{
    Met,
    Missed,
    Abandoned,
}

/// <summary>From this day on the process is another one, and why.</summary>
public sealed record Split(LocalDate From, string Reason, Person By, Instant At);

/// <summary>A line of the metric tree, as this metric sees the other.</summary>
public sealed record Edge(EdgeKind Kind, Side Side, string Name);

/// <summary>A component follows by a formula; an influence is believed to move it.</summary>
public enum EdgeKind
{
    Component,
    Influence,
}

/// <summary>Whether the other metric stands above (it is moved) or below (it moves this one).</summary>
public enum Side
{
    Below,
    Above,
}

/// <summary>A period for which the formula gives another value than was recorded.</summary>
public sealed record Disagreement(string Period, decimal Recorded, decimal Computed, bool WithinRounding);

/// <summary>When a metric went out of use, and why.</summary>
public sealed record Retirement(string Reason, Person By, Instant At);

/// <summary>Who asked why, and about which value.</summary>
public sealed record AskedWhy(LocalDate AsOf, decimal Value, Person By, Instant At);
