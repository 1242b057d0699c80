using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OutcomeBot.Core.Chat;

/// <summary>Any card as plain text: the notification, what a screen reader hears, and the first golden file.</summary>
public static class CardText
{
    private static readonly ZonedDateTimePattern s_instant =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm", DateTimeZoneProviders.Tzdb);

    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>The whole card, with instants in the given zone (UTC when none is given).</summary>
    public static string Of(Card card, DateTimeZone? zone = null)
    {
        var text = new StringBuilder(card.Title);
        foreach (var block in card.Blocks)
            if (Of(block, zone) is { Length: > 0 } part)
                text.Append('\n').Append(part);
        return text.ToString();
    }

    /// <summary>Words as plain text.</summary>
    public static string Of(Words words, DateTimeZone? zone = null) =>
        string.Concat(words.Spans.Select(span => Of(span, zone)));

    /// <summary>A date as people write it: Fri 4 Dec 2026.</summary>
    public static string Of(LocalDate date) => s_day.Format(date);

    /// <summary>An instant as people write it, in a zone.</summary>
    public static string Of(Instant instant, DateTimeZone? zone = null) =>
        s_instant.Format(instant.InZone(zone ?? DateTimeZone.Utc)) + (zone is null || zone == DateTimeZone.Utc ? " UTC" : "");

    private static string Of(Span span, DateTimeZone? zone) => span switch
    {
        Plain plain => plain.Text,
        Strong strong => strong.Text,
        Who who => who.Person.Name,
        At at => Of(at.Instant, zone),
        Day day => Of(day.Date),
        Link link => link.Label == link.Url ? link.Url : $"{link.Label} ({link.Url})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(Block block, DateTimeZone? zone) => block switch
    {
        Prose prose => Of(prose.Words, zone),
        Aside aside => Of(aside.Words, zone),
        Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {Of(fact.Value, zone)}")),
        Table table => Of(table, zone),
        Outline outline => string.Join('\n', outline.Rows.Select(row => Of(row, zone))),
        Drawn drawn => drawn.AltText,
        Buttons buttons => string.Join(' ', buttons.Items.Select(button => $"[{button.Label}]")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(OutlineRow row, DateTimeZone? zone)
    {
        var indent = new string(' ', 2 * row.Depth);
        var quiet = row.Quiet is null ? "" : $"\n{indent}  {Of(row.Quiet, zone)}";
        return $"{indent}{row.Mark} {Of(row.Words, zone)}{quiet}";
    }

    private static string Of(Table table, DateTimeZone? zone)
    {
        var cells = table.Rows.Select(row => row.Select(cell => Of(cell, zone)).ToArray()).ToList();
        cells.Insert(0, [.. table.Columns.Select(column => column.Head)]);
        var widths = table.Columns.Select((_, index) => cells.Max(row => index < row.Length ? Width(row[index]) : 0)).ToArray();
        var lines = cells.Select(row => string.Join("  ", row.Select((cell, index) => Pad(cell, widths[index], table.Columns[index].Kind))).TrimEnd());
        return table.Caption + "\n" + string.Join('\n', lines);
    }

    private static string Pad(string cell, int width, ColumnKind kind)
    {
        var gap = new string(' ', Math.Max(0, width - Width(cell)));
        return kind == ColumnKind.Number ? gap + cell : cell + gap;
    }

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;
}
