using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A turn of a storyboard: what else it looks for.</summary>
internal sealed record Scene(Subject Subject, KataState State, Page? Page, Incoming Incoming, Readings Readings)
    : Scene<KataState>(Subject, State, Page, Incoming, Readings)
{
    /// <summary>The board that is here, or null.</summary>
    public Storyboard? Board => State.Known;

    /// <summary>The open storyboards of this channel, newest first; needs are known by their kind.</summary>
    public ImmutableArray<Found> OpenBoards =>
        [.. Readings.Pages.Where(pair => pair.Key is OpenPages).SelectMany(pair => pair.Value).Where(found => found.Subject != Subject && found.State is Running)];

    /// <summary>How things stand for every open target condition whose metric has a value.</summary>
    public ImmutableArray<Reading> Actuals => Board is not { } board ? [] :
        [.. board.OpenTargets().Select(target => (target.Id, Condition: Measured(target))).Where(pair => pair.Condition is not null).Select(pair => new Reading(pair.Id, pair.Condition!))];

    /// <summary>The actual condition of a target condition, read from its metric; null when there is nothing to read.</summary>
    public Condition? Measured(TargetCondition target) => target.Goal is { } goal ? Conditions.Of(Readings.MetricOf(goal.Metric)) : null;

    protected override string? PageZone => Board?.Zone;

    protected override Decision Rule(KataState state, Command command) => KataRules.Decide(state, command);

    protected override IEnumerable<Button> Ways(Command command, Refusal refusal) => Consequences.Ways(this, command);
}
