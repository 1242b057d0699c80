using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Core;

/// <summary>How cards, replies and reminders are written as JSON: the same text in every store.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Span[]))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(ImmutableArray<Reply>))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(ImmutableArray<Reminder>))]
[JsonSerializable(typeof(Concern))]
[JsonSerializable(typeof(Linked))]
[JsonSerializable(typeof(FoundCause))]
public sealed partial class CoreJson : JsonSerializerContext
{
    /// <summary>The context that everything stored is written with.</summary>
    public static CoreJson Stored { get; } = new(StoredOptions());

    /// <summary>Reads what was handed over as text; null when the text holds nothing of the kind.</summary>
    public static T? Read<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or NodaTime.Text.UnparsableValueException)
        {
            return null;
        }
    }

    /// <summary>Fresh options with the times of NodaTime; a practice makes its own context from them.</summary>
    public static JsonSerializerOptions StoredOptions() => new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}
