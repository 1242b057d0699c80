using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>How pages, changes and slips of check-ins are written as JSON. Property names and discriminators stay as they are: stored pages hold them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckInState))]
[JsonSerializable(typeof(CheckInChange[]))]
[JsonSerializable(typeof(Slip))]
[JsonSerializable(typeof(ValueSlip))]
internal sealed partial class CheckInJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions s_stored = Fit(CoreJson.StoredOptions());

    public static JsonTypeInfo<CheckInState> State { get; } = (JsonTypeInfo<CheckInState>)s_stored.GetTypeInfo(typeof(CheckInState));

    public static JsonTypeInfo<CheckInChange[]> Changes { get; } = (JsonTypeInfo<CheckInChange[]>)s_stored.GetTypeInfo(typeof(CheckInChange[]));

    public static JsonTypeInfo<Slip> HandedOver { get; } = (JsonTypeInfo<Slip>)s_stored.GetTypeInfo(typeof(Slip));

    /// <summary>For values on their way to a metric.</summary>
    public static JsonTypeInfo<ValueSlip> Values { get; } = (JsonTypeInfo<ValueSlip>)s_stored.GetTypeInfo(typeof(ValueSlip));

    private static JsonSerializerOptions Fit(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = false;
        options.TypeInfoResolver = new CheckInJson();
        options.MakeReadOnly();
        return options;
    }
}
