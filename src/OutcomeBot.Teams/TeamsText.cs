using System.Collections.Immutable;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// Words as runs of text, which Teams shows as they stand: no Markdown, no mention. What it does look for in a run is
/// <c>{{DATE(…)}}</c>; so typed double braces get a zero-width joiner between them.
/// </summary>
internal static class TeamsText
{
    /// <summary>How the runs of a text look.</summary>
    internal enum Look
    {
        Normal,
        Quiet,
        Title,
        Strong,
    }

    /// <summary>These words as texts, one a line, none longer than a part may be.</summary>
    public static IEnumerable<TextElement> Lines(Words words, Look look = Look.Normal, string? align = null)
    {
        var line = ImmutableArray.CreateBuilder<TextRun>();
        var (letters, isFirst) = (0, true);
        foreach (var run in words.Spans.SelectMany(Runs))
        {
            if ((run is null || letters + run.Text.Length > TeamsLimits.Text) && line.Count > 0)
            {
                yield return Element(line.ToImmutable(), align, isFirst);
                line.Clear();
                (letters, isFirst) = (0, false);
            }

            if (run is null) continue;
            line.Add(Looking(run, look));
            letters += run.Text.Length;
        }

        if (line.Any(run => !string.IsNullOrWhiteSpace(run.Text))) yield return Element(line.ToImmutable(), align, isFirst);
    }

    /// <summary>A text as Teams shows it, on one line: for labels and titles, where there is no markup.</summary>
    public static string OneLine(string text) => Literal(TeamsTyped.WithoutControls(text).Replace('\n', ' ')).Trim();

    /// <summary>Shortened with an ellipsis, never in the middle of a character.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    /// <summary>Whether a text reads the same as Markdown and as it stands.</summary>
    public static bool IsPlain(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or ',' or '?' or ':' or ';' or '\'' or '"' or '/' or '%' or '–' or '—' or '’' or '…' or '·' or '.')
        && !(text.Length > 0 && char.IsDigit(text[0])) && !text.Contains("://", StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Typed text that Teams reads nothing into.</summary>
    public static string Literal(string text) => text.Contains("{{", StringComparison.Ordinal) ? text.Replace("{{", "{\u2060{", StringComparison.Ordinal) : text;

    private static TextElement Element(ImmutableArray<TextRun> runs, string? align, bool isFirst) =>
        new(runs) { HorizontalAlignment = align, Spacing = isFirst ? null : "None" };

    private static TextRun Looking(TextRun run, Look look) => look switch
    {
        Look.Normal => run,
        Look.Quiet => run with { IsSubtle = true, Size = "Small" },
        Look.Title => run with { Weight = "Bolder", Size = "Large" },
        Look.Strong => run with { Weight = "Bolder" },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The runs of a span; null stands for a line break.</summary>
    private static IEnumerable<TextRun?> Runs(Span span) => span switch
    {
        Plain plain => Typed(plain.Text, text => new TextRun(text)),
        Strong strong => Typed(strong.Text, text => new TextRun(text) { Weight = "Bolder" }),
        Who who => Typed(who.Person.Name.Replace('\n', ' '), text => new TextRun(text)),
        At at => [new TextRun(Moment(at))],
        Day day => [new TextRun(CardText.Of(day.Date))],
        Link link => Linked(link),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Teams shows it on the reader's own clock.</summary>
    private static string Moment(At at)
    {
        var moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'").Format(at.Instant);
        return $"{{{{DATE({moment},SHORT)}}}} {{{{TIME({moment})}}}}";
    }

    private static IEnumerable<TextRun?> Linked(Link link)
    {
        var isWeb = Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && link.Url.Length <= 2_000 && !link.Url.Contains("{{", StringComparison.Ordinal);
        if (!isWeb) return Typed(link.Label == link.Url ? link.Url : $"{link.Label} ({link.Url})", text => new TextRun(text));
        var label = OneLine(link.Label);
        return [new TextRun(Shorten(label.Length == 0 ? Literal(link.Url) : label, 1_000)) { Color = "Accent", SelectAction = new OpenUrlAction("Open", url!.AbsoluteUri) }];
    }

    /// <summary>Line by line, in pieces that fit; runs that say nothing are left out.</summary>
    private static IEnumerable<TextRun?> Typed(string text, Func<string, TextRun> run)
    {
        var lines = Literal(TeamsTyped.WithoutControls(text)).Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0) yield return null;
            foreach (var piece in Pieces(lines[index])) yield return run(piece);
        }
    }

    private static IEnumerable<string> Pieces(string line)
    {
        const int longest = TeamsLimits.Text / 2;
        for (var start = 0; start < line.Length;)
        {
            var end = Math.Min(line.Length, start + longest);
            if (end < line.Length && line.LastIndexOf(' ', end - 1, longest / 2) is > 0 and var blank) end = blank + 1;
            else if (end < line.Length && char.IsHighSurrogate(line[end - 1])) end--;
            yield return line[start..end];
            start = end;
        }
    }
}
