using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>How metrics are written as JSON. Property names and discriminators stay as they are: stored pages hold them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MetricsState))]
[JsonSerializable(typeof(MetricsChange[]))]
[JsonSerializable(typeof(HandedValues))]
[JsonSerializable(typeof(HandedEdge))]
[JsonSerializable(typeof(MetricTarget))]
[JsonSerializable(typeof(HandedSettlement))]
[JsonSerializable(typeof(HandedKey))]
internal sealed partial class MetricsJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions s_stored = Fit(CoreJson.StoredOptions());

    public static JsonTypeInfo<MetricsState> State { get; } = Info<MetricsState>();

    public static JsonTypeInfo<MetricsChange[]> Changes { get; } = Info<MetricsChange[]>();

    public static JsonTypeInfo<HandedValues> Values { get; } = Info<HandedValues>();

    public static JsonTypeInfo<HandedEdge> Line { get; } = Info<HandedEdge>();

    public static JsonTypeInfo<MetricTarget> Target { get; } = Info<MetricTarget>();

    public static JsonTypeInfo<HandedSettlement> Settlement { get; } = Info<HandedSettlement>();

    public static JsonTypeInfo<HandedKey> Key { get; } = Info<HandedKey>();

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)s_stored.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Fit(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = false;
        options.TypeInfoResolver = new MetricsJson();
        options.MakeReadOnly();
        return options;
    }
}
