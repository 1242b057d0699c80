using System.Collections.Immutable;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// A plot where no picture can be fetched: Teams' own chart, with limits, target and threshold as lines, and the words of the
/// picture under it. A client that doesn't know the chart shows the words alone.
/// </summary>
internal static class TeamsCharts
{
    /// <summary>The newest so many points: a card has little room.</summary>
    private const int MostPoints = 60;

    private const int LongestTitle = 200;

    public static TeamsPart Part(Plot plot)
    {
        ImmutableArray<PlotPoint> points = plot.Points.Length > MostPoints ? plot.Points[^MostPoints..] : plot.Points;
        ImmutableArray<ChartSeries> series =
        [
            new ChartSeries("Value", [.. points.Select(point => new ChartValue(Day(point), point.Value))]),
            .. plot.Limits is { } limits
                ? (ImmutableArray<ChartSeries>)[Level("Centre", limits.Centre, points), Level("Upper limit", limits.Upper, points), Level("Lower limit", limits.Lower, points)]
                : [],
            .. plot.Target is { } target ? (ImmutableArray<ChartSeries>)[Level("Target", target.Value, points)] : [],
            .. plot.Threshold is { } threshold ? (ImmutableArray<ChartSeries>)[Level(Title(threshold.Name), threshold.Limit, points)] : [],
        ];
        return TeamsPart.Of(new LineChartElement(Title(plot.Title), plot.Unit.Suffix.Trim() is { Length: > 0 } unit ? unit : null, series), "");
    }

    private static ChartSeries Level(string legend, decimal value, ImmutableArray<PlotPoint> points) => new(legend, [.. points.Select(point => new ChartValue(Day(point), value))]);

    private static string Day(PlotPoint point) => LocalDatePattern.Iso.Format(point.At);

    private static string Title(string text) => TeamsText.Shorten(TeamsText.OneLine(text), LongestTitle);
}
