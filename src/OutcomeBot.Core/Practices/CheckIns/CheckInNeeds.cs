using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What has to be read before a turn can be taken.</summary>
internal static class CheckInNeeds
{
    private static readonly OnePage s_calendar = new(CheckInPractice.Name, Calendar.Id);

    public static ImmutableArray<Need> Of(Subject subject, CheckInState state, Incoming incoming) => (state, incoming) switch
    {
        (Running(var schedule), Due { Press: { Verb: PressVerb.Fire } press }) => OfFire(schedule, press),
        (_, HandedOver handed) when Slips.Read(handed) is AskSlip { Call.Previous: { } previous } slip && state is Unplanned => [new OnePage(CheckInPractice.Name, Slips.IdOf(slip.Call.Schedule, previous))],
        (_, Said) => [s_calendar, Mine(incoming), new OpenPages(CheckInPractice.Name, incoming.Place.Channel)],
        (_, Pressed or Filled) when state is not Round => [s_calendar, Mine(incoming), .. Joining(incoming)],
        _ => [],
    };

    /// <summary>Only the clocks of those whose time has come are looked at.</summary>
    private static ImmutableArray<Need> OfFire(CheckInSchedule schedule, Press press) => schedule.ZoneRule != ZoneRule.User
        ? [s_calendar]
        : [s_calendar, .. schedule.Seats
            .Where(seat => Slips.Instant(press.Argument) is not { } at || seat.Next.At <= at)
            .Select(seat => new OnePage(CheckInPractice.Name, Slips.IdOf(seat.Who ?? schedule.Owner)))];

    private static OnePage Mine(Incoming incoming) => new(CheckInPractice.Name, Slips.IdOf(incoming.By));

    private static ImmutableArray<Need> Joining(Incoming incoming) =>
        incoming is Filled { Press.Verb: PressVerb.Add } filled && filled.Values.Person("person") is { } person && !person.Is(incoming.By)
            ? [new OnePage(CheckInPractice.Name, Slips.IdOf(person))]
            : [];
}
