using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Something that happened to a metric, or to an import.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Defined), "defined")]
[JsonDerivedType(typeof(Recorded), "recorded")]
[JsonDerivedType(typeof(BatchWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(Derived), "derived")]
[JsonDerivedType(typeof(TargetSet), "target")]
[JsonDerivedType(typeof(TargetSettled), "settled")]
[JsonDerivedType(typeof(ThresholdSet), "threshold")]
[JsonDerivedType(typeof(LimitsSet), "limits")]
[JsonDerivedType(typeof(SplitSet), "split")]
[JsonDerivedType(typeof(EdgeAdded), "edge")]
[JsonDerivedType(typeof(EdgeDropped), "no-edge")]
[JsonDerivedType(typeof(WasRetired), "retired")]
[JsonDerivedType(typeof(BroughtBack), "back")]
[JsonDerivedType(typeof(ConcernRaised), "concern")]
[JsonDerivedType(typeof(PageLinked), "linked")]
[JsonDerivedType(typeof(FileRead), "file")]
[JsonDerivedType(typeof(ImportConfirmed), "confirmed")]
[JsonDerivedType(typeof(ImportUndone), "undone")]
[JsonDerivedType(typeof(TokenMade), "token")]
[JsonDerivedType(typeof(TokenRevoked), "no-token")]
[JsonDerivedType(typeof(KeyUsed), "key")]
public abstract record MetricsChange : Change;

/// <summary>The definition as it now stands.</summary>
public sealed record Defined(Definition Definition) : MetricsChange;

/// <summary>Values that hold from now on; what held for the same period stays readable under them.</summary>
public sealed record Recorded(ImmutableArray<Reading> Readings) : MetricsChange;

/// <summary>An import was undone: what it brought is taken back, and what held before holds again.</summary>
public sealed record BatchWithdrawn(string Batch) : MetricsChange;

/// <summary>What the formula gives now, and where that differs from what was recorded.</summary>
public sealed record Derived(ImmutableArray<Reading> Readings, ImmutableArray<Disagreement> Disagreements) : MetricsChange;

public sealed record TargetSet(MetricTarget? Target) : MetricsChange;

/// <summary>The target was reviewed, and is no target any more.</summary>
public sealed record TargetSettled(TargetOutcome Outcome) : MetricsChange;

public sealed record ThresholdSet(RiskThreshold? Threshold) : MetricsChange;

/// <summary>Limits were locked; null lets them be worked out anew with every value.</summary>
public sealed record LimitsSet(LockedLimits? Limits) : MetricsChange;

public sealed record SplitSet(Split? Split) : MetricsChange;

public sealed record EdgeAdded(Edge Edge) : MetricsChange;

public sealed record EdgeDropped(Edge Edge) : MetricsChange;

public sealed record WasRetired(string Reason) : MetricsChange;

public sealed record BroughtBack : MetricsChange;

/// <summary>The newest value was handed over with the question why.</summary>
public sealed record ConcernRaised(AskedWhy Asked) : MetricsChange;

/// <summary>Another page goes on from this metric.</summary>
public sealed record PageLinked(Linked To) : MetricsChange;

public sealed record FileRead(ImportSheet Sheet) : MetricsChange;

public sealed record ImportConfirmed : MetricsChange;

public sealed record ImportUndone : MetricsChange;

/// <summary>A token was made; only its hash is kept.</summary>
public sealed record TokenMade(Token Token) : MetricsChange;

public sealed record TokenRevoked(string Token) : MetricsChange;

/// <summary>A request came with this key and this body, both by their hash.</summary>
public sealed record KeyUsed(string Key, string Body) : MetricsChange;
