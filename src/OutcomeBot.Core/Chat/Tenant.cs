using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Chat;

/// <summary>One workspace whose data never meets another's, written as door and id: <c>slack:T024BE7LH</c>, <c>local:home</c>.</summary>
[JsonConverter(typeof(TenantConverter))]
public readonly record struct Tenant
{
    /// <summary>Takes the whole text; refuses one without a door, with an empty id, or longer than 80 characters.</summary>
    public Tenant(string id)
    {
        var colon = id?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || colon == id!.Length - 1 || id.Length > 80)
            throw new ArgumentException("A tenant is written door:id, at most 80 characters.", nameof(id));
        Id = id;
    }

    /// <summary>The whole text, door included.</summary>
    public string Id { get; }

    /// <summary>The door that this tenant's people use: the text before the colon.</summary>
    public string Door => Id[..Id.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The workspace's own id at its platform: the text after the colon.</summary>
    public string Workspace => Id[(Id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public override string ToString() => Id;
}

/// <summary>A tenant is stored as its text. Public, so that stores can have JSON contexts of their own.</summary>
public sealed class TenantConverter : JsonConverter<Tenant>
{
    public override Tenant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Tenant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
