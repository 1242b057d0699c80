using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace OutcomeBot.Slack;

/// <summary>Reading JSON that may hold anything anywhere: what has another type than expected is not there.</summary>
internal static class SlackNode
{
    /// <summary>A member, or nothing.</summary>
    public static JsonElement? At(this JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>A member of what may not be there.</summary>
    public static JsonElement? At(this JsonElement? node, string name) => node?.At(name);

    /// <summary>A member's text, or null when it is none.</summary>
    public static string? Text(this JsonElement node, string name) => node.At(name).Text();

    /// <summary>A member's text, or null when it is none.</summary>
    public static string? Text(this JsonElement? node, string name) => node.At(name).Text();

    /// <summary>The text itself.</summary>
    public static string? Text(this JsonElement? node) => node is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member's id, or null when it is none or has not the shape of one.</summary>
    public static string? Id(this JsonElement? node, string name) => node.Text(name) is { } text && SlackIds.IsId(text) ? text : null;

    /// <summary>A member's id, or null when it is none or has not the shape of one.</summary>
    public static string? Id(this JsonElement node, string name) => ((JsonElement?)node).Id(name);

    /// <summary>A member's time stamp.</summary>
    public static string? Stamp(this JsonElement? node, string name) => node.Text(name) is { } text && SlackIds.IsStamp(text) ? text : null;

    /// <summary>A member's time stamp.</summary>
    public static string? Stamp(this JsonElement node, string name) => ((JsonElement?)node).Stamp(name);

    /// <summary>A member's moment, which is the seconds since 1970, as a number or as a time stamp.</summary>
    public static Instant? Moment(this JsonElement node, string name)
    {
        var text = node.At(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : node.Stamp(name);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? Instant.FromUnixTimeTicks((long)(seconds * NodaConstants.TicksPerSecond))
            : null;
    }

    /// <summary>Whether a member says true.</summary>
    public static bool Says(this JsonElement? node, string name) => node.At(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Whether a member says true.</summary>
    public static bool Says(this JsonElement node, string name) => ((JsonElement?)node).Says(name);

    /// <summary>The items of a list; none when it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? node) =>
        node is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The members of an object; none when it is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement? node) =>
        node is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject() : [];
}
