using System.Diagnostics;
using System.Xml.Linq;
using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures;
using SkiaSharp;
using Xunit;
using Xunit.Abstractions;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class TreePainterTests(ITestOutputHelper output) : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly Painter _painter = new();

    public void Dispose() => _painter.Dispose();

    [Fact]
    public void The_small_tree_looks_as_agreed() => Golden.Same(_painter.Svg(SampleTrees.Small), "small.svg");

    [Fact]
    public void The_Acme_tree_looks_as_agreed() => Golden.Same(_painter.Svg(SampleTrees.Acme), "acme.svg");

    [Fact]
    public void The_tree_of_forty_causes_looks_as_agreed() => Golden.Same(_painter.Svg(SampleTrees.Forty), "forty.svg");

    [Fact]
    public void The_svg_is_an_image_with_a_title_a_description_and_text_that_can_be_found()
    {
        var svg = XElement.Parse(_painter.Svg(SampleTrees.Acme));
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal(SampleTrees.Acme.Title, svg.Element(s_svg + "title")?.Value);
        Assert.Equal(SampleTrees.Acme.AltText, svg.Element(s_svg + "desc")?.Value);
        Assert.Contains(svg.Elements(s_svg + "text"), text => text.Value == "Work waits 51 of its 88 days");
    }

    [Fact]
    public void A_picture_for_chat_is_1600_wide_or_more_and_shows_something()
    {
        foreach (var picture in _painter.Png(SampleTrees.Acme).Concat(_painter.Png(SampleTrees.Forty)))
        {
            using var bitmap = SKBitmap.Decode(picture.Png);
            Assert.Equal((picture.Width, picture.Height), (bitmap.Width, bitmap.Height));
            Assert.InRange(picture.Width, 1600, 2000);
            Assert.InRange(picture.Height, 900, 3750);
            var dark = Enumerable.Range(0, 2000).Count(index => bitmap.GetPixel(index * 7919 % bitmap.Width, index * 104729 % bitmap.Height).Green < 200);
            Assert.InRange(dark, 20, 1000);
        }
    }

    [Fact]
    public void Whatever_people_type_becomes_a_valid_picture() =>
        RandomTrees.UpTo(12).Sample(tree =>
        {
            _ = XElement.Parse(_painter.Svg(tree));
            Assert.All(_painter.Png(tree), picture => Assert.NotEmpty(picture.Png));
        }, iter: 5);

    [Theory]
    [InlineData("\ud800 half an emoji \udc00")]
    [InlineData("nul \0 bell \a escape \u001b delete \u007f not a letter \uffff")]
    [InlineData("</text><script>alert(1)</script> & \"quotes\" ]]>")]
    [InlineData("\u202Eturned around\u202C and \u2066isolated\u2069")]
    [InlineData("漢字かな交じり文 العربية עברית हिन्दी 👩‍👩‍👧‍👦 🇩🇪")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    public void Odd_text_neither_breaks_the_picture_nor_the_page(string text)
    {
        TreeNode[] nodes = [new("p", null, text, text, text, CauseMark.Problem), new(text, "p", text, text, text, CauseMark.Contested)];
        var tree = new Tree(text, text, text, [.. nodes], text);
        var svg = XElement.Parse(_painter.Svg(tree));
        Assert.Empty(svg.Descendants(s_svg + "script"));
        Assert.DoesNotContain(svg.Value, letter => letter is '\u202E' or '\u2066' or '\0' or '\uffff');
        Assert.Single(_painter.Png(tree));
    }

    [Fact]
    public async Task Many_threads_draw_the_same_picture()
    {
        var alone = _painter.Png(SampleTrees.Small)[0].Png;
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _painter.Png(SampleTrees.Small)[0].Png)));
        Assert.All(together, png => Assert.Equal(alone, png));
    }

    [Fact]
    public void Drawing_forty_causes_takes_a_moment_only()
    {
        _painter.Svg(SampleTrees.Forty);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < 10; time++)
            _painter.Svg(SampleTrees.Forty);
        output.WriteLine($"SVG of forty causes: {10 / watch.Elapsed.TotalSeconds:0.0} a second");
        watch.Restart();
        var pages = _painter.Png(SampleTrees.Forty).Count;
        output.WriteLine($"PNG of forty causes: {1 / watch.Elapsed.TotalSeconds:0.0} a second ({pages} pages)");

        // Not a benchmark: a bound that a layout gone quadratic would break on any machine.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
