using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Something that happened to an analysis.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Imported), "imported")]
[JsonDerivedType(typeof(FactsAdded), "facts")]
[JsonDerivedType(typeof(ProblemReworded), "problem")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(CauseSplit), "split")]
[JsonDerivedType(typeof(Reworded), "reworded")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(FocusMoved), "focus")]
[JsonDerivedType(typeof(EvidenceAttached), "evidence")]
[JsonDerivedType(typeof(Contested), "contested")]
[JsonDerivedType(typeof(WentAndSaw), "saw")]
[JsonDerivedType(typeof(Refuted), "refuted")]
[JsonDerivedType(typeof(Restored), "restored")]
[JsonDerivedType(typeof(GateSet), "gate")]
[JsonDerivedType(typeof(Categorised), "category")]
[JsonDerivedType(typeof(LinksHeld), "held")]
[JsonDerivedType(typeof(LinksDoubted), "doubted")]
[JsonDerivedType(typeof(CountermeasureAdded), "countermeasure")]
[JsonDerivedType(typeof(MeasureEnded), "ended")]
[JsonDerivedType(typeof(MeasureNudged), "measure-nudged")]
[JsonDerivedType(typeof(ConclusionDrawn), "concluded")]
[JsonDerivedType(typeof(EffectFound), "effect")]
[JsonDerivedType(typeof(CheckNudged), "check-nudged")]
[JsonDerivedType(typeof(PageLinked), "linked")]
[JsonDerivedType(typeof(CauseHandedOn), "handed-on")]
[JsonDerivedType(typeof(Amended), "amended")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(WasAbandoned), "abandoned")]
[JsonDerivedType(typeof(FacilitatorChanged), "facilitator")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(Nudged), "nudged")]
[JsonDerivedType(typeof(CategoriesSet), "categories")]
public abstract record FiveWhysChange : Change;

/// <summary>A question was refused as it stands and is kept, so that its author can reword it.</summary>
public sealed record Drafted(string Text) : FiveWhysChange;

public sealed record Asked(string Id, Problem Problem, Origin? From) : FiveWhysChange
{
    /// <summary>The IANA zone that the analysis goes by.</summary>
    public string? Zone { get; init; }
}

public sealed record Imported(FiveWhysState State) : FiveWhysChange;

/// <summary>The problem with all its facts as they now stand.</summary>
public sealed record FactsAdded(Problem Problem) : FiveWhysChange;

public sealed record ProblemReworded(string Text) : FiveWhysChange;

public sealed record Answered(string Id, string? Parent, string Text, string? Message, Seen? Seen) : FiveWhysChange;

/// <summary>The cause keeps the first part; the others become causes beside it.</summary>
public sealed record CauseSplit(string Cause, string First, ImmutableArray<NewCause> Others) : FiveWhysChange;

/// <summary>A cause that a split made.</summary>
public sealed record NewCause(string Id, string Text);

public sealed record Reworded(string Cause, string Text, Seen? Seen) : FiveWhysChange;

/// <summary>Its author took it back. When others have built on it, it stays and is contested.</summary>
public sealed record Withdrawn(string Cause) : FiveWhysChange;

public sealed record FocusMoved(string? Cause) : FiveWhysChange;

public sealed record EvidenceAttached(string Cause, EvidenceKind Kind, string Text, string? Source) : FiveWhysChange;

public sealed record Contested(string Cause, string Reason, Person? Owner, LocalDate? Due) : FiveWhysChange;

public sealed record WentAndSaw(string Cause, string Text, FindingOutcome Outcome) : FiveWhysChange;

public sealed record Refuted(string Cause, string Reason) : FiveWhysChange;

public sealed record Restored(string Cause) : FiveWhysChange;

public sealed record GateSet(string? Cause, Branching Gate) : FiveWhysChange;

public sealed record Categorised(string Cause, string Category) : FiveWhysChange;

public sealed record LinksHeld(ImmutableArray<string> Causes) : FiveWhysChange;

public sealed record LinksDoubted(ImmutableArray<string> Causes, string Missing) : FiveWhysChange;

public sealed record CountermeasureAdded(string Id, string Text, Person Owner, LocalDate Due, ActionStrength Strength) : FiveWhysChange;

public sealed record ConclusionDrawn(
    ImmutableArray<string> RootCauses, string Category, Reach Reach, string Metric, LocalDate CheckOn, string? WhyStop,
    ImmutableDictionary<string, Seen> Seen) : FiveWhysChange;

/// <summary>A countermeasure is done or dropped; a null outcome takes that back.</summary>
public sealed record MeasureEnded(string Measure, MeasureOutcome? Outcome, string? Note) : FiveWhysChange;

/// <summary>The owner of a countermeasure was reminded of it.</summary>
public sealed record MeasureNudged(string Measure) : FiveWhysChange;

/// <summary>Somebody looked whether it helped.</summary>
public sealed record EffectFound(Helped Helped, string Text) : FiveWhysChange;

/// <summary>It was asked whether it helped.</summary>
public sealed record CheckNudged : FiveWhysChange;

/// <summary>A page that it came from or led to is known by name.</summary>
public sealed record PageLinked(Linked To) : FiveWhysChange;

/// <summary>A root cause was handed on to become an obstacle.</summary>
public sealed record CauseHandedOn(string Cause) : FiveWhysChange;

public sealed record Amended(string Of, string Was, string Text, string Why) : FiveWhysChange;

public sealed record Reopened(string Reason) : FiveWhysChange;

public sealed record WasAbandoned(string Reason) : FiveWhysChange;

public sealed record FacilitatorChanged(Person To) : FiveWhysChange;

public sealed record Undone : FiveWhysChange;

public sealed record Nudged(string Cause) : FiveWhysChange;

public sealed record CategoriesSet(ImmutableArray<string> Categories) : FiveWhysChange;
