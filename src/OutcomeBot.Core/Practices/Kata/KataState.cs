using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Where a storyboard stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Unstarted), "unstarted")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(Running), "running")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record KataState
{
    /// <summary>The board, in the states that have one.</summary>
    [JsonIgnore]
    public virtual Storyboard? Known => null;
}

/// <summary>Nothing is here yet.</summary>
public sealed record Unstarted : KataState;

/// <summary>An obstacle was handed over, and somebody chooses which storyboard takes it.</summary>
public sealed record Offered(string Text, Origin From) : KataState;

/// <summary>The obstacle that waited here stands on another storyboard now.</summary>
public sealed record Placed(string Board) : KataState;

/// <summary>The learner works on it.</summary>
public sealed record Running(Storyboard Board) : KataState
{
    public override Storyboard Known => Board;
}

/// <summary>The work on this challenge is over, and it is known why.</summary>
public sealed record Ended(Storyboard Board, string Reason, Person By, Instant At) : KataState
{
    public override Storyboard Known => Board;
}
