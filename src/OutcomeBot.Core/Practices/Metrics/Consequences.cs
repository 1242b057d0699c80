using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What is said and handed on when something has happened, and what is said when it was refused.</summary>
internal static class Consequences
{
    public static Turn Of(Scene scene, MetricsState after, ImmutableArray<Change> changes) => new()
    {
        Changes = changes,
        Replies =
        [
            .. after is Tokens ? TokenTalk.Told(scene, changes.Cast<MetricsChange>()) : [],
            .. after is not Tokens && Shows(scene) ? [new Show()] : ImmutableArray<Reply>.Empty,
            .. after is Kept kept ? OfKept(scene, kept, [.. changes.Cast<MetricsChange>()]) : [],
            .. after is Importing import ? ImportTalk.Over(import, changes) : [],
        ],
        Place = scene.Page is null ? scene.Incoming.Place.Root : null,
    };

    // An import begins many metrics at once: their cards come into the channel when somebody uses them, not all together.
    private static bool Shows(Scene scene) => scene.Incoming is not HandedOver || scene.Page?.Message is not null;

    private static IEnumerable<Reply> OfKept(Scene scene, Kept kept, ImmutableArray<MetricsChange> changes)
    {
        var before = scene.Kept ?? new Kept(kept.Definition);
        foreach (var reply in changes.SelectMany(change => Of(scene, before, kept, change))) yield return reply;
        var danger = Standing.DangerOf(kept);
        if (danger is Danger.Warned or Danger.Reached && danger > Standing.DangerOf(before)) yield return new Post((scene.Page?.Place ?? scene.Incoming.Place).Root, MetricsNotes.Alarm(scene.Subject, kept, danger)) { IsForChannel = true };
        if (!changes.Any(change => change is Recorded or BatchWithdrawn or Derived)) yield break;
        var hops = HandedTalk.Hops(scene.Incoming);
        if (hops >= MetricLimits.Hops) yield break;
        foreach (var edge in kept.Edges.Where(edge => edge is { Kind: EdgeKind.Component, Side: Side.Above }))
            yield return Handed.Tell(edge.Name, Handed.Recompute, new(kept.Definition.Name, EdgeKind.Component, Side.Below, hops + 1));
    }

    private static IEnumerable<Reply> Of(Scene scene, Kept before, Kept kept, MetricsChange change) => change switch
    {
        Recorded recorded when scene.Incoming is not HandedOver => [scene.Tell(MetricsNotes.Recorded(scene.Subject, before, kept, recorded, $"typed by {scene.By.Name}"))],
        EdgeAdded added => Told(scene, kept, added.Edge, Handed.Edge),
        EdgeDropped dropped => Told(scene, kept, dropped.Edge, Handed.NoEdge),
        ConcernRaised => [new HandOver(Concern.Address, ConcernOf(kept).ToText()), scene.Tell("Asked why", $"The question about {kept.Definition.Name} is asked in a thread of its own, with the numbers filled in.")],
        _ => [],
    };

    /// <summary>The other end of a line hears of it, unless it was the one that told.</summary>
    private static IEnumerable<Reply> Told(Scene scene, Kept kept, Edge edge, string verb)
    {
        if (scene.Incoming is HandedOver handed && HandedTalk.Verb(handed) is Handed.Edge or Handed.NoEdge) yield break;
        yield return Handed.Tell(edge.Name, verb, new(kept.Definition.Name, edge.Kind, edge.Side == Side.Above ? Side.Below : Side.Above));
    }

    /// <summary>The question with its facts, as whoever asks why needs them.</summary>
    public static Concern ConcernOf(Kept kept)
    {
        var (definition, last) = (kept.Definition, kept.Last!);
        var before = kept.Readings.Length > 1 ? kept.Readings[0] : null;
        var verb = before is null || before.Value == last.Value ? "at" : last.Value > before.Value ? "rising" : "falling";
        return new Concern(
            verb == "at" ? $"Why is {definition.Name} at {Quantity.Text(last.Value, definition.Unit)}?" : $"Why is {definition.Name} {verb}?",
            definition.Name,
            before is null
                ? $"{Quantity.Text(last.Value, definition.Unit)} in {MetricsCards.Called(last)}"
                : $"{Quantity.Text(before.Value, definition.Unit)} in {MetricsCards.Called(before)}, {Quantity.Text(last.Value, definition.Unit)} in {MetricsCards.Called(last)}",
            before is null ? MetricsCards.Called(last) : $"since {MetricsCards.Called(before)}",
            $"metric {definition.Name}: {Language.Typed.Clip(last.Source, MetricLimits.Source)}");
    }

    /// <summary>What can be done instead: the value that was refused goes into the form that takes it.</summary>
    public static IEnumerable<Button> Ways(Scene scene, Command command, Refusal refusal)
    {
        if (command is Record { Entries: [var entry, ..] } && refusal.Field == "why" && scene.Kept is not null)
            yield return new Button("Correct it", scene.Subject.Press(PressVerb.Correct, FormattableString.Invariant($"{entry.Period.Last:uuuu-MM-dd}:{entry.Value}")), ButtonKind.Primary);
        if (command is Define && scene.Kept is not null) yield return new Button("Define it", scene.Subject.Press(PressVerb.Define));
    }
}
