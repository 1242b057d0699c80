using System.Xml.Linq;
using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures;
using SkiaSharp;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class BoardPainterTests : IDisposable
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly Painter _painter = new();

    public void Dispose() => _painter.Dispose();

    [Fact]
    public void The_Acme_storyboard_looks_as_agreed() => Golden.Same(_painter.Svg(SampleBoards.Acme), "board-acme.svg");

    [Fact]
    public void The_svg_says_every_note_and_the_order_is_that_of_the_paper_one()
    {
        var svg = XElement.Parse(_painter.Svg(SampleBoards.Acme));
        Assert.Equal(SampleBoards.Acme.AltText, svg.Element(s_svg + "desc")?.Value);
        var said = svg.Elements(s_svg + "text").Select(text => text.Value).ToList();
        Assert.Equal(["Challenge", "Target condition, and the actual condition now", "Obstacle parking lot", "Experimenting record"],
            said.Where(text => text is "Challenge" or "Target condition, and the actual condition now" or "Obstacle parking lot" or "Experimenting record"));
        Assert.Contains("Revenue grows by 10 %", said);
        Assert.Contains("4 of 6 promised features were released,", string.Join(' ', said), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_sentences_stand_whole_on_as_many_pages_as_they_need()
    {
        var pages = _painter.Png(SampleBoards.Long);
        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.InRange(page.Height, 900, 3000));
        Assert.All(pages, page => Assert.Equal(1600, page.Width));
        Assert.StartsWith("Page 2 of", pages[1].AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("shortened", _painter.Svg(SampleBoards.Long), StringComparison.Ordinal);
        Keep("board-long", pages);
    }

    [Fact]
    public void A_picture_for_chat_is_1600_wide_and_shows_something()
    {
        var pages = _painter.Png(SampleBoards.Acme);
        foreach (var picture in pages)
        {
            using var bitmap = SKBitmap.Decode(picture.Png);
            Assert.Equal((picture.Width, picture.Height), (bitmap.Width, bitmap.Height));
            var dark = Enumerable.Range(0, 2000).Count(index => bitmap.GetPixel(index * 7919 % bitmap.Width, index * 104729 % bitmap.Height).Green < 200);
            Assert.InRange(dark, 20, 1000);
        }

        Keep("board-acme", pages);
    }

    [Fact]
    public void Whatever_people_type_becomes_a_valid_picture() => Gen.String[0, 700].Sample(text =>
    {
        var board = new Board(text, text, text, text, [new(text, [.. Enum.GetValues<BoardMark>().Select(mark => new BoardRow(text, text, mark, [new(text, text, text), new(text, text)]))])]);
        var svg = XElement.Parse(_painter.Svg(board));
        Assert.Empty(svg.Descendants(s_svg + "script"));
        Assert.All(_painter.Png(board), picture => Assert.NotEmpty(picture.Png));
    }, iter: 10);

    private static void Keep(string name, IReadOnlyList<OutcomeBot.Runtime.Picture> pages)
    {
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_PICTURES") is not { Length: > 0 } folder) return;
        foreach (var (index, page) in pages.Index()) File.WriteAllBytes(Path.Combine(folder, $"{name}-{index + 1}.png"), page.Png);
    }
}
