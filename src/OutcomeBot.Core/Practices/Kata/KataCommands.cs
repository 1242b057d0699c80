using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Begin a storyboard. Without a learner, it is the one who begins it.</summary>
public sealed record StartBoard(string Id, string? Challenge, string? FocusProcess = null, Person? Learner = null, Person? Coach = null) : Command;

/// <summary>Keep an obstacle that was handed over until somebody has chosen its storyboard.</summary>
public sealed record Offer(string Text, Origin From) : Command;

/// <summary>Begin a storyboard with the obstacle that was offered.</summary>
public sealed record StartWithOffer(string Id) : Command;

/// <summary>Say that the offered obstacle stands on this other board.</summary>
public sealed record PlaceOffer(string Board) : Command;

/// <summary>Say or reword the challenge.</summary>
public sealed record SetChallenge(string Challenge, string? FocusProcess) : Command;

/// <summary>Describe the next target condition. The current condition is read or typed, and fixed from then on.</summary>
public sealed record SetTarget(string Description, GoalDraft? Goal, string? CurrentText, LocalDate? AchieveBy) : Command
{
    /// <summary>The current condition, when the metric has a value.</summary>
    public Condition? Measured { get; init; }
}

/// <summary>A goal as it was typed: where the metric is known, its unit holds.</summary>
public sealed record GoalDraft(string Metric, string? KnownUnit, string From, string To);

/// <summary>Take down how things stand, where that can be read.</summary>
public sealed record SeeActual(ImmutableArray<Reading> Readings) : Command;

/// <summary>Ask for the review of a target condition whose day has passed.</summary>
public sealed record PromptReview(string Target) : Command;

/// <summary>Say how a target condition ended.</summary>
public sealed record ReviewTarget(string Target, TargetState? Outcome, string Reason, string ActualText) : Command
{
    /// <summary>The actual condition, when the metric has a value.</summary>
    public Condition? Measured { get; init; }
}

/// <summary>Put an obstacle in the parking lot.</summary>
public sealed record ParkObstacle(string Text, Origin? From = null) : Command;

/// <summary>Work on this obstacle, and on no other.</summary>
public sealed record Activate(string Obstacle) : Command;

/// <summary>Say that an obstacle is gone, and how that shows.</summary>
public sealed record Overcome(string Obstacle, string How) : Command;

/// <summary>Plan the next step on the active obstacle, with what is expected of it when that is known.</summary>
public sealed record PlanStep(string Step, string Expect, Person? Owner, LocalDate? GoAndSeeBy) : Command;

/// <summary>Write down what is expected, before it starts.</summary>
public sealed record Predict(string Experiment, string Text) : Command;

/// <summary>Start a step; the prediction is locked from here on.</summary>
public sealed record StartStep(string Experiment, LocalDate? GoAndSeeBy) : Command;

/// <summary>Say by when somebody goes and sees.</summary>
public sealed record SetGoAndSee(string Experiment, LocalDate? Day) : Command;

/// <summary>Say what happened.</summary>
public sealed record Observe(string Experiment, string Text) : Command;

/// <summary>Say what was learned.</summary>
public sealed record Learn(string Experiment, string Text) : Command;

/// <summary>Give a step up, with the reason.</summary>
public sealed record DropStep(string Experiment, string Reason) : Command;

/// <summary>Remind the owner of a step of its day.</summary>
public sealed record Nudge(string Experiment) : Command;

/// <summary>Put a text in other words.</summary>
public sealed record Reword(Part Part, string Text) : Command;

/// <summary>Begin a coaching cycle.</summary>
public sealed record BeginCoaching(Called Called) : Command;

/// <summary>Whether somebody asked for the coaching, or a schedule did.</summary>
public enum Called
{
    ByPerson,
    BySchedule,
}

/// <summary>Answer the question that is asked now.</summary>
public sealed record AnswerCoach(CoachQuestion Question, string Text, LocalDate? Day = null) : Command;

/// <summary>End the coaching cycle before its last question.</summary>
public sealed record StopCoaching : Command;

/// <summary>Name somebody for a role.</summary>
public sealed record GiveRole(Role Role, Person? To) : Command;

/// <summary>Take the last step back.</summary>
public sealed record Undo : Command;

/// <summary>End the work on this challenge.</summary>
public sealed record EndBoard(string Reason) : Command;

/// <summary>Go on with it after all.</summary>
public sealed record ReopenBoard(string Reason) : Command;

/// <summary>Keep the link to what came of it elsewhere.</summary>
public sealed record KeepLink(Linked To) : Command;

/// <summary>Answer every question that is left, as a form does.</summary>
public sealed record AnswerAll(ImmutableDictionary<CoachQuestion, string> Answers, LocalDate? Day) : Command;
