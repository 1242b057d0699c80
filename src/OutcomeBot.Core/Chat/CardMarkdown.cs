using System.Text;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Chat;

/// <summary>A card as a section of a Markdown page. What people typed is text there too; buttons, which do nothing on paper, are left out.</summary>
public static class CardMarkdown
{
    public static string Of(Card card)
    {
        var page = new StringBuilder($"## {Safe(card.Title)}\n");
        foreach (var block in card.Blocks)
            if (Of(block) is { Length: > 0 } part)
                page.Append('\n').Append(part);
        return page.ToString();
    }

    private static string Of(Block block) => block switch
    {
        Prose prose => Safe(prose.Words) + "\n",
        Aside aside => Safe(aside.Words) + "\n",
        Facts facts => string.Concat(facts.Items.Select(fact => $"- {Safe(fact.Label)}: {Safe(fact.Value)}\n")),
        Table table => Of(table),
        Outline outline => string.Concat(outline.Rows.Select(Of)),
        Drawn drawn => Safe(drawn.AltText) + "\n",
        Buttons => "",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(OutlineRow row) =>
        $"{new string(' ', 2 * row.Depth)}- {Safe(row.Mark)} {Safe(row.Words)}{(row.Quiet is { } quiet ? $" ({Safe(quiet)})" : "")}\n";

    private static string Of(Table table)
    {
        var rows = new StringBuilder($"{Safe(table.Caption)}\n\n");
        rows.Append($"| {string.Join(" | ", table.Columns.Select(column => Safe(column.Head)))} |\n");
        rows.Append($"|{string.Concat(table.Columns.Select(column => column.Kind == ColumnKind.Number ? "---:|" : "---|"))}\n");
        foreach (var row in table.Rows) rows.Append($"| {string.Join(" | ", row.Select(Safe))} |\n");
        return rows.ToString();
    }

    private static string Safe(Words words) => Markdown.Safe(CardText.Of(words));
}
