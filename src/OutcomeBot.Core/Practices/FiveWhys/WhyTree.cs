using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A problem and the causes that a team has found for it: everything an analysis keeps, whichever state it is in.</summary>
public sealed record WhyTree
{
    /// <summary>The analysis, wherever it is imported.</summary>
    public required string Id { get; init; }

    public required Problem Problem { get; init; }

    /// <summary>Who opened it, or was handed it: refutes, concludes, abandons, reopens.</summary>
    public required Person Facilitator { get; init; }

    /// <summary>When the facilitator last did something; after a week of silence anybody may take over.</summary>
    public required Instant FacilitatorActedAt { get; init; }

    public required Person OpenedBy { get; init; }

    public required Instant OpenedAt { get; init; }

    /// <summary>The IANA zone that it goes by: its channel's, or that of who opened it. Null for Greenwich, as where nobody knew one.</summary>
    public string? Zone { get; init; }

    /// <summary>In the order of answering.</summary>
    public ImmutableArray<Cause> Causes { get => field.OrNone(); init; } = [];

    /// <summary>The highest number that a cause ever had.</summary>
    public int Numbered { get; init; }

    /// <summary>The cause whose why is being asked; null for the problem.</summary>
    public string? Focus { get; init; }

    public ImmutableArray<Person> Participants { get => field.OrNone(); init; } = [];

    public ImmutableArray<Countermeasure> Countermeasures { get => field.OrNone(); init; } = [];

    public ImmutableArray<Amendment> Amendments { get => field.OrNone(); init; } = [];

    public ImmutableArray<Reopening> Reopenings { get => field.OrNone(); init; } = [];

    /// <summary>The pages that this one came from or led to.</summary>
    public ImmutableArray<Linked> Links { get => field.OrNone(); init; } = [];

    /// <summary>The root causes that became obstacles.</summary>
    public ImmutableArray<string> HandedOn { get => field.OrNone(); init; } = [];

    /// <summary>The analysis and the cause that this one goes on from.</summary>
    public Origin? From { get; init; }

    public required Step Last { get; init; }
}

/// <summary>What is being explained, and the facts that pin it down.</summary>
public sealed record Problem(string Statement)
{
    public string? Metric { get; init; }

    public string? Baseline { get; init; }

    public string? When { get; init; }

    public string? Where { get; init; }

    public string? Source { get; init; }

    /// <summary>Whether its causes are each enough, or needed together.</summary>
    public Branching Gate { get; init; }

    public ImmutableArray<Revision> Revisions { get => field.OrNone(); init; } = [];
}

/// <summary>Where an analysis was begun from.</summary>
public sealed record Origin(string Id, string Cause, string Title);

/// <summary>The last step: who, when, what; and what it changed, as it was before, while it can be undone.</summary>
public sealed record Step(Person By, Instant At, string What)
{
    public Before? Before { get; init; }
}

/// <summary>What a step changed, as it was: putting it back is an undo.</summary>
public sealed record Before
{
    /// <summary>Causes that it changed or took away.</summary>
    public ImmutableArray<Cause> Were { get => field.OrNone(); init; } = [];

    /// <summary>Causes that it added.</summary>
    public ImmutableArray<string> New { get => field.OrNone(); init; } = [];

    public string? Focus { get; init; }

    /// <summary>The problem, when it was changed.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The facilitator, when changed.</summary>
    public Person? Facilitator { get; init; }

    /// <summary>Countermeasures that it added.</summary>
    public ImmutableArray<string> NewCountermeasures { get => field.OrNone(); init; } = [];
}
