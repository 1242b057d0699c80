using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// When people are reminded: of a step at nine in Greenwich on the day to go and see, and once more the day after; of a review
/// on the day after the achieve-by date, and then weekly, until somebody has reviewed it.
/// </summary>
internal static class Reminding
{
    public const int Times = 2;

    private const int Prompts = 5;

    private static readonly LocalTime s_morning = new(9, 0);

    /// <summary>When the owner of a step is reminded next.</summary>
    public static Instant At(Experiment experiment) => experiment is { GoAndSeeBy: { } day, Outcome: null, IsOpen: true, Nudges: < Times }
        ? Morning(day.PlusDays(experiment.Nudges))
        : Instant.MaxValue;

    /// <summary>When the review of a target condition is asked for next.</summary>
    public static Instant At(TargetCondition target) => target is { IsOpen: true, Prompts: < Prompts }
        ? Morning(target.AchieveBy.PlusDays(1).PlusWeeks(target.Prompts))
        : Instant.MaxValue;

    /// <summary>The whole set of reminders of a storyboard.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, KataState state) => state is not Running(var board) ? [] :
    [
        .. board.Targets.Where(target => At(target) < Instant.MaxValue).Select(target => new Reminder(At(target), subject.Press(PressVerb.PromptReview, target.Id))),
        .. board.Experiments.Where(experiment => At(experiment) < Instant.MaxValue).Select(experiment => new Reminder(At(experiment), subject.Press(PressVerb.Nudge, experiment.Id))),
    ];

    private static Instant Morning(LocalDate day) => day.At(s_morning).InUtc().ToInstant();
}
