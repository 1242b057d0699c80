using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>When people are reminded, at nine in Greenwich: of going to see, of what they promised, and of checking whether it helped.</summary>
internal static class Reminding
{
    private const int Times = 2;
    private const int DaysBefore = 2;

    private static readonly LocalTime s_morning = new(9, 0);

    /// <summary>When its owner is reminded next: on the day, and once the day after.</summary>
    public static Instant At(GoAndSee task) => task.Nudges < Times ? Morning(task.Due.PlusDays(task.Nudges)) : Instant.MaxValue;

    /// <summary>When its owner is reminded next: two days before, unless it was agreed later than that, and once the day after.</summary>
    public static Instant At(Countermeasure measure) => measure switch
    {
        { End: not null } or { Nudges: >= Times } => Instant.MaxValue,
        { Nudges: 0 } when Morning(measure.Due.PlusDays(-DaysBefore)) is var early && early > measure.At => early,
        _ => Morning(measure.Due.PlusDays(1)),
    };

    /// <summary>When it is asked next whether it helped: on the day, and once a week later.</summary>
    public static Instant At(Conclusion conclusion) => conclusion is { Effect: null, Nudges: < Times }
        ? Morning(conclusion.CheckOn.PlusWeeks(conclusion.Nudges))
        : Instant.MaxValue;

    /// <summary>The whole set of reminders of an analysis.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, FiveWhysState state) => state switch
    {
        Open(var tree) => [.. tree.Causes.Where(tree.IsAlive).SelectMany(cause => Of(subject, cause)), .. Measures(subject, tree)],
        Concluded(var tree, var conclusion) => [.. Measures(subject, tree), .. At(conclusion) < Instant.MaxValue ? [new Reminder(At(conclusion), subject.Press(PressVerb.Check))] : ImmutableArray<Reminder>.Empty],
        _ => [],
    };

    private static ImmutableArray<Reminder> Of(Subject subject, Cause cause) =>
        cause.GoAndSee is { Finding: null, Nudges: < Times } task ? [new Reminder(At(task), subject.Press(PressVerb.Nudge, cause.Id))] : [];

    private static IEnumerable<Reminder> Measures(Subject subject, WhyTree tree) =>
        from measure in tree.Countermeasures
        let at = At(measure)
        where at < Instant.MaxValue
        select new Reminder(at, subject.Press(PressVerb.Done, measure.Id));

    private static Instant Morning(LocalDate day) => day.At(s_morning).InUtc().ToInstant();
}
