using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Plots;
using OutcomeBot.Pictures.Trees;
using OutcomeBot.Pictures.Type;
using OutcomeBot.Pictures.Writers;
using OutcomeBot.Runtime;

namespace OutcomeBot.Pictures;

/// <summary>Draws trees of causes and series over time. One serves all threads.</summary>
public sealed class Painter : IPainter, IDisposable
{
    private readonly Typesetter _type = new();
    private readonly TreeDrawings _trees;
    private readonly PlotDrawings _plots;
    private readonly PngWriter _png;

    public Painter()
    {
        _trees = new(_type);
        _plots = new(_type);
        _png = new(_type);
    }

    public IReadOnlyList<Picture> Png(Drawn drawn) => Png(drawn, int.MaxValue);

    public IReadOnlyList<Picture> Png(Drawn drawn, int longestSide) => [.. Pages(drawn).Select(page => _png.Picture(page, longestSide))];

    public string Svg(Drawn drawn) => SvgWriter.Write(drawn switch
    {
        Tree tree => _trees.Whole(tree),
        Plot plot => _plots.Of(plot),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public void Dispose() => _type.Dispose();

    private ImmutableArray<Drawing> Pages(Drawn drawn) => drawn switch
    {
        Tree tree => _trees.Pages(tree),
        Plot plot => [_plots.Of(plot)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
