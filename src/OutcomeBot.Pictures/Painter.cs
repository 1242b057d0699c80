using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Boards;
using OutcomeBot.Pictures.Boxes;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Plots;
using OutcomeBot.Pictures.Trees;
using OutcomeBot.Pictures.Type;
using OutcomeBot.Pictures.Writers;
using OutcomeBot.Runtime;

namespace OutcomeBot.Pictures;

/// <summary>Draws trees of causes, series over time, boards, and how far people lie apart. One serves all threads.</summary>
public sealed class Painter : IPainter, IDisposable
{
    private readonly Typesetter _type = new();
    private readonly TreeDrawings _trees;
    private readonly PlotDrawings _plots;
    private readonly SpreadDrawings _spreads;
    private readonly BoardDrawings _boards;
    private readonly PngWriter _png;

    public Painter()
    {
        _trees = new(_type);
        _plots = new(_type);
        _spreads = new(_type);
        _boards = new(_type);
        _png = new(_type);
    }

    public IReadOnlyList<Picture> Png(Drawn drawn) => Png(drawn, int.MaxValue);

    public IReadOnlyList<Picture> Png(Drawn drawn, int longestSide) => [.. Pages(drawn).Select(page => _png.Picture(page, longestSide))];

    public string Svg(Drawn drawn) => SvgWriter.Write(drawn switch
    {
        Tree tree => _trees.Whole(tree),
        Plot plot => _plots.Of(plot),
        Spreads spreads => _spreads.Of(spreads),
        Board board => _boards.Whole(board),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public void Dispose() => _type.Dispose();

    private ImmutableArray<Drawing> Pages(Drawn drawn) => drawn switch
    {
        Tree tree => _trees.Pages(tree),
        Plot plot => [_plots.Of(plot)],
        Spreads spreads => [_spreads.Of(spreads)],
        Board board => _boards.Pages(board),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
