using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>When those who went to look are reminded: at nine in Greenwich on the day, and once more the day after.</summary>
internal static class Reminding
{
    private const int Times = 2;

    private static readonly LocalTime s_morning = new(9, 0);

    /// <summary>When its owner is reminded next.</summary>
    public static Instant At(GoAndSee task) => task.Nudges < Times
        ? task.Due.PlusDays(task.Nudges).At(s_morning).InUtc().ToInstant()
        : Instant.MaxValue;

    /// <summary>The whole set of reminders of an analysis.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, FiveWhysState state) => state is not Open(var tree)
        ? []
        : [.. tree.Causes.Where(tree.IsAlive).SelectMany(cause => Of(subject, cause))];

    private static ImmutableArray<Reminder> Of(Subject subject, Cause cause) =>
        cause.GoAndSee is { Finding: null, Nudges: < Times } task ? [new Reminder(At(task), subject.Press(PressVerb.Nudge, cause.Id))] : [];
}
