using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>Fresh options with the times of NodaTime; a practice makes its own context from them.</summary>
    public static JsonSerializerOptions StoredOptions() => new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
}
