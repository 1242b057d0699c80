using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>When people are reminded, at nine by the clock of their page: of going to see, of what they promised, and of checking whether it helped.</summary>
internal static class Reminding
{
    private const int Times = 2;
    private const int DaysBefore = 2;

    /// <summary>When its owner is reminded next: on the day, and once the day after.</summary>
    public static Instant At(GoAndSee task, DateTimeZone zone) => task.Nudges < Times ? Nudges.Morning(task.Due.PlusDays(task.Nudges), zone) : Instant.MaxValue;

    /// <summary>When its owner is reminded next: two days before, unless it was agreed later than that, and once the day after.</summary>
    public static Instant At(Countermeasure measure, DateTimeZone zone) => measure switch
    {
        { End: not null } or { Nudges: >= Times } => Instant.MaxValue,
        { Nudges: 0 } when Nudges.Morning(measure.Due.PlusDays(-DaysBefore), zone) is var early && early > measure.At => early,
        _ => Nudges.Morning(measure.Due.PlusDays(1), zone),
    };

    /// <summary>When it is asked next whether it helped: on the day, and once a week later.</summary>
    public static Instant At(Conclusion conclusion, DateTimeZone zone) => conclusion is { Effect: null, Nudges: < Times }
        ? Nudges.Morning(conclusion.CheckOn.PlusWeeks(conclusion.Nudges), zone)
        : Instant.MaxValue;

    /// <summary>The whole set of reminders of an analysis.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, FiveWhysState state) => state switch
    {
        Open(var tree) => [.. tree.Causes.Where(tree.IsAlive).SelectMany(cause => Of(subject, cause, tree.Clock())), .. Measures(subject, tree)],
        Concluded(var tree, var conclusion) => [.. Measures(subject, tree), .. At(conclusion, tree.Clock()) < Instant.MaxValue ? [new Reminder(At(conclusion, tree.Clock()), subject.Press(PressVerb.Check))] : ImmutableArray<Reminder>.Empty],
        _ => [],
    };

    private static ImmutableArray<Reminder> Of(Subject subject, Cause cause, DateTimeZone zone) =>
        cause.GoAndSee is { Finding: null, Nudges: < Times } task ? [new Reminder(At(task, zone), subject.Press(PressVerb.Nudge, cause.Id))] : [];

    private static IEnumerable<Reminder> Measures(Subject subject, WhyTree tree) =>
        from measure in tree.Countermeasures
        let at = At(measure, tree.Clock())
        where at < Instant.MaxValue
        select new Reminder(at, subject.Press(PressVerb.Done, measure.Id));
}
