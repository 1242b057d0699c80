using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Trees;
using OutcomeBot.Pictures.Type;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

public sealed class TreeDrawingTests : IDisposable
{
    private readonly Typesetter _type = new();
    private readonly TreeDrawings _drawings;

    public TreeDrawingTests() => _drawings = new(_type);

    public void Dispose() => _type.Dispose();

    [Fact]
    public void No_boxes_overlap_and_all_are_inside_the_canvas() =>
        RandomTrees.UpTo(120).Sample(tree =>
        {
            foreach (var page in _drawings.Pages(tree).Append(_drawings.Whole(tree)))
                AssertTidy(page);
        }, iter: 25);

    [Fact]
    public void No_text_leaves_its_box() =>
        RandomTrees.UpTo(40).Sample(tree =>
        {
            foreach (var page in _drawings.Pages(tree).Append(_drawings.Whole(tree)))
            {
                var canvas = new Area(0, 0, page.Width, page.Height);
                var boxes = Boxes(page).Where(box => box.Node is not null).ToDictionary(box => box.Node!, box => box.Area);
                Assert.All(page.Marks.OfType<Lettering>(), line => Assert.True(Inked(line) is var ink && canvas.Holds(ink), line.Text));
                Assert.All(page.Marks.OfType<Lettering>().Where(line => line.Node is not null), line => Assert.True(boxes[line.Node!].Holds(Inked(line)), line.Text));
            }
        }, iter: 25);

    [Fact]
    public void Every_node_is_drawn_once_over_all_pages_or_counted_as_folded() =>
        RandomTrees.UpTo(120).Sample(tree =>
        {
            var drawn = _drawings.Pages(tree).SelectMany(Boxes).Select(box => box.Node).OfType<string>().ToList();
            Assert.Equal(drawn.Count, drawn.Distinct().Count());
            Assert.Equal(tree.Nodes.Length, drawn.Count + CauseTree.ForPages(tree).Folded);
        }, iter: 25);

    [Fact]
    public void The_browser_shows_refuted_causes_too()
    {
        var drawn = Boxes(_drawings.Whole(SampleTrees.Forty)).Select(box => box.Node).OfType<string>();
        Assert.Equal(SampleTrees.Forty.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuted_branches_of_a_large_tree_are_folded_and_counted()
    {
        var notes = _drawings.Pages(SampleTrees.Forty).SelectMany(Texts).Where(text => text.Contains("folded", StringComparison.Ordinal)).ToList();
        var counted = notes.Sum(note => int.Parse(note[..note.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(CauseTree.ForPages(SampleTrees.Forty).Folded, counted);
        Assert.True(counted > 0);
    }

    [Fact]
    public void A_page_that_continues_says_so_and_repeats_the_problem()
    {
        var pages = _drawings.Pages(SampleTrees.Forty);
        Assert.True(pages.Length > 1);
        Assert.All(pages.Skip(1), page => Assert.Contains(Texts(page), text => text.StartsWith("Problem: Nine of ten", StringComparison.Ordinal)));
        Assert.All(pages, (page, index) => Assert.Contains(Texts(page), text => text.StartsWith($"Page {index + 1} of {pages.Length}.", StringComparison.Ordinal)));
        Assert.All(pages, (page, index) => Assert.StartsWith($"Page {index + 1} of {pages.Length}. Why tree", page.AltText, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CauseMark.Proposed, "Proposed", Look.Proposed)]
    [InlineData(CauseMark.Supported, "Supported", Look.Supported)]
    [InlineData(CauseMark.Contested, "Contested", Look.Contested)]
    [InlineData(CauseMark.Refuted, "Refuted", Look.Refuted)]
    [InlineData(CauseMark.Open, "Open", Look.Open)]
    [InlineData(CauseMark.Problem, "Problem", Look.Problem)]
    internal void Every_state_has_its_word_and_its_border(CauseMark mark, string word, Look look)
    {
        var page = _drawings.Whole(SampleTrees.Small);
        var node = SampleTrees.Small.Nodes.First(node => node.Is == mark);
        Assert.Contains(page.Marks.OfType<Lettering>(), line => line.Node == node.Id && line.Text == word);
        Assert.Contains(page.Marks.OfType<Shape>(), shape => shape.Node == node.Id && shape.Look == look);
    }

    [Fact]
    public void Only_root_causes_have_the_strong_outline_and_the_words()
    {
        var page = _drawings.Whole(SampleTrees.Small);
        Assert.Equal(["b"], page.Marks.OfType<Shape>().Where(shape => shape.Look == Look.RootCause).Select(shape => shape.Node));
        Assert.Equal(["b"], page.Marks.OfType<Lettering>().Where(line => line.Text == "Root cause").Select(line => line.Node));
    }

    [Fact]
    public void Causes_that_combine_have_a_word_between_them_and_a_lone_cause_has_none()
    {
        Assert.Equal(["OR", "AND"], Texts(_drawings.Whole(SampleTrees.Small)).Where(text => text is "OR" or "AND"));
        var lone = SampleTrees.Small with { Nodes = [.. SampleTrees.Small.Nodes.Take(2)] };
        Assert.DoesNotContain(Texts(_drawings.Whole(lone)), text => text is "OR" or "AND");
    }

    [Fact]
    public void Lines_hold_at_most_34_letters()
    {
        var statements = _drawings.Whole(SampleTrees.Forty).Marks.OfType<Lettering>().Where(line => line.Face is Face.Statement or Face.Problem);
        Assert.All(statements, line => Assert.InRange(line.Text.Length, 1, 34));
    }

    [Fact]
    public void More_than_two_hundred_nodes_are_cut_with_a_sentence()
    {
        var many = SampleTrees.Small with { Nodes = [.. Enumerable.Range(0, 250).Select(index => new TreeNode($"n{index}", index == 0 ? null : "n0", $"{index}", new string('a', 600), "", index == 0 ? CauseMark.Problem : CauseMark.Proposed))] };
        var page = _drawings.Whole(many);
        Assert.Equal(200, Boxes(page).Count(box => box.Node is not null));
        var foot = string.Join(' ', page.Marks.OfType<Lettering>().Where(line => line.Face == Face.Footnote).Select(line => line.Text));
        Assert.Contains("Drawn: the first 200 of 250.", foot, StringComparison.Ordinal);
        Assert.Contains("Drawn: the first 500 letters of longer texts.", foot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_without_nodes_is_a_page_with_its_title() =>
        Assert.Equal(["Nothing yet", "Why?"], Texts(_drawings.Pages(new("Nothing yet", "Why?", "", [], "Nothing yet."))[0]));

    [Fact]
    public void Text_has_enough_contrast_on_its_ground_in_light_and_dark()
    {
        (Tint Text, Tint Ground)[] pairs =
        [
            (Tint.Ink, Tint.Paper), (Tint.Quiet, Tint.Paper), (Tint.Paper, Tint.Ink), (Tint.Quiet, Tint.Wash), (Tint.Bad, Tint.Wash), (Tint.Ink, Tint.GoodWash),
            (Tint.Good, Tint.GoodWash), (Tint.Quiet, Tint.GoodWash), (Tint.Ink, Tint.DoubtWash), (Tint.Doubt, Tint.DoubtWash), (Tint.Quiet, Tint.DoubtWash), (Tint.Paper, Tint.Doubt),
            (Tint.Good, Tint.Paper), (Tint.Bad, Tint.Paper), (Tint.Doubt, Tint.Paper), (Tint.Accent, Tint.Paper), (Tint.Ink, Tint.Haze), (Tint.Ink, Tint.PaleHaze),
        ];
        Assert.All(pairs, pair => Assert.InRange(Contrast(Tints.Light(pair.Text), Tints.Light(pair.Ground)), 4.5, 21));
        Assert.All(pairs, pair => Assert.InRange(Contrast(Tints.Dark(pair.Text), Tints.Dark(pair.Ground)), 4.5, 21));
    }

    private static void AssertTidy(Drawing page)
    {
        var canvas = new Area(0, 0, page.Width, page.Height);
        var boxes = Boxes(page).OrderBy(box => box.Area.Y).ToList();
        Assert.All(boxes, box => Assert.True(canvas.Holds(box.Area)));
        for (var index = 0; index < boxes.Count; index++)
            for (var next = index + 1; next < boxes.Count && boxes[next].Area.Y < boxes[index].Area.Bottom; next++)
                Assert.False(boxes[index].Area.Overlaps(boxes[next].Area), $"{boxes[index]} {boxes[next]}");
    }

    private static IEnumerable<Shape> Boxes(Drawing page) => page.Marks.OfType<Shape>().Where(shape => shape.Look is
        Look.Problem or Look.Proposed or Look.Supported or Look.Contested or Look.Refuted or Look.Open or Look.Again or Look.Fold or Look.Gate);

    private static IEnumerable<string> Texts(Drawing page) => page.Marks.OfType<Lettering>().Select(line => line.Text);

    private static Area Inked(Lettering line)
    {
        var size = Cut.Of(line.Face).Size;
        return new(line.Start.X, line.Start.Y - (0.73f * size), line.Width, 0.95f * size);
    }

    // WCAG 2.2, relative luminance.
    private static double Contrast(string first, string second)
    {
        var (light, dark) = (Math.Max(Luminance(first), Luminance(second)), Math.Min(Luminance(first), Luminance(second)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(part => Convert.ToInt32(colour.Substring(1 + (2 * part), 2), 16) / 255d)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
