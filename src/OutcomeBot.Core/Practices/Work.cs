using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Something that somebody still has to do, whichever practice asks for it: reminders, lists and home pages are made of these.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="What">In the words of those who wrote it.</param>
/// <param name="Owner">Who does it; null when nobody has taken it.</param>
/// <param name="Due">The day it is due; null when none was agreed.</param>
/// <param name="Since">When it was taken on.</param>
/// <param name="Open">The press that leads to it; null when there is nothing to press.</param>
/// <param name="Metric">The id of the metric that it is to move, see <see cref="MetricName.IdOf"/>; null when it names none.</param>
public sealed record Work(WorkKind Kind, string What, Person? Owner, LocalDate? Due, Instant Since, Press? Open = null, string? Metric = null);

/// <summary>A piece of work, and the page it stands on.</summary>
public sealed record FoundWork(Work Work, Found Page);

/// <summary>The sorts of work, in the team's words.</summary>
public enum WorkKind
{
    Countermeasure,
    GoAndSee,
    EffectivenessCheck,
    Obstacle,
    Experiment,
    TargetCondition,
    Vote,
    Answer,
}

/// <summary>Sorts of work, as people call them.</summary>
public static class WorkWords
{
    /// <summary>What it is.</summary>
    public static string Name(this WorkKind kind) => kind switch
    {
        WorkKind.Countermeasure => "Countermeasure",
        WorkKind.GoAndSee => "Go and see",
        WorkKind.EffectivenessCheck => "Effectiveness check",
        WorkKind.Obstacle => "Obstacle",
        WorkKind.Experiment => "Experiment",
        WorkKind.TargetCondition => "Target condition",
        WorkKind.Vote => "Vote",
        WorkKind.Answer => "Question",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What its owner does with it next.</summary>
    public static string Deed(this WorkKind kind) => kind switch
    {
        WorkKind.Countermeasure => "Say what became of it",
        WorkKind.GoAndSee => "Say what you saw",
        WorkKind.EffectivenessCheck => "Say whether it helped",
        WorkKind.Obstacle => "Plan a step",
        WorkKind.Experiment => "Go on with it",
        WorkKind.TargetCondition => "Review it",
        WorkKind.Vote => "Vote",
        WorkKind.Answer => "Answer",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
