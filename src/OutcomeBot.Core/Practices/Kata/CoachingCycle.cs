using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// What is asked in a coaching cycle, in this order (Rother's five questions; the second has its reflection side). The first,
/// "What is the target condition?", is answered by the board itself.
/// </summary>
public enum CoachQuestion
{
    Actual,
    Happened,
    Learned,
    Obstacle,
    NextStep,
    Expect,
    GoAndSee,
}

/// <summary>A coaching cycle that is going on.</summary>
/// <param name="Id">Its mark in the log: k1, k2 ...</param>
/// <param name="Coach">Who asks; null when nobody was named.</param>
/// <param name="Reflects">The experiment that the reflection is about: the last one that had been started when the cycle began.</param>
public sealed record Coaching(string Id, Person? Coach, string? Reflects, Instant At)
{
    public ImmutableArray<CoachAnswer> Answers { get => field.OrNone(); init; } = [];
}

/// <summary>What the learner answered.</summary>
public sealed record CoachAnswer(CoachQuestion Question, string Text);

/// <summary>A coaching cycle that is over: who was there, and what was answered.</summary>
/// <param name="Target">The target condition it was about; null when none was open.</param>
/// <param name="Reflected">The experiment that was reflected on.</param>
/// <param name="Next">The experiment that is the next step.</param>
public sealed record CoachingCycle(
    string Id, Person Learner, Person? Coach, Person? SecondCoach, string? Target, string? Reflected, string? Next, Instant At, Instant HeldAt)
{
    public ImmutableArray<CoachAnswer> Answers { get => field.OrNone(); init; } = [];

    /// <summary>The actual condition that was looked at.</summary>
    public Condition? Actual { get; init; }

    /// <summary>Whether every question was answered.</summary>
    public bool IsWhole { get; init; }
}
