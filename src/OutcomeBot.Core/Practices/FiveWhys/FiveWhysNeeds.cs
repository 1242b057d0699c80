using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What has to be read before a turn can be taken.</summary>
internal static class FiveWhysNeeds
{
    private const int MostStems = 40;

    /// <summary>Dates are typed in commands and forms, and a page that begins takes its clock from who begins it.</summary>
    public static ImmutableArray<Need> Of(FiveWhysState state, Incoming incoming) =>
        [.. Known(state, incoming), .. incoming is Said or Filled or HandedOver ? [new ClockOf(incoming)] : ImmutableArray<Need>.Empty];

    private static ImmutableArray<Need> Known(FiveWhysState state, Incoming incoming) => incoming switch
    {
        Said said => OfSaid(state, said),
        Heard heard when state is Open && !TypedTalk.IsTalk(heard.Text) => Alike(heard.Text),
        Edited edited when state is Open => Alike(edited.Text),
        Due { Press.Verb: PressVerb.Check } => [new AllMeasured()],
        Pressed { Press.Verb: PressVerb.Conclude or PressVerb.Category or PressVerb.Categories } => [Categories],
        Filled { Press.Verb: PressVerb.Answer, Values: var values } => Alike(values.Text("answer")),
        Filled { Press.Verb: PressVerb.Reword, Values: var values } => Alike(values.Text("text")),
        Filled { Press.Verb: PressVerb.Category } => [Categories],
        Filled { Press.Verb: PressVerb.Conclude, Values: var values } => [Categories, .. Alike(string.Join(' ', values.Several("roots").Select(id => state.Known?.Find(id)?.Text)))],
        Filled { Press.Verb: PressVerb.Import, Values: var values } => Earlier(FiveWhysImport.Read(values.Text("file")).State),
        Filled { Press: { Verb: PressVerb.New, Argument: { } argument }, Place: var place } when argument.Contains('.', StringComparison.Ordinal) =>
            [new OnePage(FiveWhysPractice.Name, argument.Split('.')[0]), new OpenWork(place.Channel)],
        Filled { Press.Verb: PressVerb.New, Place: var place } => [new OpenWork(place.Channel)],
        _ => [],
    };

    private static OnePage Categories { get; } = new(FiveWhysPractice.Name, Settings.Id);

    private static ImmutableArray<Need> OfSaid(FiveWhysState state, Said said) => Typed.Line(said.Text).ToLowerInvariant() switch
    {
        "" when said.Word == FiveWhysPractice.Name => [new OpenPages(FiveWhysPractice.Name, said.Place.Channel)],
        "pareto" => [new EndedPages(FiveWhysPractice.Name)],
        "categories" or "conclude" => [Categories],
        _ when said.Word == "conclude" => [Categories],
        _ when said.Word == FiveWhysPractice.Name && state is Unasked => [new OpenWork(said.Place.Channel)],
        _ => [],
    };

    private static ImmutableArray<Need> Alike(string text) =>
        Stems.Of(Typed.Clip(text, Limits.Causes * Limits.Deep)).Take(MostStems).ToImmutableArray() is { Length: > 0 } stems ? [new AlikePages(FiveWhysPractice.Name, stems)] : [];

    private static ImmutableArray<Need> Earlier(FiveWhysState? state) => state?.Known is { } tree
        ? [new OnePage(FiveWhysPractice.Name, tree.Id), new AlikePages(FiveWhysPractice.Name, [Recurrence.IdTerm(tree.Id)])]
        : [];
}
