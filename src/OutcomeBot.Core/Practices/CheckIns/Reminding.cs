using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>When a page wants to be woken: always at one instant at most, the earliest of all that it waits for.</summary>
internal static class Reminding
{
    public static ImmutableArray<Reminder> Of(Subject subject, CheckInState state) => state switch
    {
        Running(var schedule) when schedule.Asked.Any() => [Earliest(subject, PressVerb.Fire, schedule.Asked.Min(seat => seat.Next.At))],
        Round round when Snoozes(round).Order().Take(1).ToArray() is [var first] => [Earliest(subject, PressVerb.Again, first)],
        Personal { Waiting: { IsEmpty: false } waiting } => [Earliest(subject, PressVerb.LetOut, waiting.Min(held => held.Until))],
        _ => [],
    };

    private static IEnumerable<Instant> Snoozes(Round round) =>
        round.Turnouts.Select(turnout => turnout.Snooze).Append(round.Snooze).OfType<Snooze>().Select(snooze => snooze.Until);

    private static Reminder Earliest(Subject subject, string verb, Instant at) => new(at, subject.Press(verb, Slips.Argument(at)));
}
