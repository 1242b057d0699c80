using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// Cards as Adaptive Cards 1.5. Teams' limits are kept by splitting: a long card becomes several messages, and every letter
/// of it is in one of them. What people typed stands in runs of text, where there is no markup.
/// </summary>
internal sealed class TeamsWriter(PracticeBook practices, TeamsDialogs dialogs = TeamsDialogs.Opened)
{
    /// <summary>The card as messages, in order; one for nearly every card.</summary>
    public IReadOnlyList<TeamsMessage> Messages(Card card, TeamsPictured pictures, TeamsOrigin? origin = null)
    {
        var groups = TeamsPacking.Split(Parts(card, pictures, new TeamsButtons(practices, dialogs, TeamsSurface.Message, origin)));
        return [.. groups.Select(group => Written(card, group, null))];
    }

    /// <summary>The card as a single message that is changed in place. Lines that don't fit are counted in it; its buttons always stay.</summary>
    public TeamsMessage Message(Card card, TeamsPictured pictures, Subject? subject)
    {
        var buttons = new TeamsButtons(practices, dialogs, TeamsSurface.Message, null);
        var refresh = subject is null ? null : new CardRefresh(new ExecuteAction("Refresh", TeamsData.RefreshVerb, buttons.Data(subject.Press(TeamsData.RefreshVerb))), []);
        return Written(card, TeamsPacking.Folded([.. Parts(card, pictures, buttons)]), refresh);
    }

    /// <summary>The card in a dialog, where its buttons are answered by the dialog.</summary>
    public TeamsCard Dialog(Card card, TeamsPictured pictures, TeamsOrigin? origin) =>
        CardOf(TeamsPacking.Folded([.. Parts(card, pictures, new TeamsButtons(practices, dialogs, TeamsSurface.Dialog, origin))]), CardText.Of(card), null);

    private static TeamsMessage Written(Card card, ImmutableArray<TeamsPart> parts, CardRefresh? refresh)
    {
        var plain = TeamsText.Shorten(TeamsTyped.WithoutControls(CardText.Of(card)), TeamsLimits.Summary);
        return new TeamsMessage(plain, CardOf(parts, plain, refresh));
    }

    private static TeamsCard CardOf(ImmutableArray<TeamsPart> parts, string plain, CardRefresh? refresh) => new([.. parts.Select(part => part.Element)])
    {
        FallbackText = TeamsText.Shorten(TeamsTyped.WithoutControls(plain), TeamsLimits.Summary),
        Refresh = refresh,
    };

    private static IEnumerable<TeamsPart> Parts(Card card, TeamsPictured pictures, TeamsButtons buttons) =>
        [.. Title(card.Title), .. card.Blocks.SelectMany(block => Parts(block, pictures, buttons))];

    private static IEnumerable<TeamsPart> Parts(Block block, TeamsPictured pictures, TeamsButtons buttons) => block switch
    {
        Prose prose => Texts(prose.Words),
        Aside aside => Texts(aside.Words, TeamsText.Look.Quiet),
        Facts facts => facts.Items.SelectMany(Fact),
        Table rows => TeamsTables.Parts(rows),
        Outline outline => outline.Rows.SelectMany(Row),
        Drawn drawn => Picture(drawn, pictures),
        Buttons row => buttons.Parts(row),
        _ => throw new UnreachableException(),
    };

    /// <summary>A heading for screen readers where its text is free of what Teams would read as Markdown; else the same in a run.</summary>
    private static IEnumerable<TeamsPart> Title(string title)
    {
        var line = TeamsText.OneLine(title);
        if (line.Length == 0) return [];
        return line.Length <= 300 && TeamsText.IsPlain(line) ? [TeamsPart.Of(new HeadingElement(line), line)] : Texts(Words.Of(new Plain(title)), TeamsText.Look.Title);
    }

    private static IEnumerable<TeamsPart> Texts(Words words, TeamsText.Look look = TeamsText.Look.Normal) =>
        TeamsText.Lines(words, look).Select(text => TeamsPart.Of(text, Said(text)));

    private static IEnumerable<TeamsPart> Fact(Fact fact)
    {
        var label = TeamsText.Lines(fact.Label, TeamsText.Look.Strong).ToImmutableArray<CardElement>();
        var value = TeamsText.Lines(fact.Value).ToImmutableArray<CardElement>();
        var part = TeamsPart.Of(new ColumnsElement([new CardColumn("1", label), new CardColumn("3", value)]) { Spacing = "Small" }, $"{fact.Label}: {CardText.Of(fact.Value)}");
        return part.Letters <= TeamsLimits.MessageLetters / 2 ? [part] : [.. Texts(Words.Of(new Strong(fact.Label))), .. Texts(fact.Value)];
    }

    /// <summary>An outline's line beside its mark, moved in by its depth.</summary>
    private static IEnumerable<TeamsPart> Row(OutlineRow row)
    {
        ImmutableArray<CardElement> text = [.. TeamsText.Lines(row.Words), .. row.Quiet is null ? [] : TeamsText.Lines(row.Quiet, TeamsText.Look.Quiet)];
        var mark = TeamsText.Lines(row.Mark, TeamsText.Look.Strong).ToImmutableArray<CardElement>();
        CardColumn[] columns = [.. row.Depth > 0 ? (CardColumn[])[new CardColumn($"{12 * Math.Min(row.Depth, 8)}px", [])] : [], new CardColumn("auto", mark), new CardColumn("stretch", text)];
        var part = TeamsPart.Of(new ColumnsElement([.. columns]) { Spacing = "Small" }, $"{row.Mark} {CardText.Of(row.Words)}{(row.Quiet is null ? "" : "\n" + CardText.Of(row.Quiet))}");
        return part.Letters <= TeamsLimits.MessageLetters / 2 ? [part] : [.. Texts($"{row.Mark} " + row.Words), .. row.Quiet is null ? [] : Texts(row.Quiet, TeamsText.Look.Quiet)];
    }

    private static IEnumerable<TeamsPart> Picture(Drawn drawn, TeamsPictured pictures) => (pictures.Of(drawn), drawn) switch
    {
        ({ IsEmpty: false } hosted, _) => hosted.Select(picture => TeamsPart.Of(new ImageElement(picture.Url.AbsoluteUri, TeamsText.Shorten(TeamsText.OneLine(picture.AltText), 2_000)), picture.AltText)),
        (_, Plot { Points.IsEmpty: false } plot) => [TeamsCharts.Part(plot), .. Texts(plot.AltText)],
        _ => Texts(drawn.AltText),
    };

    private static string Said(TextElement text) => string.Concat(text.Inlines.Select(run => run.Text));
}
