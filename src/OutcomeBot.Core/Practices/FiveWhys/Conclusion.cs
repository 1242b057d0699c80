using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What the team found, and how it will know that it helped.</summary>
public sealed record Conclusion(
    ImmutableArray<string> RootCauses, Reach Reach, string Metric, LocalDate CheckOn, string? WhyStop, Person By, Instant At)
{
    public ImmutableArray<string> RootCauses { get => field.OrNone(); init; } = RootCauses;

    /// <summary>What the effectiveness check found; null until somebody has said.</summary>
    public Effect? Effect { get; init; }

    /// <summary>How often it was asked whether it helped: on the day, and once a week later.</summary>
    public int Nudges { get; init; }
}

/// <summary>Whether it helped, in the words of the person who looked.</summary>
public sealed record Effect(Helped Helped, string Text, Person By, Instant At);

/// <summary>What an effectiveness check finds.</summary>
public enum Helped
{
    Yes,
    Partly,
    No,
}

/// <summary>Whether the team can change a cause.</summary>
public enum Reach
{
    Ours,
    Influence,
    Outside,
}

/// <summary>What is done against a cause: by whom, until when.</summary>
public sealed record Countermeasure(
    string Id, string Text, Person Owner, LocalDate Due, ActionStrength Strength, Person By, Instant At)
{
    /// <summary>How it ended; null while it is still to be done.</summary>
    public MeasureEnd? End { get; init; }

    /// <summary>How often its owner was reminded: two days before, and once the day after.</summary>
    public int Nudges { get; init; }
}

/// <summary>A countermeasure that nobody works on any more: done or dropped, and what came of it.</summary>
public sealed record MeasureEnd(MeasureOutcome Outcome, string? Note, Person By, Instant At);

/// <summary>How a countermeasure ends.</summary>
public enum MeasureOutcome
{
    Done,
    Dropped,
}

/// <summary>How well an action lasts (RCA2 and the VA's action hierarchy).</summary>
public enum ActionStrength
{
    Stronger,
    Intermediate,
    Weaker,
}

/// <summary>A text that was changed after the conclusion: both wordings stay readable.</summary>
public sealed record Amendment(string Of, string Was, string Now, string Why, Person By, Instant At);

/// <summary>Work went on after an end; a conclusion that was drawn before stays readable.</summary>
public sealed record Reopening(Person By, Instant At, string Reason, Conclusion? Was = null);
