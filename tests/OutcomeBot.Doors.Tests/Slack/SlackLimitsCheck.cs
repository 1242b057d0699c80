using System.Text.Json;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Slack's limits, written down a second time and read from the JSON that would go over the wire.</summary>
internal static class SlackLimitsCheck
{
    /// <summary>What Slack would refuse in these blocks; empty when nothing.</summary>
    public static IEnumerable<string> Broken(JsonElement blocks, int mostBlocks, int mostLetters)
    {
        var (all, tables) = (blocks.EnumerateArray().ToList(), 0);
        if (all.Count > mostBlocks) yield return $"{all.Count} blocks";
        if (all.Sum(block => Texts(block).Sum(text => text.Length)) > mostLetters) yield return "too many letters";
        foreach (var block in all)
        {
            foreach (var broken in Broken(block)) yield return broken;
            if (block.GetProperty("type").GetString() == "table" && ++tables > 1) yield return "two tables";
        }
    }

    /// <summary>Every text in a block that a reader sees.</summary>
    public static IEnumerable<string> Texts(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => member.Name == "text" && member.Value.ValueKind == JsonValueKind.String
            ? [member.Value.GetString()!]
            : member.Name is "confirm" or "accessibility_label" ? [] : Texts(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    /// <summary>Every text as a reader sees it: only mrkdwn has entities.</summary>
    public static IEnumerable<string> Said(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object when node.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String =>
            [node.GetProperty("type").GetString() == "mrkdwn" ? Unescaped(text.GetString()!) : text.GetString()!],
        JsonValueKind.Object => node.EnumerateObject().Where(member => member.Name is not "confirm").SelectMany(member => Said(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Said),
        _ => [],
    };

    private static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static IEnumerable<string> Broken(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "header" => Length("header", block.GetProperty("text"), 150, "plain_text"),
        "section" => Section(block),
        "context" => Count("context", block.GetProperty("elements"), 10).Concat(block.GetProperty("elements").EnumerateArray().SelectMany(text => Length("context", text, 3000))),
        "actions" => Actions(block.GetProperty("elements")),
        "table" => Table(block),
        "input" => Length("label", block.GetProperty("label"), 2000, "plain_text"),
        var other => [$"unknown block {other}"],
    };

    private static IEnumerable<string> Section(JsonElement block)
    {
        var hasText = block.TryGetProperty("text", out var text);
        var hasFields = block.TryGetProperty("fields", out var fields);
        if (!hasText && !hasFields) yield return "empty section";
        if (hasText)
            foreach (var broken in Length("section", text, 3000)) yield return broken;
        if (!hasFields) yield break;
        foreach (var broken in Count("fields", fields, 10).Concat(fields.EnumerateArray().SelectMany(field => Length("field", field, 2000)))) yield return broken;
    }

    private static IEnumerable<string> Actions(JsonElement elements)
    {
        foreach (var broken in Count("actions", elements, 25)) yield return broken;
        var ids = elements.EnumerateArray().Select(element => element.GetProperty("action_id").GetString()!).ToList();
        if (ids.Distinct().Count() != ids.Count) yield return "one action_id twice";
        if (ids.Any(id => id.Length is 0 or > 255)) yield return "long action_id";
        foreach (var button in elements.EnumerateArray())
        {
            foreach (var broken in Length("button", button.GetProperty("text"), 75, "plain_text")) yield return broken;
            if (button.TryGetProperty("style", out var style) && style.GetString() is not ("primary" or "danger")) yield return "unknown style";
            if (button.TryGetProperty("accessibility_label", out var label) && label.GetString()!.Length is 0 or > 75) yield return "long accessibility_label";
            if (!button.TryGetProperty("confirm", out var confirm)) continue;
            (string Name, int Longest)[] parts = [("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)];
            foreach (var broken in parts.SelectMany(part => Length(part.Name, confirm.GetProperty(part.Name), part.Longest))) yield return broken;
        }
    }

    private static IEnumerable<string> Table(JsonElement block)
    {
        foreach (var broken in Count("rows", block.GetProperty("rows"), 100).Concat(Count("columns", block.GetProperty("column_settings"), 20))) yield return broken;
        foreach (var row in block.GetProperty("rows").EnumerateArray())
            foreach (var broken in Count("cells", row, 20).Concat(row.EnumerateArray().Where(cell => cell.GetProperty("text").GetString()!.Length == 0).Select(_ => "empty cell")))
                yield return broken;
    }

    private static IEnumerable<string> Count(string what, JsonElement list, int most)
    {
        if (list.GetArrayLength() is var count && (count == 0 || count > most)) yield return $"{count} {what}";
    }

    private static IEnumerable<string> Length(string what, JsonElement text, int most, string? type = null)
    {
        var said = text.GetProperty("text").GetString()!;
        if (said.Length > most || string.IsNullOrWhiteSpace(said)) yield return $"{what} of {said.Length} letters";
        if (type is not null && text.GetProperty("type").GetString() != type) yield return $"{what} is not {type}";
    }
}
