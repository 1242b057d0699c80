using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>How an analysis is written as JSON. Property names and discriminators stay as they are: stored pages and exports hold them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FiveWhysState))]
[JsonSerializable(typeof(FiveWhysChange[]))]
[JsonSerializable(typeof(Exported))]
internal sealed partial class FiveWhysJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions s_stored = Fit(CoreJson.StoredOptions());

    private static readonly JsonSerializerOptions s_file = Fit(new JsonSerializerOptions(CoreJson.StoredOptions()) { WriteIndented = true });

    public static JsonTypeInfo<FiveWhysState> State { get; } = (JsonTypeInfo<FiveWhysState>)s_stored.GetTypeInfo(typeof(FiveWhysState));

    public static JsonTypeInfo<FiveWhysChange[]> Changes { get; } = (JsonTypeInfo<FiveWhysChange[]>)s_stored.GetTypeInfo(typeof(FiveWhysChange[]));

    /// <summary>For people's files: indented, and read with suspicion.</summary>
    public static JsonTypeInfo<Exported> File { get; } = (JsonTypeInfo<Exported>)s_file.GetTypeInfo(typeof(Exported));

    private static JsonSerializerOptions Fit(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = false;
        options.TypeInfoResolver = new FiveWhysJson().WithAddedModifier(LeaveOutEmptyLists);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A cause without evidence says nothing about evidence. Only where reading a missing list gives an empty one.</summary>
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        if (type.Type != typeof(Cause) && type.Type != typeof(WhyTree) && type.Type != typeof(Problem) && type.Type != typeof(Before)) return;
        foreach (var property in type.Properties)
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                property.ShouldSerialize = (_, list) => list is ICollection { Count: > 0 };
    }
}

/// <summary>An analysis as a file.</summary>
/// <param name="Format">What this is, and in which version.</param>
/// <param name="State">The whole analysis.</param>
internal sealed record Exported(string Format, FiveWhysState State);
