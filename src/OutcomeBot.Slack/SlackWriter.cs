using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// Cards as Block Kit. Slack's limits are kept by splitting: a long text becomes several blocks, a long card several
/// messages, and every letter of the card is in one of them.
/// </summary>
internal static class SlackWriter
{
    /// <summary>The card as messages, in order; one for nearly every card.</summary>
    public static IReadOnlyList<SlackMessage> Messages(Card card, SlackSurface? surface = null) => SlackPacking.Messages(CardText.Of(card), Parts(card, surface ?? SlackSurface.Message));

    /// <summary>The card as a single message that is changed in place. Lines that don't fit are counted in it; its buttons always stay.</summary>
    public static SlackMessage Message(Card card, SlackSurface? surface = null) => SlackPacking.Message(CardText.Of(card), Parts(card, surface ?? SlackSurface.Message));

    /// <summary>The card as a person's home page.</summary>
    public static SlackView Home(Card card) => new("home", SlackPacking.View(Parts(card, SlackSurface.View)));

    /// <summary>Words as the section blocks of a form.</summary>
    public static IEnumerable<SlackBlock> Prose(Words words) => Sections(words).Select(part => part.Block);

    private static IEnumerable<SlackPart> Parts(Card card, SlackSurface surface) =>
        [.. Title(card.Title), .. card.Blocks.SelectMany(block => Parts(block, surface))];

    private static IEnumerable<SlackPart> Parts(Block block, SlackSurface surface) => block switch
    {
        Prose prose => Sections(prose.Words),
        Aside aside => SlackMarkup.Texts(aside.Words, SlackLimits.ContextText).Select(text => SlackPart.Of(new ContextBlock([text]), text)),
        Facts facts => Fields(facts),
        Table rows => surface.HasTables ? SlackTables.InMessage(rows) : SlackTables.InView(rows),
        Outline outline => Lines(outline),
        Plot plot when surface.HasCharts && SlackCharts.Takes(plot) => SlackCharts.Parts(plot),
        Drawn drawn => Sections(drawn.AltText),
        Buttons buttons => SlackButtons.Parts(buttons),
        _ => throw new UnreachableException(),
    };

    /// <summary>A title too long for a header stands in strong text instead, whole.</summary>
    private static IEnumerable<SlackPart> Title(string title)
    {
        var line = SlackMarkup.Plain(title.ReplaceLineEndings(" ")).Trim();
        if (line.Length > SlackLimits.Header) return Sections(Words.Of(new Strong(title)));
        return line.Length == 0 ? [] : [SlackPart.Of(new HeaderBlock(new PlainText(line)), new PlainText(line))];
    }

    private static IEnumerable<SlackPart> Sections(Words words) =>
        SlackMarkup.Texts(words, SlackLimits.Section).Select(text => SlackPart.Of(new SectionBlock(text, Expand: true), text));

    private static IEnumerable<SlackPart> Fields(Facts facts)
    {
        var fields = facts.Items
            .SelectMany(fact => SlackMarkup.Texts(Words.Of(new Strong(fact.Label), new Plain("\n")) + fact.Value, SlackLimits.Field));
        return SlackPacking.Groups(fields, SlackLimits.Fields, SlackLimits.Section * 2, field => field.Text.Length)
            .Select(group => SlackPart.Of(new SectionBlock(null, [.. group]), [.. group]));
    }

    private static IEnumerable<SlackPart> Lines(Outline outline) =>
        SlackMarkup.Pack(outline.Rows.SelectMany(Line), SlackLimits.Section)
            .Select(lines => new MarkupText(lines.TrimEnd('\n')))
            .Select(text => SlackPart.Of(new SectionBlock(text, Expand: true), text));

    /// <summary>A line stays whole when it fits into a block at all.</summary>
    private static IEnumerable<string> Line(OutlineRow row)
    {
        const int longest = SlackLimits.Section;
        var indent = Indent(row.Depth);
        var quiet = row.Quiet is null ? Words.None : row.Quiet;
        string[] atoms =
        [
            indent, .. SlackMarkup.Atoms(row.Mark + " ", longest), .. SlackMarkup.Atoms(row.Words, longest), "\n",
            .. row.Quiet is null ? [] : (IEnumerable<string>)[Indent(row.Depth + 1), .. SlackMarkup.Atoms(quiet, longest), "\n"],
        ];
        return atoms.Sum(atom => atom.Length) <= longest ? [string.Concat(atoms)] : atoms;
    }

    /// <summary>Wide blanks, because Slack keeps those; behind a zero-width letter, because it trims what begins a block.</summary>
    private static string Indent(int depth) => depth <= 0 ? "" : "\u2060" + new string('\u2003', 2 * Math.Min(depth, 10));
}
