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
        (Unplanned, HandedOver handed) when Slips.Read(handed) is AskSlip { Call: var call } =>
        [
            .. call.Previous is { } previous ? [new OnePage(CheckInPractice.Name, Slips.IdOf(call.Schedule, previous))] : ImmutableArray<Need>.Empty,
            .. Reports.Needs(call.Topic, incoming.Place.Channel),
        ],
        (_, Said said) => [s_calendar, Mine(incoming), new OpenPages(CheckInPractice.Name, incoming.Place.Channel), .. Named(LineReader.Read(said.Text, said.At))],
        ({ Known: { } schedule }, Pressed { Press.Verb: PressVerb.Preview }) => [s_calendar, Mine(incoming), .. Reports.Needs(schedule.Topic, incoming.Place.Channel)],
        (_, Filled { Press.Verb: PressVerb.New or PressVerb.Edit } filled) => [s_calendar, Mine(incoming), .. Named(filled.Values.Text("metric"))],
        (_, Pressed or Filled) when state is not Round => [s_calendar, Mine(incoming), .. Joining(incoming)],
        _ => [],
    };

    /// <summary>Only the clocks of those whose time has come are looked at.</summary>
    private static ImmutableArray<Need> OfFire(CheckInSchedule schedule, Press press) => schedule.ZoneRule != ZoneRule.User
        ? [s_calendar]
        : [s_calendar, .. schedule.Asked
            .Where(seat => Slips.Instant(press.Argument) is not { } at || seat.Next.At <= at)
            .Select(seat => new OnePage(CheckInPractice.Name, Slips.IdOf(seat.Who ?? schedule.Owner)))];

    /// <summary>The metric that a new check-in is about: how often it would have asked is said when it is made.</summary>
    private static ImmutableArray<Need> Named(Reading reading) => Named(Topics.Read(reading.Question).Metric ?? "");

    private static ImmutableArray<Need> Named(string metric) => metric.Length > 0 ? [new Measured(metric)] : [];

    private static OnePage Mine(Incoming incoming) => new(CheckInPractice.Name, Slips.IdOf(incoming.By));

    private static ImmutableArray<Need> Joining(Incoming incoming) =>
        incoming is Filled { Press.Verb: PressVerb.Add } filled && filled.Values.Person("person") is { } person && !person.Is(incoming.By)
            ? [new OnePage(CheckInPractice.Name, Slips.IdOf(person))]
            : [];
}
