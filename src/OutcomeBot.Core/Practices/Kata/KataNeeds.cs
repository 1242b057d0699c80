using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What has to be read before a turn can be taken: the metrics of the target conditions, and the open storyboards here.</summary>
internal static class KataNeeds
{
    /// <summary>People say days in forms, in lines and by pressing; what the alarm clock says has its day already.</summary>
    public static ImmutableArray<Need> Of(KataState state, Incoming incoming) =>
        [.. Pages(state, incoming), .. incoming is Due ? ImmutableArray<Need>.Empty : [new ClockOf(incoming)]];

    private static ImmutableArray<Need> Pages(KataState state, Incoming incoming) => incoming switch
    {
        Said when state.Known is null => [OpenHere(incoming)],
        HandedOver { To: var to } when to.Split('/').Length == 2 => [OpenHere(incoming)],
        Pressed { Press: { Verb: PressVerb.Place, Argument: { } board } } => [new OnePage(KataPractice.Name, board)],
        Filled { Press.Verb: PressVerb.Target, Values: var values } => Metrics([.. Goals(state), .. Typed.LineOrNull(values.Text("metric")) is { } typed ? [typed] : Array.Empty<string>()]),
        _ when state is Running => Metrics(Goals(state)),
        _ => [],
    };

    private static OpenPages OpenHere(Incoming incoming) => new(KataPractice.Name, incoming.Place.Channel);

    private static ImmutableArray<Need> Metrics(ImmutableArray<string> names) => names.IsEmpty ? [] : [new Measured(names)];

    private static ImmutableArray<string> Goals(KataState state) => state.Known is not { } board ? []
        : [.. board.OpenTargets().Select(target => target.Goal?.Metric).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
