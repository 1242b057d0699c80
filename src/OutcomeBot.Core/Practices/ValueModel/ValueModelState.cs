using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Where a value model stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Unstarted), "unstarted")]
[JsonDerivedType(typeof(Collecting), "collecting")]
[JsonDerivedType(typeof(Choosing), "choosing")]
[JsonDerivedType(typeof(Voting), "voting")]
[JsonDerivedType(typeof(BelowQuorum), "below-quorum")]
[JsonDerivedType(typeof(Revealed), "revealed")]
[JsonDerivedType(typeof(Agreed), "agreed")]
[JsonDerivedType(typeof(Dropped), "dropped")]
public abstract record ValueModelState
{
    /// <summary>The session, in the states that have one.</summary>
    [JsonIgnore]
    public virtual WeightingSession? Known => null;

    /// <summary>The round that takes votes or waits for a word on its quorum.</summary>
    [JsonIgnore]
    public virtual Round? Open => null;
}

/// <summary>Nothing is here yet.</summary>
public sealed record Unstarted : ValueModelState;

/// <summary>Round 0: everybody proposes factors, privately.</summary>
public sealed record Collecting(WeightingSession Session) : ValueModelState
{
    public override WeightingSession Known => Session;
}

/// <summary>All candidates are known to everybody, and no round is open.</summary>
public sealed record Choosing(WeightingSession Session) : ValueModelState
{
    public override WeightingSession Known => Session;
}

/// <summary>A round is open, its ballots sealed.</summary>
public sealed record Voting(WeightingSession Session, Round Round) : ValueModelState
{
    public override WeightingSession Known => Session;

    public override Round Open => Round;
}

/// <summary>A round has closed without its quorum: still sealed, and somebody decides whether to extend it or to close it as not valid.</summary>
public sealed record BelowQuorum(WeightingSession Session, Round Round, Instant ClosedAt) : ValueModelState
{
    public override WeightingSession Known => Session;

    public override Round Open => Round;
}

/// <summary>The newest round has been revealed: discuss, vote again, or agree.</summary>
public sealed record Revealed(WeightingSession Session) : ValueModelState
{
    public override WeightingSession Known => Session;
}

/// <summary>The weights are agreed, and used until another version takes their place.</summary>
public sealed record Agreed(WeightingSession Session, AgreedModel Model) : ValueModelState
{
    public override WeightingSession Known => Session;
}

/// <summary>Given up, and it is known why.</summary>
public sealed record Dropped(WeightingSession Session, string Reason, Person By, Instant At) : ValueModelState
{
    public override WeightingSession Known => Session;
}
