using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices;

/// <summary>A metric as other practices read it: what it means, its newest values, and the lines drawn on it.</summary>
/// <param name="Subject">The page it stands on.</param>
/// <param name="Name">Its name as people type it, such as <c>lead-time</c>.</param>
/// <param name="Unit">The unit of every value; per cent and percentage points are two units.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Clock">What starts and what ends a measure of time, as one phrase; null for anything that is no time or has no clock yet.</param>
/// <param name="Values">The values that hold (corrections done), oldest first, the newest <see cref="MostValues"/> at most.</param>
public sealed record Metric(Subject Subject, string Name, string Unit, Better Better, string? Clock, ImmutableArray<MetricValue> Values)
{
    /// <summary>So many of the newest values are at hand.</summary>
    public const int MostValues = 500;

    /// <summary>The condition that the team works towards; null when none is set.</summary>
    public MetricTarget? Target { get; init; }

    /// <summary>The value that must not be reached, and when to be warned; null when none is set.</summary>
    public RiskThreshold? Threshold { get; init; }

    /// <summary>The limits that were locked; null while they are worked out anew with every value.</summary>
    public LockedLimits? Limits { get; init; }

    /// <summary>The newest value; null when none has been recorded.</summary>
    public MetricValue? Last => Values.IsEmpty ? null : Values[^1];
}

/// <summary>One value that holds.</summary>
/// <param name="AsOf">The day it is about; for a period, its last day.</param>
/// <param name="Period">The period by its name, such as <c>Q4</c>; null for a single day.</param>
/// <param name="Value">The number, in the metric's unit.</param>
/// <param name="Source">Where it came from, in words: typed by somebody, a file, an address.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
public sealed record MetricValue(LocalDate AsOf, string? Period, decimal Value, string Source, Instant RecordedAt, Person By);

/// <summary>Where a metric is to be, by when.</summary>
public sealed record MetricTarget(decimal Value, LocalDate? By);

/// <summary>A limit with its warning band: at <paramref name="Warning"/> people are told, at <paramref name="Limit"/> the <paramref name="Action"/> is due.</summary>
public sealed record RiskThreshold(decimal Limit, decimal? Warning, Heading Beyond, string? Action);

/// <summary>Natural process limits as they were locked, the period they were taken from, and why they were locked.</summary>
public sealed record LockedLimits(ProcessLimits Limits, LocalDate From, LocalDate To, Instant LockedAt, Person By, string? Reason)
{
    /// <summary>The day of the lock where that person was; null for a lock from before this was kept.</summary>
    public LocalDate? LockedOn { get; init; }

    /// <summary>The day that a picture names.</summary>
    [JsonIgnore]
    public LocalDate Day => LockedOn ?? LockedAt.InUtc().Date;
}

/// <summary>Which way is better.</summary>
public enum Better
{
    Higher,
    Lower,

    /// <summary>Inside a range; neither way for its own sake.</summary>
    Within,
}
