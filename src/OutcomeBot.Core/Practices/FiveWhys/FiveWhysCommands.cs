using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Begin an analysis of this problem.</summary>
public sealed record AskWhy(string Id, Problem Problem, Origin? From = null) : Command;

/// <summary>Keep a question that was refused as it stands, so that its author can reword it.</summary>
public sealed record KeepDraft(string Text) : Command;

/// <summary>Take over an analysis that was exported.</summary>
public sealed record Import(FiveWhysState State) : Command;

/// <summary>Say what is known about the problem.</summary>
public sealed record AddFacts(Problem Facts) : Command;

/// <summary>Put the problem in other words.</summary>
public sealed record RewordProblem(string Text) : Command;

/// <summary>Say why: a cause of the parent, or of the problem when that is null.</summary>
public sealed record Answer(string? Parent, string Text, string? Message = null, Seen? Seen = null) : Command;

/// <summary>Make one answer that holds several into several.</summary>
public sealed record SplitUp(string Cause) : Command;

/// <summary>Put an answer in other words.</summary>
public sealed record Reword(string Cause, string Text, Seen? Seen = null) : Command;

/// <summary>Take an answer back.</summary>
public sealed record Withdraw(string Cause) : Command;

/// <summary>Ask the why of this cause next; null for the problem.</summary>
public sealed record AskNext(string? Cause) : Command;

/// <summary>Attach something that can be checked.</summary>
public sealed record AttachEvidence(string Cause, EvidenceKind Kind, string Text, string? Source) : Command;

/// <summary>Doubt a cause; with an owner and a date, somebody goes to look.</summary>
public sealed record Contest(string Cause, string Reason, Person? Owner = null, LocalDate? Due = null) : Command;

/// <summary>Say what was seen.</summary>
public sealed record ReportFinding(string Cause, string Text, FindingOutcome Outcome) : Command;

/// <summary>Rule a cause out.</summary>
public sealed record Refute(string Cause, string Reason) : Command;

/// <summary>Take a refuted cause in again.</summary>
public sealed record Restore(string Cause) : Command;

/// <summary>Say whether the causes of a cause (or of the problem) are each enough, or needed together.</summary>
public sealed record SetGate(string? Cause, Branching Gate) : Command;

/// <summary>File a cause under one of the categories of the workspace.</summary>
public sealed record Categorise(string Cause, string Category, ImmutableArray<string> Known) : Command;

/// <summary>Say yes to links that were read back, worded as the fingerprint says.</summary>
public sealed record HoldLinks(ImmutableArray<string> Causes, string Fingerprint) : Command;

/// <summary>Say no to links that were read back.</summary>
public sealed record DoubtLinks(ImmutableArray<string> Causes, string Missing) : Command;

/// <summary>A countermeasure as it is typed.</summary>
public sealed record Draft(string Text, Person? Owner, LocalDate? Due, ActionStrength? Strength);

/// <summary>Decide what is done against a cause.</summary>
public sealed record AddCountermeasure(Draft Draft) : Command;

/// <summary>Name the root causes and end the asking. Seen: what earlier analyses found that is like them.</summary>
public sealed record Conclude(
    ImmutableArray<string> RootCauses, string Category, ImmutableArray<string> Known, Reach? Reach, Draft? Countermeasure,
    string Metric, LocalDate? CheckOn, string? WhyStop) : Command
{
    public ImmutableDictionary<string, Seen> Seen { get; init; } = ImmutableDictionary<string, Seen>.Empty;
}

/// <summary>Say that a countermeasure is done or dropped; a null outcome takes that back.</summary>
public sealed record EndMeasure(string Measure, MeasureOutcome? Outcome, string? Note) : Command;

/// <summary>The time has come to remind the owner of a countermeasure.</summary>
public sealed record NudgeMeasure(string Measure) : Command;

/// <summary>Say whether it helped.</summary>
public sealed record ReportEffect(Helped? Helped, string Text) : Command;

/// <summary>The day has come to ask whether it helped.</summary>
public sealed record NudgeCheck : Command;

/// <summary>Keep a link to a page that this one came from or led to.</summary>
public sealed record KeepLink(Linked To) : Command;

/// <summary>Make an obstacle of a root cause.</summary>
public sealed record HandOn(string Cause) : Command;

/// <summary>Change a text after the conclusion. Of: a cause, a countermeasure, or <see cref="Problem"/> or <see cref="Metric"/>.</summary>
public sealed record Amend(string Of, string Text, string Why) : Command
{
    public const string Problem = "problem";
    public const string Metric = "metric";
}

/// <summary>Go on with what had ended.</summary>
public sealed record Reopen(string Reason) : Command;

/// <summary>End it without a conclusion.</summary>
public sealed record Abandon(string Reason) : Command;

/// <summary>Make somebody the facilitator; oneself, when the facilitator has been silent.</summary>
public sealed record ChangeFacilitator(Person? To) : Command;

/// <summary>Take the last step back.</summary>
public sealed record Undo : Command;

/// <summary>The day has come for somebody to have gone and seen.</summary>
public sealed record Nudge(string Cause) : Command;

/// <summary>Set the workspace's list of categories.</summary>
public sealed record SetCategories(ImmutableArray<string> Categories) : Command;
