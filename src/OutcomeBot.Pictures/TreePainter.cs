using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Trees;
using OutcomeBot.Pictures.Type;
using OutcomeBot.Pictures.Writers;
using OutcomeBot.Runtime;

namespace OutcomeBot.Pictures;

/// <summary>Draws trees of causes. One serves all threads.</summary>
public sealed class TreePainter : IPainter, IDisposable
{
    private readonly Typesetter _type = new();
    private readonly TreeDrawings _drawings;
    private readonly PngWriter _png;

    public TreePainter()
    {
        _drawings = new(_type);
        _png = new(_type);
    }

    public IReadOnlyList<Picture> Png(Tree tree) =>
        [.. _drawings.Pages(tree).Select(page =>
            new Picture(_png.Write(page), (int)MathF.Ceiling(page.Width), (int)MathF.Ceiling(page.Height), page.AltText))];

    public string Svg(Tree tree) => SvgWriter.Write(_drawings.Whole(tree));

    public void Dispose() => _type.Dispose();
}
