using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;
using OutcomeBot.Pictures.Boxes;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class SpreadDrawingTests : IDisposable
{
    private readonly Typesetter _type = new();
    private readonly SpreadDrawings _drawings;

    public SpreadDrawingTests() => _drawings = new(_type);

    public void Dispose() => _type.Dispose();

    [Fact]
    public void Everything_is_inside_the_canvas_whatever_people_give() =>
        RandomSpreads.UpTo(12).Sample(spreads =>
        {
            var page = _drawings.Of(spreads);
            var canvas = new Area(0, 0, page.Width, page.Height);
            Assert.All(page.Marks, mark => Assert.All(Corners(mark), corner => Assert.True(canvas.Grown(0.5f).Holds(new(corner.X, corner.Y, 0, 0)), $"{mark}")));
        }, iter: 150);

    [Fact]
    public void No_words_touch_one_another_whatever_people_give() =>
        RandomSpreads.UpTo(12).Sample(spreads =>
        {
            var words = _drawings.Of(spreads).Marks.OfType<Lettering>().Select(Inked).ToList();
            Assert.All(words, (one, index) => Assert.DoesNotContain(words.Skip(index + 1), other => other.Overlaps(one)));
        }, iter: 150);

    [Fact]
    public void Box_median_mean_and_ends_stand_at_their_values()
    {
        var page = _drawings.Of(Lead(null));
        var (zero, ten) = (GridX(page, "0%"), GridX(page, "10%"));
        var box = Assert.Single(page.Marks.OfType<Shape>(), shape => shape.Look == Look.SpreadBox).Area;
        Assert.Equal(At(12.5m), box.X, 0.5);
        Assert.Equal(At(37.5m), box.Right, 0.5);
        Assert.Equal(At(20), Assert.Single(page.Marks.OfType<Stroke>(), stroke => stroke.Look == Look.SpreadMedian).Points[0].X, 0.5);
        Assert.Equal(At(25), Assert.Single(page.Marks.OfType<Shape>(), shape => shape.Look == Look.Point).Area.MiddleX, 0.5);
        var thin = page.Marks.OfType<Stroke>().First(stroke => stroke.Look == Look.SpreadWhisker).Points;
        Assert.Equal((At(10), At(45)), (thin[0].X, thin[^1].X));

        float At(decimal value) => zero + ((float)value / 10 * (ten - zero));
    }

    [Fact]
    public void The_round_before_is_a_hollow_mark_below_the_box_and_is_explained_only_when_it_is_there()
    {
        var page = _drawings.Of(Lead(40));
        var diamond = Assert.Single(page.Marks.OfType<Facet>(), facet => facet.Look == Look.SpreadBefore).Points;
        Assert.Equal(GridX(page, "40%"), diamond[0].X, 0.5);
        Assert.True(diamond[0].Y > page.Marks.OfType<Shape>().Single(shape => shape.Look == Look.SpreadBox).Area.Bottom);
        Assert.Equal(Tint.Paper, Coat.Of(Look.SpreadBefore).Fill);
        Assert.Contains("Hollow diamond", Said(page), StringComparison.Ordinal);

        var first = _drawings.Of(Lead(null));
        Assert.DoesNotContain(first.Marks.OfType<Facet>(), facet => facet.Look == Look.SpreadBefore);
        Assert.DoesNotContain("Hollow diamond", Said(first), StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_stand_beside_the_row_and_how_many_gave_them_where_it_differs()
    {
        var said = Said(_drawings.Of(Lead(null)));
        Assert.Contains("20% 12.5 to 37.5%", said, StringComparison.Ordinal);
        Assert.DoesNotContain("n = 5", said, StringComparison.Ordinal);
        var uneven = Lead(null) with { Rows = [.. Lead(null).Rows, SpreadRow.Of("Health", Spread.Of([10, 10]))] };
        Assert.Contains("Health (n = 2) 10% all the same", Said(_drawings.Of(uneven)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_axis_starts_at_0_and_reaches_as_far_as_asked()
    {
        Assert.NotEqual(0, GridX(_drawings.Of(Lead(null) with { Reach = 100 }), "100%"));
        Assert.Contains("No values yet", Said(_drawings.Of(SampleSpreads.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_16_to_9_unless_its_rows_need_more()
    {
        Assert.All((Spreads[])[SampleSpreads.Below, SampleSpreads.One, SampleSpreads.None], spreads => Assert.Equal((1600, 900), (_drawings.Of(spreads).Width, _drawings.Of(spreads).Height)));
        Assert.True(_drawings.Of(SampleSpreads.Twelve).Height > 900);
    }

    private static Spreads Lead(decimal? before) =>
        Spreads.Of("T", "S", "F", new PlotUnit("%", 1), SpreadRow.Of("Lead time", new Spread(5, 10, 12.5m, 20, 37.5m, 45, 25), before));

    private static float GridX(Drawing page, string tick)
    {
        var number = page.Marks.OfType<Lettering>().Last(line => line.Face == Face.Axis && line.Text == tick);
        return number.Start.X + (number.Width / 2);
    }

    private static string Said(Drawing page) => string.Join(' ', page.Marks.OfType<Lettering>().Select(line => line.Text.Replace('\u00a0', ' ')));

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
