using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Chat;

/// <summary>
/// What a button or form sends back: practice, subject, verb and an argument, as one short text. It comes back from
/// outside, so it is parsed and never trusted: the tenant is taken from the door, the right is decided in the rules.
/// </summary>
[JsonConverter(typeof(PressConverter))]
public sealed partial record Press(string Practice, string? SubjectId, string Verb, string? Argument = null)
{
    /// <summary>The longest text a press may have; every platform can carry it.</summary>
    public const int Longest = 200;

    /// <summary>The press as text, <c>why/3f9k2/answer/c4</c>.</summary>
    public override string ToString() => $"{Practice}/{SubjectId ?? "-"}/{Verb}{(Argument is null ? "" : "/" + Argument)}";

    /// <summary>Reads a text that came from outside; anything that is not a press to the letter is refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Press? press)
    {
        press = null;
        if (text is null || text.Length > Longest || Shape().Match(text) is not { Success: true } match) return false;
        press = new Press(
            match.Groups["practice"].Value,
            match.Groups["subject"].Value is "-" ? null : match.Groups["subject"].Value,
            match.Groups["verb"].Value,
            match.Groups["argument"].Success ? match.Groups["argument"].Value : null);
        return true;
    }

    [GeneratedRegex(@"\A(?<practice>[a-z-]{1,24})/(?<subject>-|[0-9a-z]{1,40})/(?<verb>[a-z-]{1,24})(/(?<argument>[0-9A-Za-z._:-]{1,100}))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>A press is stored as its text. Public, so that stores can have JSON contexts of their own.</summary>
public sealed class PressConverter : JsonConverter<Press>
{
    public override Press Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Press.TryParse(reader.GetString(), out var press) ? press : throw new JsonException("This is not a press.");

    public override void Write(Utf8JsonWriter writer, Press value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
