using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A turn of a metric: what else it looks for.</summary>
internal sealed record Scene(Subject Subject, MetricsState State, Page? Page, Incoming Incoming, Readings Readings)
    : Scene<MetricsState>(Subject, State, Page, Incoming, Readings)
{
    public Kept? Kept => State as Kept;

    /// <summary>The parts of a formula as they were read; empty when one of them is missing.</summary>
    public ImmutableArray<Metric> PartsOf(Formula formula)
    {
        var parts = formula.Parts.Select(part => Readings.MetricOf(part)).OfType<Metric>().ToImmutableArray();
        return parts.Length == formula.Parts.Length ? parts : [];
    }

    /// <summary>A note of a title and words that only the person who acted sees.</summary>
    public Whisper Tell(string title, Words words, params IEnumerable<Button> ways) => Tell(new Card(title,
        [new Prose(words), .. ways.ToImmutableArray() is { Length: > 0 } buttons ? ImmutableArray.Create<Block>(new Buttons(buttons)) : []]));

    // What a metric hands to another is no person's typing: nobody waits for an answer, unless the door stands open for one.
    protected override bool IsHeard => Incoming is not HandedOver || Incoming.Door.HasFlag(OpenDoor.Whisper);

    protected override Decision Rule(MetricsState state, Command command) => MetricsRules.Decide(state, command);

    protected override IEnumerable<Button> Ways(Command command, Refusal refusal) => Consequences.Ways(this, command, refusal);

    protected override string NotDone(Command command) => command is Record ? "Not recorded" : "Nothing was changed";
}
