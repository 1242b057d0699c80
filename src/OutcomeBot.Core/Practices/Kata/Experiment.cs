using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Something in the way of the target condition.</summary>
/// <param name="Id">Its mark in the parking lot: o1, o2 ...</param>
public sealed record Obstacle(string Id, string Text, Person By, Instant At)
{
    public ObstacleState State { get; init; }

    /// <summary>The page that found it; null when it was written here.</summary>
    public Origin? From { get; init; }

    /// <summary>How and when it was overcome.</summary>
    public Written? Overcome { get; init; }

    public bool IsOpen => State != ObstacleState.Overcome;
}

/// <summary>How an obstacle stands.</summary>
public enum ObstacleState
{
    Parked,
    Active,
    Overcome,
}

/// <summary>A row of the experimenting record: what is tried, what is expected, what happened, what was learned.</summary>
/// <param name="Id">Its mark in the record: e1, e2 ...</param>
/// <param name="Obstacle">The obstacle that it works on.</param>
/// <param name="Step">What is tried.</param>
public sealed record Experiment(string Id, string Obstacle, string Step, Person By, Instant At)
{
    /// <summary>Who does it; null while nobody has taken it.</summary>
    public Person? Owner { get; init; }

    /// <summary>What is expected. Whoever wrote it last and when stays with it; once the step has started it never changes.</summary>
    public Written? Expectation { get; init; }

    /// <summary>The day on which somebody can go and see what was learned.</summary>
    public LocalDate? GoAndSeeBy { get; init; }

    public Stamp? Started { get; init; }

    /// <summary>What happened: facts only.</summary>
    public Written? Outcome { get; init; }

    /// <summary>What was learned: how what happened differs from what was expected.</summary>
    public Written? Learning { get; init; }

    /// <summary>Why it was given up.</summary>
    public Written? Dropped { get; init; }

    /// <summary>How often its owner was reminded of the day.</summary>
    public int Nudges { get; init; }

    public ExperimentState State =>
        Dropped is not null ? ExperimentState.Dropped
        : Learning is not null ? ExperimentState.Learned
        : Outcome is not null ? ExperimentState.Observed
        : Started is not null ? ExperimentState.Running
        : Expectation is not null ? ExperimentState.Predicted
        : ExperimentState.Planned;

    public bool IsOpen => State is not (ExperimentState.Learned or ExperimentState.Dropped);

    /// <summary>Whether its day has passed and the owner has been told so.</summary>
    public bool IsOverdue => Outcome is null && IsOpen && Nudges >= Reminding.Times;
}

/// <summary>How far an experiment has come: predict, do, observe, learn.</summary>
public enum ExperimentState
{
    Planned,
    Predicted,
    Running,
    Observed,
    Learned,
    Dropped,
}
