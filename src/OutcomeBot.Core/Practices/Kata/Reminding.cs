using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// When people are reminded: at nine by the clock of their page: of a step on the day to go and see, and once more the day after; of a review
/// on the day after the achieve-by date, and then weekly, until somebody has reviewed it.
/// </summary>
internal static class Reminding
{
    public const int Times = 2;

    private const int Prompts = 5;

    /// <summary>When the owner of a step is reminded next.</summary>
    public static Instant At(Experiment experiment, DateTimeZone zone) => experiment is { GoAndSeeBy: { } day, Outcome: null, IsOpen: true, Nudges: < Times }
        ? Nudges.Morning(day.PlusDays(experiment.Nudges), zone)
        : Instant.MaxValue;

    /// <summary>When the review of a target condition is asked for next.</summary>
    public static Instant At(TargetCondition target, DateTimeZone zone) => target is { IsOpen: true, Prompts: < Prompts }
        ? Nudges.Morning(target.AchieveBy.PlusDays(1).PlusWeeks(target.Prompts), zone)
        : Instant.MaxValue;

    /// <summary>The whole set of reminders of a storyboard.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, KataState state) => state is not Running(var board) ? [] :
    [
        .. board.Targets.Where(target => At(target, board.Clock()) < Instant.MaxValue).Select(target => new Reminder(At(target, board.Clock()), subject.Press(PressVerb.PromptReview, target.Id))),
        .. board.Experiments.Where(experiment => At(experiment, board.Clock()) < Instant.MaxValue).Select(experiment => new Reminder(At(experiment, board.Clock()), subject.Press(PressVerb.Nudge, experiment.Id))),
    ];
}
