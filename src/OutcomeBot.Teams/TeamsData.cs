using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>What our buttons and forms carry, and how it is read when it comes back from outside.</summary>
internal static class TeamsData
{
    /// <summary>Our own names begin with a character that no field's name has.</summary>
    public const string Press = "_press";
    public const string Form = "_form";
    public const string Fields = "_fields";
    public const string Opened = "_opened";
    public const string Thread = "_thread";

    /// <summary>Says that the form is a message of its own, and not shown in another card's place.</summary>
    public const string IsMessage = "_message";

    /// <summary>The verbs of our card actions.</summary>
    public const string PressVerb = "press";
    public const string RefreshVerb = "refresh";

    /// <summary>More fields than any form has.</summary>
    private const int MostFields = 100;

    /// <summary>The press in a button's data; null when there is none that is ours.</summary>
    public static Press? PressIn(JsonElement? data) => Core.Chat.Press.TryParse(data.Text(Press), out var press) ? press : null;

    /// <summary>Whether the data comes from a form.</summary>
    public static bool IsForm(JsonElement? data) => data.At(Fields) is { ValueKind: JsonValueKind.Object };

    /// <summary>The form as it was asked; null when it was too large to travel.</summary>
    public static Form? FormIn(JsonElement? data) => data.At(Form) is { } form ? CoreJson.Read(form.GetRawText(), CoreJson.Stored.Form) : null;

    /// <summary>What was filled in, by field.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> TextsIn(JsonElement? data) => data.At(Fields).Members().Take(MostFields)
        .Where(field => data.At(field.Name) is not null)
        .ToImmutableDictionary(field => field.Name, field => Texts(data.At(field.Name), field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null));

    /// <summary>The fields of a kind.</summary>
    public static ImmutableArray<string> FieldsOf(JsonElement? data, string kind) =>
        [.. data.At(Fields).Members().Take(MostFields).Where(field => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() == kind).Select(field => field.Name)];

    /// <summary>A choice among several, written so that a comma in it parts nothing.</summary>
    public static string Choice(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static ImmutableArray<string> Texts(JsonElement? value, string? kind)
    {
        var text = value switch
        {
            { ValueKind: JsonValueKind.String } given => given.GetString()!,
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } given => given.GetRawText(),
            _ => "",
        };
        return kind == nameof(SeveralField)
            ? [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(choice => choice.Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal))]
            : [TeamsTyped.WithoutControls(text)];
    }
}
