using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>How a value model is written as JSON. Property names and discriminators stay as they are: stored pages hold them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ValueModelState))]
[JsonSerializable(typeof(ValueModelChange[]))]
internal sealed partial class ValueModelJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions s_stored = Fit(CoreJson.StoredOptions());

    public static JsonTypeInfo<ValueModelState> State { get; } = (JsonTypeInfo<ValueModelState>)s_stored.GetTypeInfo(typeof(ValueModelState));

    public static JsonTypeInfo<ValueModelChange[]> Changes { get; } = (JsonTypeInfo<ValueModelChange[]>)s_stored.GetTypeInfo(typeof(ValueModelChange[]));

    private static JsonSerializerOptions Fit(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.TypeInfoResolver = new ValueModelJson();
        options.MakeReadOnly();
        return options;
    }
}
