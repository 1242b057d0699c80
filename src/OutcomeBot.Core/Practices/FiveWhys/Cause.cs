using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>One answer to one why: it stands under the cause (or the problem, when <see cref="Parent"/> is null) that it explains.</summary>
public sealed record Cause
{
    /// <summary><c>c1</c>, <c>c2</c>, ... in the order of answering; never given twice.</summary>
    public required string Id { get; init; }

    /// <summary>What it explains; null for the problem itself.</summary>
    public string? Parent { get; init; }

    public required string Text { get; init; }

    public required Person By { get; init; }

    public required Instant At { get; init; }

    /// <summary>The latest word on whether it is so; null while it is only proposed.</summary>
    public Judgement? Judged { get; init; }

    public ImmutableArray<Evidence> Evidence { get => field.OrNone(); init; } = [];

    /// <summary>Whether its own causes are each enough, or needed together.</summary>
    public Branching Gate { get; init; }

    public string? Category { get; init; }

    /// <summary>The chat message that carried it: an edit of that message rewords it.</summary>
    public string? Message { get; init; }

    /// <summary>How it read before, oldest first.</summary>
    public ImmutableArray<Revision> Revisions { get => field.OrNone(); init; } = [];

    /// <summary>Somebody goes and looks; until they are back, this branch waits.</summary>
    public GoAndSee? GoAndSee { get; init; }

    /// <summary>Who said yes to the link from this cause to what it explains.</summary>
    public Held? Held { get; init; }

    /// <summary>An earlier analysis that found the same.</summary>
    public Seen? Seen { get; init; }

    public Standing Standing => Judged?.Is ?? Standing.Proposed;

    /// <summary>Its number, for keeping causes in the order of answering.</summary>
    public int Number => int.Parse(Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    public bool IsRefuted => Standing == Standing.Refuted;

    public bool IsWaiting => GoAndSee is { Finding: null };
}

/// <summary>How a cause stands.</summary>
public enum Standing
{
    Proposed,
    Supported,
    Contested,
    Refuted,
}

/// <summary>Who brought a cause to its standing, when, and why.</summary>
public sealed record Judgement(Standing Is, Person By, Instant At, string? Reason = null);

/// <summary>Something that anybody can check.</summary>
public sealed record Evidence(EvidenceKind Kind, string Text, string? Source, Person By, Instant At);

/// <summary>What kind of thing can be checked.</summary>
public enum EvidenceKind
{
    Number,
    Link,
    Quotation,
    Observation,
}

/// <summary>How a text read before somebody reworded it.</summary>
public sealed record Revision(string Was, Person By, Instant At, string? Why = null);

/// <summary>A link of the chain that was read back and held.</summary>
public sealed record Held(Person By, Instant At);

/// <summary>A task to look at the place where it happens.</summary>
public sealed record GoAndSee(Person Owner, LocalDate Due, Person By, Instant At)
{
    public Finding? Finding { get; init; }

    /// <summary>How often its owner has been reminded: on the day, and once the day after.</summary>
    public int Nudges { get; init; }

    public bool IsOverdue => Finding is null && Nudges > 1;
}

/// <summary>What was seen there.</summary>
public sealed record Finding(string Text, FindingOutcome Outcome, Person By, Instant At);

/// <summary>What a finding does to the cause.</summary>
public enum FindingOutcome
{
    Supports,
    Refutes,
    Unclear,
}

/// <summary>An earlier analysis of the same workspace that found a like cause.</summary>
public sealed record Seen(string Id, string Title, string Cause, LocalDate? On);
