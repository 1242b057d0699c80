using System.Text.Json.Nodes;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Teams' limits, written once more and by the JSON alone, so that the writer doesn't check itself.</summary>
internal static class TeamsLimitsCheck
{
    private static readonly string[] s_known =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column", "Table", "TableRow", "TableCell", "Image", "ActionSet", "Chart.Line",
        "Input.Text", "Input.ChoiceSet", "Input.Date", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility", "Data.Query",
    ];

    /// <summary>What a card breaks.</summary>
    public static IEnumerable<string> Broken(JsonObject card)
    {
        var text = card.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        if (text.Length > 38_000) yield return $"{text.Length} characters";
        if (card["version"]?.ToString() != "1.5") yield return "version";
        foreach (var found in TeamsPost.Objects(card).Where(found => found["type"] is not null))
            if (Broken(found, found["type"]!.ToString()) is { } wrong)
                yield return wrong;
        var ids = TeamsPost.Objects(card).Select(found => found["id"]?.ToString()).OfType<string>().ToList();
        if (ids.Distinct().Count() != ids.Count) yield return "an id twice";
    }

    /// <summary>Everything in it that people read.</summary>
    public static IEnumerable<string> Texts(JsonObject card) =>
        TeamsPost.Objects(card["body"]).Where(found => found["type"]?.ToString() is "TextRun" or "TextBlock").Select(found => found["text"]!.ToString());

    private static string? Broken(JsonObject found, string type) => type switch
    {
        _ when !s_known.Contains(type) && type != "task/fetch" => $"type {type}",
        "TextRun" when found["text"]!.ToString().Length == 0 => "an empty run",
        "RichTextBlock" when found["inlines"]!.AsArray().Count == 0 => "a text without runs",
        "ActionSet" when found["actions"]!.AsArray().Count(action => action!["mode"]?.ToString() != "secondary") > 6 => "more than six actions side by side",
        "ActionSet" when found["actions"]!.AsArray().Any(action => action!["title"]!.ToString().Length == 0) => "an action without words",
        "Action.OpenUrl" when found["url"]!.ToString() is var url && !url.StartsWith("http", StringComparison.Ordinal) => $"a link to {url}",
        "Table" when found["rows"]!.AsArray().Any(row => row!["cells"]!.AsArray().Count != found["columns"]!.AsArray().Count) => "a row of another length",
        _ => null,
    };
}
