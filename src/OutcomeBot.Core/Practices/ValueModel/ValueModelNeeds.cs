using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What has to be read before a turn can be taken. The key of the ballots is opened only where a ballot is.</summary>
internal static class ValueModelNeeds
{
    /// <summary>So many of what has ended lately are offered as what an initiative came from.</summary>
    private const int Origins = 20;

    public static ImmutableArray<Need> Of(ValueModelState state, Incoming incoming) => (state, incoming) switch
    {
        (Unstarted, Said said) => [new FreshSeal(), Models(Typed.Line(said.Text).StartsWith(PressVerb.Score, StringComparison.OrdinalIgnoreCase) ? null : incoming.Place.Channel)],
        (Unstarted, Filled { Press.Verb: PressVerb.New } filled) => [new FreshSeal(), Models(filled.Values.Text("channel") is { Length: > 0 } channel ? channel : incoming.Place.Channel)],
        ({ Known: { } session }, _) when OpensBallots(incoming) => [new OpenedSeal(session.Seal)],
        ({ Known: not null }, Pressed { Press.Verb: PressVerb.Propose or PressVerb.Reword } or Filled { Press.Verb: PressVerb.Propose or PressVerb.Reword }) => [new AllMeasured()],
        ({ Known: not null }, _) when Verb(incoming) is PressVerb.Open or PressVerb.Cut or PressVerb.Extend or PressVerb.Agree => [new ClockOf(incoming)],
        (Agreed(_, var model), _) when Verb(incoming) == PressVerb.Score => [new Measured(model.Factors.Select(weighed => weighed.Factor.Metric)), new OpenPages(null, null), new EndedPages(null, Origins)],
        _ => [],
    };

    private static bool OpensBallots(Incoming incoming) => Verb(incoming) is PressVerb.Vote or PressVerb.Abstain or PressVerb.Close or PressVerb.Deadline or PressVerb.Consent;

    private static string? Verb(Incoming incoming) => incoming switch
    {
        Pressed { Press: var press } => press.Verb,
        Filled { Press: var press } => press.Verb,
        Due { Press: var press } => press.Verb,
        Said said => Words(said.Word, said.Text),
        Heard heard => Words("", heard.Text),
        _ => null,
    };

    /// <summary>The same words that the thread's commands are made of.</summary>
    private static string? Words(string word, string text) => TypedTalk.VerbOf(Typed.Line($"{(word == ValueModelPractice.Name ? "" : word)} {text}"));

    private static OpenPages Models(string? channel) => new(ValueModelPractice.Name, channel);
}
