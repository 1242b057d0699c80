using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Begin a session. The seal is a fresh one.</summary>
public sealed record StartSession(string Id, string Question, Person? Deputy, string VitalFewLimit, Seal? Seal, EarlierModel? Earlier) : Command;

/// <summary>Take part, as voter or observer.</summary>
public sealed record TakeSeat(Part Part, string Group) : Command;

/// <summary>Have somebody else vote.</summary>
public sealed record AddVoter(Person? Who, string Group) : Command;

/// <summary>Say that somebody is away, or back.</summary>
public sealed record SetAway(Person? Who, bool IsAway) : Command;

/// <summary>Name the deputy.</summary>
public sealed record NameDeputy(Person? To) : Command;

/// <summary>Lead it, because owner and deputy have long been silent.</summary>
public sealed record TakeOver : Command;

/// <summary>A factor as it was typed.</summary>
public sealed record FactorDraft(string Name, string Meaning, string Metric, string Worst, string Best, ImmutableArray<string> Passes);

/// <summary>Propose a factor.</summary>
public sealed record ProposeFactor(FactorDraft Draft) : Command;

/// <summary>Word a candidate anew.</summary>
public sealed record RewordFactor(string Id, FactorDraft? Draft) : Command;

/// <summary>These mean the same: the first wording stays.</summary>
public sealed record MergeFactors(ImmutableArray<string> Ids, string Into, string Note) : Command;

/// <summary>Leave a candidate out, with a reason.</summary>
public sealed record SetFactorAside(string Id, string Reason) : Command;

/// <summary>End round 0: everybody sees the candidates.</summary>
public sealed record ShowCandidates : Command;

/// <summary>Open a round of votes.</summary>
public sealed record OpenRound(Method Method, string Quorum, DeadlineDraft Deadline, Electorate Electorate) : Command
{
    /// <summary>The top metrics as they were typed; both empty leaves them as they are.</summary>
    public string NorthStar { get; init; } = "";

    public string TopBusiness { get; init; } = "";

    public string TopReason { get; init; } = "";
}

/// <summary>When a round shall close: a span, or a date and a time, on the clock of this zone.</summary>
public sealed record DeadlineDraft(string Span, LocalDate? Date, string Time, string Zone);

/// <summary>Cast a ballot, or change it. A contradiction among its comparisons is asked about once, and kept when <paramref name="IsMeant"/>.</summary>
public sealed record CastBallot(Ballot Ballot, Seal? Seal, Subject Subject, string Delivery, string Group = "", bool IsMeant = false) : Command;

/// <summary>Remind those who haven't voted.</summary>
public sealed record RemindRest : Command;

/// <summary>Close the round: with its quorum it is revealed.</summary>
public sealed record CloseRound(Seal? Seal, Subject Subject) : Command
{
    /// <summary>Whether the deadline closes it, and nobody's hand.</summary>
    public bool IsDeadline { get; init; }
}

/// <summary>Give the round more time.</summary>
public sealed record ExtendRound(DeadlineDraft? Deadline) : Command;

/// <summary>Close the round as not valid.</summary>
public sealed record VoidRound(string Reason) : Command;

/// <summary>Show the own weights of the last round, with the own name.</summary>
public sealed record ShowWeights(Seal? Seal, Subject Subject) : Command;

/// <summary>Agree on the weights of the last round.</summary>
public sealed record AgreeModel(string Rationale, LocalDate? EffectiveFrom, LocalDate? ReviewBy, string Zone) : Command;

/// <summary>Score what a team wants to build.</summary>
public sealed record ScoreInitiative(string Name, string Team, ImmutableDictionary<string, string> Levels, ImmutableDictionary<string, decimal> Current, string From, Place Place) : Command;

/// <summary>Take an initiative off the list.</summary>
public sealed record DropInitiative(string Id, string Reason) : Command;

/// <summary>Ask for the review of a model whose day has come.</summary>
public sealed record PromptReview : Command;

/// <summary>Another version is agreed and takes this one's place.</summary>
public sealed record Supersede(string ById) : Command;

/// <summary>Give the session up.</summary>
public sealed record DropSession(string Reason) : Command;
