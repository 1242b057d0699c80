using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>
/// Values handed to a metric at <c>metric/{id}/record</c>, by an import or by an address on the web. A metric that nobody
/// has defined is begun with the name and unit given here.
/// </summary>
public sealed record HandedValues(string Name, string Source, ImmutableArray<HandedValue> Values)
{
    /// <summary>The unit; null takes the metric's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The import they belong to, by which they can be taken back.</summary>
    public string? Batch { get; init; }

    /// <summary>How the metric follows from others, as it is typed.</summary>
    public string? Formula { get; init; }

    /// <summary>The metrics that an import found to be made of this one.</summary>
    public ImmutableArray<string> PartOf { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>A sentence on what can't be used, for whoever sends it; null when all can be read.</summary>
    public string? Wrong(NodaTime.LocalDate today) => this switch
    {
        _ when Language.Typed.Line(Name).Length is 0 or > MetricName.Longest => $"Name the metric, in at most {MetricName.Longest} characters.",
        _ when Values.IsDefaultOrEmpty => "Send at least one value.",
        { Values.Length: > MetricLimits.Batch } => $"Send at most {MetricLimits.Batch} values of a metric at once.",
        _ => Values.Select(value => Period.Of(value.Period ?? "", today) is null ? $"\"{Language.Typed.Clip(Language.Typed.Line(value.Period), 40)}\" isn't a period. Write 2026-12-31, 2026-11, Q4 2026 or 2026-W31." : null)
            .FirstOrDefault(sentence => sentence is not null),
    };

    /// <summary>The hand-over that brings them to their metric.</summary>
    public HandOver Over() => new(Handed.To(Name, Handed.Record), JsonSerializer.Serialize(this, MetricsJson.Values));
}

/// <summary>One value: the period as it is typed (<c>Q4 2026</c>, <c>2026-12-31</c>), and the number.</summary>
public sealed record HandedValue(string Period, decimal Value)
{
    /// <summary>Where this one is from, when not from where the others are.</summary>
    public string? Source { get; init; }
}

/// <summary>A line of the metric tree, told to the metric at its other end; and that a part has a new value.</summary>
/// <param name="Name">The metric that tells.</param>
/// <param name="Kind">Which sort of line.</param>
/// <param name="Side">Where the teller stands, seen from the one that is told.</param>
/// <param name="Hops">How far a new value has already come.</param>
internal sealed record HandedEdge(string Name, EdgeKind Kind, Side Side, int Hops = 0);

/// <summary>That a target was reviewed, and how it ended.</summary>
internal sealed record HandedSettlement(MetricTarget Target, TargetOutcome Outcome);

/// <summary>What metrics are handed, by verb.</summary>
internal static class Handed
{
    public const string Record = "record";
    public const string Withdraw = "withdraw";
    public const string Target = "target";
    public const string Settled = "settled";
    public const string Key = "key";
    public const string Edge = "edge";
    public const string NoEdge = "no-edge";
    public const string Recompute = "recompute";

    public static string To(string name, string verb) => $"{MetricName.Practice}/{MetricName.IdOf(name)}/{verb}";

    public static HandOver Tell(string name, string verb, HandedEdge edge) => new(To(name, verb), JsonSerializer.Serialize(edge, MetricsJson.Line));
}
