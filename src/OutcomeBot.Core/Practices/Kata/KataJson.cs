using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>How a storyboard is written as JSON. Property names and discriminators stay as they are: stored pages hold them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KataState))]
[JsonSerializable(typeof(KataChange[]))]
[JsonSerializable(typeof(TargetTold))]
[JsonSerializable(typeof(TargetOver))]
[JsonSerializable(typeof(Offered))]
internal sealed partial class KataJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions s_stored = Fit(CoreJson.StoredOptions());

    public static JsonTypeInfo<KataState> State { get; } = (JsonTypeInfo<KataState>)s_stored.GetTypeInfo(typeof(KataState));

    public static JsonTypeInfo<KataChange[]> Changes { get; } = (JsonTypeInfo<KataChange[]>)s_stored.GetTypeInfo(typeof(KataChange[]));

    public static JsonTypeInfo<TargetTold> Told { get; } = (JsonTypeInfo<TargetTold>)s_stored.GetTypeInfo(typeof(TargetTold));

    public static JsonTypeInfo<TargetOver> Over { get; } = (JsonTypeInfo<TargetOver>)s_stored.GetTypeInfo(typeof(TargetOver));

    public static JsonTypeInfo<Offered> Offer { get; } = (JsonTypeInfo<Offered>)s_stored.GetTypeInfo(typeof(Offered));

    private static JsonSerializerOptions Fit(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.TypeInfoResolver = new KataJson();
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>What a metric is told when a target condition is set on it, at <c>metric/{id}/target</c>.</summary>
/// <param name="Value">Where it shall be, in the metric's unit.</param>
/// <param name="By">The day it shall be there.</param>
/// <param name="Kata">The storyboard that works towards it.</param>
internal sealed record TargetTold([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal Value, LocalDate By, string Kata);

/// <summary>What a metric is told when a target condition on it was reviewed, at <c>metric/{id}/settled</c>.</summary>
internal sealed record TargetOver(TargetTold Target, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] TargetState Outcome);
