using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Chat;

/// <summary>Words are stored as the list of their parts. Public, so that stores can have JSON contexts of their own.</summary>
public sealed class WordsConverter : JsonConverter<Words>
{
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Words.Of(JsonSerializer.Deserialize(ref reader, CoreJson.Stored.SpanArray) ?? []);

    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value.Spans], CoreJson.Stored.SpanArray);
}
