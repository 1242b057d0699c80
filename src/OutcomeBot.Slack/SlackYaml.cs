using System.Collections.Frozen;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutcomeBot.Slack;

/// <summary>JSON's own values as YAML in block style: what is written so reads back as the same values.</summary>
internal static partial class SlackYaml
{
    /// <summary>Words that some YAML reader takes for a truth value or for nothing.</summary>
    private static readonly FrozenSet<string> s_taken = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object as YAML; an empty list or object has no block style and is refused.</summary>
    public static string Of(JsonObject root)
    {
        var text = new StringBuilder();
        Write(text, root, 0, "");
        return text.ToString();
    }

    /// <summary>The members below one another; the first stands behind what begins its line.</summary>
    private static void Write(StringBuilder text, JsonObject node, int depth, string begun)
    {
        if (node.Count == 0) throw new ArgumentException("An empty object can't be written in block style.", nameof(node));
        foreach (var (name, value) in node)
        {
            text.Append(begun.Length > 0 ? begun : Indent(depth)).Append(name).Append(':');
            begun = "";
            WriteValue(text, value, depth + 1);
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int depth)
    {
        switch (value)
        {
            case JsonObject members:
                text.Append('\n');
                Write(text, members, depth, "");
                break;
            case JsonArray items:
                text.Append('\n');
                WriteItems(text, items, depth);
                break;
            case JsonValue one:
                text.Append(' ').Append(Scalar(one)).Append('\n');
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteItems(StringBuilder text, JsonArray items, int depth)
    {
        if (items.Count == 0) throw new ArgumentException("An empty list can't be written in block style.", nameof(items));
        foreach (var item in items)
            if (item is JsonObject members)
                Write(text, members, depth + 1, Indent(depth) + "- ");
            else
                text.Append(Indent(depth)).Append("- ").Append(Scalar(item!.AsValue())).Append('\n');
    }

    /// <summary>A text stands plain where nothing could take it for something else; JSON's way of quoting is one of YAML's.</summary>
    private static string Scalar(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && Plain().IsMatch(text) && !s_taken.Contains(text)
            ? text
            : value.ToJsonString(s_readable);

    private static string Indent(int depth) => new(' ', depth * 2);

    /// <summary>Begins with a letter or slash, ends with a letter, digit or dot, and holds nothing that YAML reads as its own, as a colon before a blank.</summary>
    [GeneratedRegex(@"\A[A-Za-z/]([A-Za-z0-9_./,;' -]|:(?! ))*(?<=[A-Za-z0-9.])\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
