using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Something that happened to a storyboard.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(BoardStarted), "started")]
[JsonDerivedType(typeof(ObstacleOffered), "offered")]
[JsonDerivedType(typeof(ObstaclePlaced), "placed")]
[JsonDerivedType(typeof(ChallengeSet), "challenge")]
[JsonDerivedType(typeof(TargetSet), "target")]
[JsonDerivedType(typeof(ActualSeen), "actual")]
[JsonDerivedType(typeof(ReviewPrompted), "prompted")]
[JsonDerivedType(typeof(TargetReviewed), "reviewed")]
[JsonDerivedType(typeof(ObstacleParked), "obstacle")]
[JsonDerivedType(typeof(ObstacleActivated), "active")]
[JsonDerivedType(typeof(ObstacleOvercome), "overcome")]
[JsonDerivedType(typeof(StepPlanned), "step")]
[JsonDerivedType(typeof(OutcomePredicted), "predicted")]
[JsonDerivedType(typeof(StepStarted), "begun")]
[JsonDerivedType(typeof(GoAndSeeSet), "see-by")]
[JsonDerivedType(typeof(OutcomeSeen), "happened")]
[JsonDerivedType(typeof(LearningNoted), "learned")]
[JsonDerivedType(typeof(StepDropped), "dropped")]
[JsonDerivedType(typeof(Nudged), "nudged")]
[JsonDerivedType(typeof(Reworded), "reworded")]
[JsonDerivedType(typeof(CoachingBegun), "coaching")]
[JsonDerivedType(typeof(CoachingAnswered), "answered")]
[JsonDerivedType(typeof(CoachingEnded), "coached")]
[JsonDerivedType(typeof(RoleGiven), "role")]
[JsonDerivedType(typeof(LineTaken), "line")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(BoardEnded), "ended")]
[JsonDerivedType(typeof(BoardReopened), "reopened")]
public abstract record KataChange : Change;

public sealed record BoardStarted(string Id, string? Challenge, string? FocusProcess, Person Learner, Person? Coach) : KataChange
{
    /// <summary>The IANA zone that the board goes by.</summary>
    public string? Zone { get; init; }
}

public sealed record ObstacleOffered(string Text, Origin From) : KataChange;

public sealed record ObstaclePlaced(string Board) : KataChange;

public sealed record ChallengeSet(string Challenge, string? FocusProcess) : KataChange;

public sealed record TargetSet(string Id, string Description, Goal? Goal, Condition Current, LocalDate AchieveBy) : KataChange;

public sealed record ActualSeen(ImmutableArray<Reading> Readings) : KataChange;

/// <summary>The day has passed, and the review was asked for.</summary>
public sealed record ReviewPrompted(string Target) : KataChange;

public sealed record TargetReviewed(string Target, TargetState Outcome, string? Reason, Condition? Actual) : KataChange;

public sealed record ObstacleParked(string Id, string Text, Origin? From) : KataChange;

/// <summary>This one from now on; the one that was active is parked.</summary>
public sealed record ObstacleActivated(string Id) : KataChange;

public sealed record ObstacleOvercome(string Id, string How) : KataChange;

public sealed record StepPlanned(string Id, string Obstacle, string Step, Person? Owner, LocalDate? GoAndSeeBy) : KataChange;

public sealed record OutcomePredicted(string Id, string Text) : KataChange;

public sealed record StepStarted(string Id, Person Owner, LocalDate GoAndSeeBy) : KataChange;

public sealed record GoAndSeeSet(string Id, LocalDate Day) : KataChange;

public sealed record OutcomeSeen(string Id, string Text) : KataChange;

public sealed record LearningNoted(string Id, string Text) : KataChange;

public sealed record StepDropped(string Id, string Reason) : KataChange;

public sealed record Nudged(string Id) : KataChange;

public sealed record Reworded(Part Part, string Text) : KataChange;

/// <summary>A line in the thread became these texts: when its author edits it, they follow.</summary>
public sealed record LineTaken(string Message, ImmutableArray<Part> Parts) : KataChange;

public sealed record CoachingBegun(Person? Coach) : KataChange;

public sealed record CoachingAnswered(CoachQuestion Question, string Text) : KataChange;

/// <summary>The cycle is over: whole, or stopped before the last question.</summary>
public sealed record CoachingEnded : KataChange;

public sealed record RoleGiven(Role Role, Person To) : KataChange;

public sealed record Undone : KataChange;

public sealed record BoardEnded(string Reason) : KataChange;

public sealed record BoardReopened(string Reason) : KataChange;

/// <summary>Who does what in a kata.</summary>
public enum Role
{
    Learner,
    Coach,
    SecondCoach,
}
