using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// What is left to give, said in a modal while somebody types. Total, unit and fields stand in the id of its block, so that
/// they come back with every character; whether the sum is right is for the rules to say when the form comes back.
/// </summary>
internal static class SlackBudget
{
    private const string Mark = "budget";
    private const int LongestNumber = 4;

    private static readonly string[] s_kept = ["type", "title", "submit", "close", "callback_id", "private_metadata"];

    public static SlackBlock Block(Budget budget, ImmutableArray<Field> fields) => new ContextBlock([new PlainText(budget.Left(fields.OfType<TextField>().Where(field => budget.Fields.Contains(field.Name)).Sum(field => Number(field.Value))))])
    {
        BlockId = string.Join('.', [Mark, budget.Total.ToString(CultureInfo.InvariantCulture), budget.Unit, .. budget.Fields]),
    };

    /// <summary>The modal with what is left now; null when it says nothing of the kind.</summary>
    public static BudgetTyped? Read(Tenant tenant, JsonElement root)
    {
        var view = root.At("view");
        var blocks = view.At("blocks").Items().ToList();
        if (view.Text("id") is not { } id || blocks.Select(block => Of(block)).OfType<Budget>().FirstOrDefault() is not { } budget) return null;
        var values = view.At("state").At("values");
        var given = budget.Fields.Sum(field => Number(values.At(field).At(SlackFormWriter.Input).Text("value")));
        var shown = new JsonObject(s_kept.Where(name => view.At(name) is not null).Select(name => KeyValuePair.Create(name, JsonNode.Parse(view.At(name)!.Value.GetRawText()))))
        {
            ["blocks"] = new JsonArray([.. blocks.Select(block => Of(block) is null ? JsonNode.Parse(block.GetRawText()) : Said(block, budget.Left(given)))]),
        };
        return new BudgetTyped(tenant, new UpdateViewCall(id, view.Text("hash"), shown));
    }

    private static JsonObject Said(JsonElement block, string left) => new()
    {
        ["type"] = "context",
        ["block_id"] = ((JsonElement?)block).Text("block_id"),
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "plain_text", ["text"] = left, ["emoji"] = false }),
    };

    private static Budget? Of(JsonElement? block) =>
        block.Text("block_id")?.Split('.') is [Mark, var total, var unit, .. var fields] && Number(total) is > 0 and var number ? new Budget(number, unit, [.. fields]) : null;

    private static int Number(string? typed) =>
        typed?.Trim() is { Length: <= LongestNumber } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
