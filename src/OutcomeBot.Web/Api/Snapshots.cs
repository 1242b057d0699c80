using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutcomeBot.Web.Api;

/// <summary>One value of a metric.</summary>
/// <param name="Value">The number, exactly as it is to be kept.</param>
/// <param name="Period">The period it is about: 2026-12-31, 2026-11, Q4 2026, 2026-W31, 2026.</param>
/// <param name="Unit">The unit; left out, the metric's own. Another unit than the metric's is refused.</param>
/// <param name="Source">Where it is from, in words; left out, the label of the token.</param>
public sealed record Snapshot(decimal? Value, string? Period, string? Unit = null, string? Source = null);

/// <summary>One value of a batch, with the metric it belongs to.</summary>
/// <param name="Metric">The metric by name, as it is typed in chat.</param>
/// <param name="Value">The number, exactly as it is to be kept.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="Unit">The unit; left out, the metric's own.</param>
/// <param name="Source">Where it is from, in words.</param>
public sealed record BatchSnapshot(string? Metric, decimal? Value, string? Period, string? Unit = null, string? Source = null);

/// <summary>Values of one or more metrics.</summary>
/// <param name="Snapshots">The values; those of one metric are kept together or not at all.</param>
public sealed record SnapshotBatch(ImmutableArray<BatchSnapshot> Snapshots);

/// <summary>What became of one metric of a request.</summary>
/// <param name="Metric">The metric by the name it was sent under.</param>
/// <param name="Values">How many values of it were taken.</param>
/// <param name="Refused">Why none was, in a sentence; null when they were taken.</param>
public sealed record Outcome(string Metric, int Values, string? Refused = null);

/// <summary>What became of a batch, metric by metric.</summary>
public sealed record BatchOutcome(ImmutableArray<Outcome> Metrics);

/// <summary>What became of a request.</summary>
/// <param name="Outcomes">Each metric, in the order they were first named.</param>
/// <param name="Refused">Why none of it was looked at, in a sentence; null when it was.</param>
internal sealed record Taken(ImmutableArray<Outcome> Outcomes, string? Refused = null);

/// <summary>How requests and answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(SnapshotBatch))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(BatchOutcome))]
internal sealed partial class ApiJson : JsonSerializerContext;
