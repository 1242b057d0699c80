using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Something that happened to a value model.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(SessionStarted), "started")]
[JsonDerivedType(typeof(SeatTaken), "seat")]
[JsonDerivedType(typeof(AwaySet), "away")]
[JsonDerivedType(typeof(LeadGiven), "lead")]
[JsonDerivedType(typeof(FactorProposed), "proposed")]
[JsonDerivedType(typeof(FactorReworded), "reworded")]
[JsonDerivedType(typeof(FactorsMerged), "merged")]
[JsonDerivedType(typeof(FactorSetAside), "aside")]
[JsonDerivedType(typeof(CandidatesShown), "shown")]
[JsonDerivedType(typeof(RoundOpened), "opened")]
[JsonDerivedType(typeof(BallotCast), "cast")]
[JsonDerivedType(typeof(RestReminded), "reminded")]
[JsonDerivedType(typeof(RoundExtended), "extended")]
[JsonDerivedType(typeof(QuorumMissed), "below-quorum")]
[JsonDerivedType(typeof(RoundEnded), "ended")]
[JsonDerivedType(typeof(WeightsShown), "consent")]
[JsonDerivedType(typeof(ModelAgreed), "agreed")]
[JsonDerivedType(typeof(InitiativeScored), "scored")]
[JsonDerivedType(typeof(InitiativeDropped), "initiative-dropped")]
[JsonDerivedType(typeof(ReviewPrompted), "review")]
[JsonDerivedType(typeof(ModelSuperseded), "superseded")]
[JsonDerivedType(typeof(SessionDropped), "dropped")]
public abstract record ValueModelChange : Change;

public sealed record SessionStarted(string Id, string Question, Person? Deputy, int VitalFewLimit, string Seal, EarlierModel? Earlier) : ValueModelChange;

public sealed record SeatTaken(Seat Seat) : ValueModelChange;

public sealed record AwaySet(Person Who, bool IsAway) : ValueModelChange;

/// <summary>Somebody leads from now on, as owner or as deputy.</summary>
public sealed record LeadGiven(Person To, bool IsOwner) : ValueModelChange;

public sealed record FactorProposed(Candidate Candidate) : ValueModelChange;

public sealed record FactorReworded(Candidate Candidate) : ValueModelChange;

public sealed record FactorsMerged(string Into, ImmutableArray<string> Merged, string? Note) : ValueModelChange;

public sealed record FactorSetAside(string Id, string Reason) : ValueModelChange;

public sealed record CandidatesShown : ValueModelChange;

public sealed record RoundOpened(Round Round) : ValueModelChange;

/// <summary>A ballot was cast, or changed: sealed, and the seat of a voter who wasn't on the roll before.</summary>
public sealed record BallotCast(SealedBallot Ballot, Seat? Seat) : ValueModelChange;

public sealed record RestReminded(int Times) : ValueModelChange;

public sealed record RoundExtended(Instant ClosesAt) : ValueModelChange;

public sealed record QuorumMissed : ValueModelChange;

/// <summary>The round is over; what was cut, with the reason, when it was about that.</summary>
public sealed record RoundEnded(RoundEnd End) : ValueModelChange;

public sealed record WeightsShown(Shown Shown) : ValueModelChange;

public sealed record ModelAgreed(AgreedModel Model) : ValueModelChange;

public sealed record InitiativeScored(Initiative Initiative) : ValueModelChange;

public sealed record InitiativeDropped(string Id, string Reason) : ValueModelChange;

public sealed record ReviewPrompted(int Times) : ValueModelChange;

public sealed record ModelSuperseded(string ById) : ValueModelChange;

public sealed record SessionDropped(string Reason) : ValueModelChange;
