using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Plots;
using OutcomeBot.Pictures.Type;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class PlotDrawingTests : IDisposable
{
    private readonly Typesetter _type = new();
    private readonly PlotDrawings _drawings;

    public PlotDrawingTests() => _drawings = new(_type);

    public void Dispose() => _type.Dispose();

    [Fact]
    public void Everything_is_inside_the_canvas_whatever_the_series() =>
        RandomPlots.UpTo(40).Sample(plot =>
        {
            var page = _drawings.Of(plot);
            var canvas = new Area(0, 0, page.Width, page.Height);
            Assert.All(page.Marks, mark => Assert.All(Corners(mark), corner => Assert.True(canvas.Grown(0.5f).Holds(new(corner.X, corner.Y, 0, 0)), $"{mark}")));
        }, iter: 150);

    [Fact]
    public void Every_point_of_a_series_stands_at_the_height_of_its_value()
    {
        var page = _drawings.Of(SamplePlots.Weekly);
        var line = Assert.Single(page.Marks.OfType<Stroke>(), stroke => stroke.Look == Look.Series).Points;
        var ticks = page.Marks.OfType<Stroke>().Where(stroke => stroke.Look == Look.GridLine).Select(stroke => stroke.Points[0].Y).ToList();
        var perDay = (ticks[0] - ticks[^1]) / 50;
        Assert.All(SamplePlots.Weekly.Points, (point, index) => Assert.Equal(ticks[0] - ((float)(point.Value - 40) * perDay), line[index].Y, 0.5));
    }

    [Fact]
    public void Signals_have_a_shape_of_their_own_and_their_rule_in_words()
    {
        var page = _drawings.Of(SamplePlots.Weekly);
        var rings = page.Marks.OfType<Shape>().Where(shape => shape.Look == Look.SignalRing).ToList();
        var dots = page.Marks.OfType<Shape>().Where(shape => shape.Look == Look.Point).ToList();
        Assert.Equal((8, 16), (rings.Count, dots.Count));
        Assert.True(rings.Min(ring => ring.Radius) > dots.Max(dot => dot.Radius));
        Assert.NotEqual(Coat.Of(Look.SignalRing).Fill, Coat.Of(Look.Point).Fill);
        var said = string.Join(' ', Texts(page));
        Assert.Contains("Outside the natural process limits", said, StringComparison.Ordinal);
        Assert.Contains("8 in a row on one side of the centre line", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_across_has_its_name_and_no_two_are_drawn_alike()
    {
        var plot = SamplePlots.Weekly with { Threshold = new("Board limit", 90, 80) };
        var said = string.Join(' ', Texts(_drawings.Of(plot)));
        Assert.All((string[])["Board limit 90 days", "Warning from 80 days", "Target 50 days by 29 Jan 2027", "Upper process limit 73 days", "Mean 57 days", "Lower process limit 41 days"], name => Assert.Contains(name, said, StringComparison.Ordinal));
        Look[] lines = [Look.Threshold, Look.WarningLine, Look.Target, Look.ProcessLimit, Look.CentreLine, Look.Series, Look.Course];
        Assert.Distinct(lines.Select(look => $"{Coat.Of(look).Thickness} {string.Join(' ', Coat.Of(look).Dashes)}"));
    }

    [Fact]
    public void First_and_last_values_are_written_with_their_unit() =>
        Assert.All((string[])["54 days", "72 days"], value => Assert.Contains(value, Texts(_drawings.Of(SamplePlots.Weekly))));

    [Fact]
    public void A_forecast_is_a_band_that_grows_paler_and_its_words()
    {
        var page = _drawings.Of(SamplePlots.Acme);
        Assert.Equal([Look.NearHaze, Look.FarHaze], page.Marks.OfType<Facet>().Select(facet => facet.Look));
        Assert.Contains("−20% in 1 to 2 quarters", Texts(page));
        Assert.Contains("Q2 2027", Texts(page));
    }

    [Fact]
    public void Labels_beside_points_do_not_cover_one_another() =>
        Assert.All(SamplePlots.All.Select(sample => sample.Plot), plot =>
        {
            var labels = _drawings.Of(plot).Marks.OfType<Lettering>().Where(line => line.Ground == Ground.Lines).Select(Inked).ToList();
            Assert.All(labels, (label, index) => Assert.DoesNotContain(labels.Skip(index + 1), other => other.Overlaps(label)));
        });

    [Fact]
    public void Names_under_the_picture_do_not_touch() =>
        RandomPlots.UpTo(60).Sample(plot =>
        {
            var page = _drawings.Of(plot);
            var rows = page.Marks.OfType<Lettering>().Where(line => line.Face == Face.Axis && line.Ground == Ground.Plain).GroupBy(line => line.Start.Y);
            Assert.All(rows, row => Assert.All(row.OrderBy(line => line.Start.X).Zip(row.OrderBy(line => line.Start.X).Skip(1)), pair => Assert.True(pair.First.Start.X + pair.First.Width <= pair.Second.Start.X, $"{pair}")));
        }, iter: 60);

    [Fact]
    public void A_line_too_far_away_is_named_under_the_picture_instead_of_pressing_the_series_flat()
    {
        var page = _drawings.Of(SamplePlots.Weekly with { Threshold = new("Board limit", 5_000) });
        Assert.DoesNotContain(page.Marks.OfType<Stroke>(), stroke => stroke.Look == Look.Threshold);
        Assert.Contains("Outside this picture: Board limit 5,000 days.", string.Join(' ', Texts(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_readings_and_one_reading_are_pictures_too()
    {
        Assert.Contains("No readings yet", Texts(_drawings.Of(SamplePlots.None)));
        Assert.Single(_drawings.Of(SamplePlots.One).Marks.OfType<Shape>(), shape => shape.Look == Look.Point);
    }

    [Fact]
    public void A_picture_is_16_to_9_unless_its_words_need_more()
    {
        Assert.All((Plot[])[SamplePlots.Acme, SamplePlots.Weekly, SamplePlots.TwoHundred, SamplePlots.None], plot => Assert.Equal((1600, 900), (_drawings.Of(plot).Width, _drawings.Of(plot).Height)));
        Assert.True(_drawings.Of(SamplePlots.Long).Height > 900);
    }

    [Theory]
    [InlineData("-15.52", 1, "−15.5")]
    [InlineData("-0.04", 1, "0.0")]
    [InlineData("1234567.8", 0, "1,234,568")]
    [InlineData("12345678", 0, "12.35 m")]
    [InlineData("-3e9", 2, "−3 bn")]
    public void Numbers_are_written_as_in_a_newspaper(string value, int decimals, string written) =>
        Assert.Equal(written, Figures.Of(decimal.Parse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), decimals));

    private static IEnumerable<string> Texts(Drawing page) => page.Marks.OfType<Lettering>().Select(line => line.Text.Replace('\u00a0', ' '));

    // From the ascenders to the descenders of Inter.
    private static Area Inked(Lettering line) =>
        new(line.Start.X, line.Start.Y - (Cut.Of(line.Face).Size * 0.75f), line.Width, Cut.Of(line.Face).Size * 0.95f);

    private static System.Collections.Immutable.ImmutableArray<Spot> Corners(Mark mark) => mark switch
    {
        Shape shape => [new(shape.Area.X, shape.Area.Y), new(shape.Area.Right, shape.Area.Bottom)],
        Stroke stroke => stroke.Points,
        Facet facet => facet.Points,
        Lettering line => [new(Inked(line).X, Inked(line).Y), new(Inked(line).Right, Inked(line).Bottom)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
