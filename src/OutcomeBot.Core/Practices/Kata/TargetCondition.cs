using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// A described condition with a date: how the work shall go by then, and, where something is measured, from where to where.
/// It is more than a target, and nearer than the challenge.
/// </summary>
/// <param name="Id">Its mark on the board: t1, t2 ...</param>
/// <param name="Description">How the work goes when it is reached.</param>
/// <param name="Current">The current condition, fixed when this was set.</param>
/// <param name="AchieveBy">The day it is reached by, and reviewed after.</param>
public sealed record TargetCondition(string Id, string Description, Condition Current, LocalDate AchieveBy, Person By, Instant At)
{
    /// <summary>What is measured, and from where to where; null for a condition that is only described.</summary>
    public Goal? Goal { get; init; }

    /// <summary>The actual condition as it was last seen; null when nobody has looked since the start.</summary>
    public Condition? Actual { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public Review? Review { get; init; }

    /// <summary>How often the review was asked for.</summary>
    public int Prompts { get; init; }

    public TargetState State => Review?.Outcome ?? TargetState.Open;

    public bool IsOpen => Review is null;

    /// <summary>Whether the day has passed and the review has been asked for.</summary>
    public bool IsReviewDue => IsOpen && Prompts > 0;
}

/// <summary>A metric by the name that people type, and from which value to which.</summary>
public sealed record Goal(string Metric, string Unit, decimal? From, decimal To);

/// <summary>How a target condition ended, why, and the actual condition on that day.</summary>
public sealed record Review(TargetState Outcome, string? Reason, Condition? Actual, Person By, Instant At);

/// <summary>How a target condition stands.</summary>
public enum TargetState
{
    Open,
    Met,
    Missed,
    Abandoned,
}

/// <summary>How things stood on a day: read from a metric, or typed where there is none.</summary>
/// <param name="Text">The value with its unit, or what was seen.</param>
/// <param name="AsOf">The day it is about.</param>
/// <param name="Source">Where it came from, in words.</param>
public sealed record Condition(string Text, LocalDate AsOf, string Source)
{
    /// <summary>The number; null where words were typed.</summary>
    public decimal? Value { get; init; }

    /// <summary>What starts and ends a measure of time; null where it is none, or where nobody has said.</summary>
    public string? Clock { get; init; }

    /// <summary>How many values the metric had by then; null when it was typed.</summary>
    public int? N { get; init; }

    /// <summary>The day of the first of them.</summary>
    public LocalDate? Since { get; init; }

    public bool IsMeasured => N is not null;
}

/// <summary>How things stand for one of the target conditions.</summary>
public sealed record Reading(string Target, Condition Condition);
