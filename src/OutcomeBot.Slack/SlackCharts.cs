using System.Collections.Immutable;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// A plot as Slack's own chart, which needs no upload and can be read aloud: the series, with limits, target and threshold as
/// lines of their own, and under it the words of the picture. What such a chart can't tell stays a picture.
/// Source: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block.
/// </summary>
internal static class SlackCharts
{
    /// <summary>Labels of more points than this run into one another.</summary>
    private const int MostPoints = 40;

    /// <summary>The other lines' own names: Slack refuses two of one name.</summary>
    private static readonly ImmutableArray<string> s_names = ["Value", "Centre", "Upper limit", "Lower limit", "Target"];

    /// <summary>Whether a chart can be made of it: a label must say which point it means.</summary>
    public static bool Takes(Drawn drawn) => drawn is Plot { Points.Length: > 1 } plot && Distinct(Labels(Newest(plot)));

    /// <summary>Whether the chart tells all that the picture does: a forecast is a range, and a long series stays whole.</summary>
    public static bool TellsAll(Drawn drawn) => drawn is Plot { Forecast: null, Points.Length: <= MostPoints } && Takes(drawn);

    public static IEnumerable<SlackPart> Parts(Plot plot)
    {
        var points = Newest(plot);
        var labels = Labels(points);
        ImmutableArray<ChartSeries> series =
        [
            new(s_names[0], [.. points.Select((point, index) => new ChartPoint(labels[index], point.Value))]),
            .. from level in Levels(plot)
               select new ChartSeries(level.Name, [.. labels.Select(label => new ChartPoint(label, level.Value))]),
        ];
        var unit = OneLine(plot.Unit.Suffix, SlackLimits.ChartLabel);
        var title = OneLine(plot.Title, SlackLimits.ChartTitle);
        var block = new ChartBlock(title.Length == 0 ? "Chart" : title, new LineChart(series, new AxisConfig(labels) { YLabel = unit.Length == 0 ? null : unit }));
        return
        [
            new SlackPart(block, "", block.Title.Length + labels.Sum(label => label.Length)),
            .. SlackMarkup.Texts(plot.AltText, SlackLimits.Section).Select(text => SlackPart.Of(new SectionBlock(text, Expand: true), text)),
            .. SlackMarkup.Texts($"{plot.Subtitle} · {plot.Footnote}", SlackLimits.ContextText).Select(text => SlackPart.Of(new ContextBlock([text]), text)),
        ];
    }

    private static IEnumerable<(string Name, decimal Value)> Levels(Plot plot) =>
    [
        .. plot.Limits is { } limits ? [(s_names[1], limits.Centre), (s_names[2], limits.Upper), (s_names[3], limits.Lower)] : ImmutableArray<(string, decimal)>.Empty,
        .. plot.Target is { } target ? [(s_names[4], target.Value)] : ImmutableArray<(string, decimal)>.Empty,
        .. plot.Threshold is { } threshold ? [(Name(threshold), threshold.Limit)] : ImmutableArray<(string, decimal)>.Empty,
    ];

    private static string Name(PlotThreshold threshold) => OneLine(threshold.Name, SlackLimits.ChartLabel) is { Length: > 0 } name && !s_names.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : "Threshold";

    private static ImmutableArray<PlotPoint> Newest(Plot plot) => plot.Points.Length > MostPoints ? plot.Points[^MostPoints..] : plot.Points;

    /// <summary>What points are called where that tells them apart, otherwise their days.</summary>
    private static ImmutableArray<string> Labels(ImmutableArray<PlotPoint> points)
    {
        var called = points.Select(point => OneLine(point.Label, SlackLimits.ChartCategory)).ToImmutableArray();
        return called.All(label => label.Length > 0) && Distinct(called) ? called : [.. points.Select(point => LocalDatePattern.Iso.Format(point.At))];
    }

    private static bool Distinct(ImmutableArray<string> labels) => labels.Distinct(StringComparer.Ordinal).Count() == labels.Length;

    private static string OneLine(string text, int longest) => SlackMarkup.Shorten(SlackMarkup.Plain(text.ReplaceLineEndings(" ")).Trim(), longest);
}
