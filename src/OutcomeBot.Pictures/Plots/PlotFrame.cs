using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>The part of a picture in which the series stands: its scales, the lines across it and their names at the right.</summary>
internal sealed record PlotFrame(Plot Plot, Area Room, ValueScale Values, TimeScale Time, ImmutableArray<(LineName Line, Paragraph Words)> Names)
{
    /// <summary>Between the frame and what stands beside it.</summary>
    public const float Gap = 22;

    private const float BaselineRow = 62;
    private const float MostNameWidth = 330;
    private const float Inset = 34;
    private const float NameGap = 8;
    private const float LeastHeight = 400;

    /// <summary>A frame between these heights of a picture; both ends leave half a line for the names there.</summary>
    public static PlotFrame Of(Plot plot, Typesetter type, Area canvas)
    {
        var half = Cut.Of(Face.Axis).Leading / 2;
        var top = canvas.Y + half + (plot.Baseline is null ? 0 : BaselineRow);
        var values = ValueScale.Of(plot, top, canvas.Bottom);
        var names = Named(plot, values, type);
        var namesWidth = names.SelectMany(name => name.Words.Lines).Select(line => type.Width(line, Face.Axis)).DefaultIfEmpty(-Gap).Max();
        var left = canvas.X + values.Ticks.Max(tick => type.Width(TickText(plot, values, tick), Face.Axis)) + Gap;
        var room = new Area(left, top, canvas.Right - Gap - namesWidth - left, canvas.Bottom - top);
        return new(plot, room, values, TimeScale.Of(plot, room.X + Inset, room.Right - Inset), names);
    }

    /// <summary>How high a frame must be so that the names of all its lines have room below one another.</summary>
    public static float HeightFor(Plot plot, Typesetter type) =>
        Math.Max(LeastHeight, Named(plot, ValueScale.Of(plot, 0, 1), type).Sum(name => name.Words.Height(Face.Axis) + NameGap)) + (plot.Baseline is null ? 0 : BaselineRow);

    public string Figure(decimal value) => Figures.Of(Plot, value);

    public string TickText(decimal tick) => TickText(Plot, Values, tick);

    public Spot At(LocalDate day, decimal value) => new(Time.At(day), Values.At(value));

    /// <summary>The names from top to bottom, each as near to its line as the others leave room.</summary>
    public ImmutableArray<(LineName Line, Paragraph Words, float Top)> SpreadNames()
    {
        var placed = Names
            .OrderByDescending(name => name.Line.Value)
            .Select(name => (name.Line, name.Words, Top: Values.At(name.Line.Value) - (name.Words.Height(Face.Axis) / 2)))
            .ToArray();
        var half = Cut.Of(Face.Axis).Leading / 2;

        // Down from the top so that none covers the one above, then up from the bottom so that none leaves the frame.
        var from = Room.Y - half;
        for (var index = 0; index < placed.Length; index++)
        {
            placed[index].Top = Math.Max(placed[index].Top, from);
            from = placed[index].Top + placed[index].Words.Height(Face.Axis) + NameGap;
        }

        var to = Room.Bottom + half;
        for (var index = placed.Length - 1; index >= 0; index--)
        {
            placed[index].Top = Math.Min(placed[index].Top, to - placed[index].Words.Height(Face.Axis));
            to = placed[index].Top - NameGap;
        }

        return [.. placed];
    }

    private static ImmutableArray<(LineName Line, Paragraph Words)> Named(Plot plot, ValueScale values, Typesetter type) =>
        [.. LineNames.Of(plot).Where(line => values.Shows(line.Value)).Select(line => (line, type.Wrap(line.Words, new(Face.Axis, MostNameWidth))))];

    // A sign stands at every number of the axis; a word would only repeat what the subtitle says.
    private static string TickText(Plot plot, ValueScale values, decimal tick) =>
        Figures.Of(tick, values.Decimals, Figures.Suffix(plot) is { Length: 1 } sign ? sign : "");
}
