using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>One learner's way to a challenge: target conditions, obstacles, and one experiment after the other.</summary>
public sealed record Storyboard
{
    public required string Id { get; init; }

    /// <summary>What is to be true in half a year to three years; null on a board that began with an obstacle and still waits for it.</summary>
    public string? Challenge { get; init; }

    /// <summary>The piece of work that is looked at.</summary>
    public string? FocusProcess { get; init; }

    /// <summary>Target conditions, oldest first; several may be open.</summary>
    public ImmutableArray<TargetCondition> Targets { get => field.OrNone(); init; } = [];

    /// <summary>The obstacle parking lot: one of them is active at most.</summary>
    public ImmutableArray<Obstacle> Obstacles { get => field.OrNone(); init; } = [];

    /// <summary>The experimenting record, oldest first.</summary>
    public ImmutableArray<Experiment> Experiments { get => field.OrNone(); init; } = [];

    /// <summary>The newest coaching cycles, oldest first.</summary>
    public ImmutableArray<CoachingCycle> Cycles { get => field.OrNone(); init; } = [];

    /// <summary>The coaching cycle that is going on; null when none is.</summary>
    public Coaching? Coaching { get; init; }

    /// <summary>How many cycles there have been, also those that are no longer on the board.</summary>
    public int CyclesNumbered { get; init; }

    /// <summary>Who learns by doing it.</summary>
    public required Person Learner { get; init; }

    /// <summary>Who asks the five questions; null when nobody was named.</summary>
    public Person? Coach { get; init; }

    /// <summary>Who watches the coaching; null when nobody was named.</summary>
    public Person? SecondCoach { get; init; }

    /// <summary>When the learner last did something here.</summary>
    public required Instant LearnerActedAt { get; init; }

    public required Person OpenedBy { get; init; }

    public required Instant OpenedAt { get; init; }

    /// <summary>The newest lines of the thread that became texts of the board.</summary>
    public ImmutableArray<TakenLine> Lines { get => field.OrNone(); init; } = [];

    /// <summary>The IANA zone that it goes by: its channel's, or that of who opened it. Null for Greenwich, as where nobody knew one.</summary>
    public string? Zone { get; init; }

    /// <summary>Who did what last.</summary>
    public required Step Last { get; init; }
}

/// <summary>A message in the thread, who wrote it, and which texts it became.</summary>
public sealed record TakenLine(string Message, Person By, ImmutableArray<Part> Parts);

/// <summary>What somebody did last; <paramref name="Before"/> is what an undo would put back, null when the step stays.</summary>
public sealed record Step(Person By, Instant At, string What, Before? Before = null);

/// <summary>The page something came from, and what it is called.</summary>
/// <param name="About">What of that page it is, such as a cause; null for the whole.</param>
/// <param name="Metric">The metric that is to move, as it was named there; null when none was.</param>
public sealed record Origin(string Practice, string Id, string Title, string? About = null, string? Metric = null);

/// <summary>Something written by somebody, and when: that is what locks it.</summary>
public sealed record Written(string Text, Person By, Instant At);

/// <summary>Somebody did something at this instant.</summary>
public sealed record Stamp(Person By, Instant At);
