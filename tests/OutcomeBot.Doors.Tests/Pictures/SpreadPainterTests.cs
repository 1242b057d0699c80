using System.Xml.Linq;
using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures;
using SkiaSharp;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class SpreadPainterTests : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly Painter _painter = new();

    public void Dispose() => _painter.Dispose();

    [Fact]
    public void The_second_round_looks_as_agreed() => Golden.Same(_painter.Svg(SampleSpreads.Second), "spreads-second-round.svg");

    [Fact]
    public void Long_names_look_as_agreed() => Golden.Same(_painter.Svg(SampleSpreads.Long), "spreads-long.svg");

    [Fact]
    public void Every_sample_is_one_picture_with_its_alternative_text() =>
        Assert.All(SampleSpreads.All, sample =>
        {
            var picture = Assert.Single(_painter.Png(sample.Spreads));
            using var bitmap = SKBitmap.Decode(picture.Png);
            Assert.Equal((picture.Width, picture.Height), (bitmap.Width, bitmap.Height));
            Assert.Equal(sample.Spreads.AltText.ReplaceLineEndings(" "), picture.AltText);
        });

    [Fact]
    public void The_svg_is_an_image_with_a_title_a_description_and_text_that_can_be_found()
    {
        var svg = XElement.Parse(_painter.Svg(SampleSpreads.Second));
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal(SampleSpreads.Second.Title, svg.Element(s_svg + "title")?.Value);
        Assert.Contains("Lead time: median 30%", svg.Element(s_svg + "desc")?.Value, StringComparison.Ordinal);
        Assert.Contains(svg.Elements(s_svg + "text"), text => text.Value == "Lead time");
    }

    [Fact]
    public void Whatever_people_give_becomes_a_valid_picture() =>
        RandomSpreads.UpTo(12).Sample(spreads =>
        {
            _ = XElement.Parse(_painter.Svg(spreads));
            Assert.Single(_painter.Png(spreads));
        }, iter: 15);

    [Theory]
    [InlineData("\ud800 half an emoji \udc00")]
    [InlineData("</text><script>alert(1)</script> & \"quotes\" ]]>")]
    [InlineData("\u202Eturned around\u202C")]
    public void Odd_text_neither_breaks_the_picture_nor_the_page(string text)
    {
        var spreads = Spreads.Of(text, text, text, new PlotUnit(text), new SpreadRow(text, 3, 1, 2, 3, 4, 5, 3, 2));
        var svg = XElement.Parse(_painter.Svg(spreads));
        Assert.Empty(svg.Descendants(s_svg + "script"));
        Assert.DoesNotContain('\u202E', svg.Value);
        Assert.Single(_painter.Png(spreads));
    }
}
