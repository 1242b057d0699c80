using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>From what arrived to what is wanted.</summary>
internal static class MetricsTalk
{
    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        _ when scene.Subject.Id == Tokens.Id => TokenTalk.Of(scene),
        Said { Word: MetricName.Practice } said => TypedTalk.Of(scene, MetricLine.Of(said.Text)),
        Pressed pressed => PressedTalk.Of(scene, pressed.Press),
        Filled filled => FilledTalk.Of(scene, filled.Press, filled.Values),
        HandedOver handed => HandedTalk.Of(scene, handed),
        Heard or Edited or Removed => new Says(Turn.Nothing),
        _ => new Says(Turn.NotMine),
    };

    /// <summary>The id of the metric that something is about, when it names one.</summary>
    public static string? IdOf(Incoming incoming) => incoming switch
    {
        Said { Word: MetricName.Practice } said when MetricLine.Of(said.Text).Verb is MetricLine.Token or MetricLine.Tokens => Tokens.Id,
        _ => NameOf(incoming) is { Length: > 0 } name ? MetricName.IdOf(name) : null,
    };

    /// <summary>What must be read first: what a formula is made of, what a line names, and what is there already.</summary>
    public static ImmutableArray<Need> NeedsOf(MetricsState state, Incoming incoming) =>
    [
        .. incoming switch
        {
            Said { Word: MetricName.Practice } said => OfLine(state, MetricLine.Of(said.Text)),
            Filled { Press.Verb: PressVerb.Define } filled when Formula.Of(filled.Values.Text("formula")) is { } formula => [new Measured(formula.Parts)],
            Filled { Press.Verb: PressVerb.Import } filled => ImportTalk.NeedsOf(filled),
            HandedOver handed when HandedTalk.FormulaOf(handed) is { } formula => [new Measured(formula.Parts)],
            _ => ImmutableArray<Need>.Empty,
        },
        .. incoming is Said or Filled or HandedOver ? [new ClockOf(incoming)] : ImmutableArray<Need>.Empty,
        .. state is Kept { Definition.Formula: { } own } && incoming is Said or Filled or HandedOver ? [new Measured(own.Parts)] : ImmutableArray<Need>.Empty,
    ];

    private static ImmutableArray<Need> OfLine(MetricsState state, MetricLine line) => line.Verb switch
    {
        "list" => [new AllMeasured()],
        MetricLine.Token => [new FreshSecret()],
        "retired" => [new EndedPages(MetricName.Practice, 50)],
        MetricLine.Show when state is Unknown => [new AllMeasured()],
        "drives" or "undrive" when line.Rest.Length > 0 => [new Measured(line.Rest)],
        MetricLine.Formula when Formula.Of(line.Rest) is { } formula => [new Measured(formula.Parts)],
        _ => [],
    };

    private static string? NameOf(Incoming incoming) => incoming switch
    {
        Said { Word: MetricName.Practice } said => MetricLine.Of(said.Text).Name,
        Filled { Press: { SubjectId: null, Verb: PressVerb.Define or PressVerb.Record }, Values: var values } => Typed.Line(values.Text("name")),
        _ => null,
    };
}
