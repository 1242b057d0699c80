using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Metrics: one page each, found by name, with values that say what they are, where they are from, and whether they mean anything.</summary>
public sealed class MetricsPractice() : Practice<MetricsState, MetricsChange>(() => MetricsJson.State, () => MetricsJson.Changes)
{
    /// <summary>The tag of a metric that is out of use.</summary>
    internal const string RetiredTag = "retired";

    public override string Word => MetricName.Practice;

    public override bool IsInHand => false;

    public override ImmutableArray<Usage> Usages { get; } =
    [
        new("metric lead-time 88 days Q4", "record a value of a metric; the first one begins it"),
        new("metric lead-time", "see a metric: signal or noise, trend, target, threshold"),
        new("metric", "list the metrics in use"),
        new("metric token for nightly build", "let a program record values over HTTP; metric tokens lists and revokes"),
        new("metric import", "bring values from a CSV file, after a preview"),
        new("metric help", "targets, thresholds, formulas, corrections, the metric tree"),
    ];

    protected override MetricsState Blank => new Unknown();

    public override string? IdOf(Incoming incoming) => MetricsTalk.IdOf(incoming);

    public override ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) =>
        MetricsTalk.NeedsOf(page?.State as MetricsState ?? Blank, incoming);

    public override bool AnswersAlone(string verb) => PressVerb.Alone.Contains(verb);

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings)
    {
        var scene = new Scene(subject, page?.State as MetricsState ?? Blank, page, incoming, readings);
        return MetricsTalk.Of(scene) switch
        {
            Says says => says.Turn,
            Wants wants => Decided(scene, wants),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public override Card Draw(Page page) => MetricsCards.Of(page.Subject, (MetricsState)page.State);

    public override PageIndex Index(Page page) => (MetricsState)page.State switch
    {
        // What an undone import leaves of a metric that it began is in nobody's way.
        Kept { Retired: null } kept => new(MetricsCards.Title(kept), kept.Definition.IsDefined || !kept.Readings.IsEmpty, [], Terms(kept)),
        Kept kept => new(MetricsCards.Title(kept), false, [RetiredTag], Terms(kept)),
        Importing import => new(ImportCards.Title(import), false, [], []),
        Tokens => new("Tokens", false, [], []),
        UsedKeys => new("Keys of a token", false, [], []),
        Unknown => new("A metric", false, [], []),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override Metric? Measure(Page page) => page.State is not Kept kept ? null : new Metric(
        page.Subject, kept.Definition.Name, kept.Definition.Unit, kept.Definition.Better, kept.Definition.Clock,
        [.. kept.Readings.Select(reading => new MetricValue(reading.AsOf, reading.Period, reading.Value, reading.Source, reading.RecordedAt, reading.By))])
    {
        Target = kept.Target,
        Threshold = kept.Threshold,
        Limits = kept.Limits,
    };

    protected override MetricsState Evolve(MetricsState state, MetricsChange change) => MetricsFolding.Evolve(state, change);

    private Turn Decided(Scene scene, Wants wants)
    {
        var (changes, refused) = Conversation.Decide(scene, wants, After);
        if (refused is not null) return refused;
        changes = changes.AddRange(Worked(scene, After(scene.State, changes)));
        return changes.IsEmpty ? Unchanged(scene) : Consequences.Of(scene, After(scene.State, changes), changes);
    }

    /// <summary>What the formula gives now, when its parts are at hand.</summary>
    private static ImmutableArray<Change> Worked(Scene scene, MetricsState after) =>
        after is Kept { Definition.Formula: { } formula } && scene.PartsOf(formula) is { IsEmpty: false } parts && scene.Decide(after, new Derive(parts)) is Accepted accepted
            ? accepted.Changes
            : [];

    private static Turn Unchanged(Scene scene) => scene.Incoming is HandedOver
        ? Turn.Nothing
        : Turn.Say(scene.Tell("Nothing to change", "It stands there already, just so."));

    private static ImmutableArray<string> Terms(Kept kept) => [.. Stems.Of(kept.Definition.Name).Take(40)];
}
