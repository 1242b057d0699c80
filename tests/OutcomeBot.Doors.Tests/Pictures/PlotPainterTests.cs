using System.Xml.Linq;
using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures;
using SkiaSharp;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class PlotPainterTests : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly Painter _painter = new();

    public void Dispose() => _painter.Dispose();

    [Fact]
    public void Acmes_margin_looks_as_agreed() => Golden.Same(_painter.Svg(SamplePlots.Acme), "plot-acme.svg");

    [Fact]
    public void Half_a_year_of_lead_times_looks_as_agreed() => Golden.Same(_painter.Svg(SamplePlots.Weekly), "plot-weekly.svg");

    [Fact]
    public void The_svg_is_an_image_with_a_title_a_description_and_text_that_can_be_found()
    {
        var svg = XElement.Parse(_painter.Svg(SamplePlots.Acme));
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal(SamplePlots.Acme.Title, svg.Element(s_svg + "title")?.Value);
        Assert.Equal(SamplePlots.Acme.AltText, svg.Element(s_svg + "desc")?.Value);
        Assert.Contains(svg.Elements(s_svg + "text"), text => text.Value == "Board limit −20%");
    }

    [Fact]
    public void The_png_shows_what_the_svg_says()
    {
        var picture = Assert.Single(_painter.Png(SamplePlots.Weekly));
        using var bitmap = SKBitmap.Decode(picture.Png);
        Assert.Equal((1600, 900), (bitmap.Width, bitmap.Height));
        var svg = XElement.Parse(_painter.Svg(SamplePlots.Weekly));
        var dots = svg.Elements(s_svg + "rect").Where(rect => rect.Attribute("class")?.Value == "l-point").ToList();
        Assert.Equal(16, dots.Count);
        Assert.All(dots, dot => Assert.Equal(SKColor.Parse("#0f6cbd"), bitmap.GetPixel(Middle(dot, "x", "width"), Middle(dot, "y", "height"))));
    }

    [Fact]
    public void Whatever_people_measure_becomes_a_valid_picture() =>
        RandomPlots.UpTo(30).Sample(plot =>
        {
            _ = XElement.Parse(_painter.Svg(plot));
            Assert.Single(_painter.Png(plot));
        }, iter: 15);

    [Theory]
    [InlineData("\ud800 half an emoji \udc00")]
    [InlineData("</text><script>alert(1)</script> & \"quotes\" ]]>")]
    [InlineData("\u202Eturned around\u202C")]
    public void Odd_text_neither_breaks_the_picture_nor_the_page(string text)
    {
        var plot = new Plot(text, text, text, text, new PlotUnit(text), [new(new(2026, 3, 31), 1, text), new(new(2026, 6, 30), 2, text)])
        {
            Signals = [new(text, [1])],
            Threshold = new(text, 3),
            Forecast = new(text, [new(new(2026, 9, 30), text, 2, 3, 4)]),
        };
        var svg = XElement.Parse(_painter.Svg(plot));
        Assert.Empty(svg.Descendants(s_svg + "script"));
        Assert.DoesNotContain('\u202E', svg.Value);
        Assert.Single(_painter.Png(plot));
    }

    private static int Middle(XElement rect, string start, string size) =>
        (int)(double.Parse(rect.Attribute(start)!.Value, System.Globalization.CultureInfo.InvariantCulture) + (double.Parse(rect.Attribute(size)!.Value, System.Globalization.CultureInfo.InvariantCulture) / 2));
}
