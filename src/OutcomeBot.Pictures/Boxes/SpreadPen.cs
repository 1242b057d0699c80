using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Boxes;

/// <summary>Draws the rows of a spread: grid, thin line, box, mean, median, and where the median was before.</summary>
internal sealed class SpreadPen(Pen pen, SpreadFrame frame)
{
    private const float MeanRadius = 12;
    private const float Diamond = 15;
    private const float Overhang = 10;
    private const float LeastBox = 12;
    private const float EndCap = 14;

    public void Draw()
    {
        Axis();
        if (frame.Rows.IsEmpty)
            Empty();
        foreach (var row in frame.Rows)
        {
            Words(row);
            Before(row);
            Marks(row);
        }
    }

    private void Axis()
    {
        var written = float.NegativeInfinity;
        foreach (var tick in frame.Values.Ticks)
        {
            var (x, text) = (frame.Values.At(tick), frame.TickText(tick));
            pen.Line(tick == 0 ? Look.Tick : Look.GridLine, 0, new(x, frame.Room.Y), new(x, frame.Room.Bottom));
            var start = frame.Room.Grown(SpreadFrame.Gap).Centred(x, pen.Width(text, Face.Axis));

            // Long numbers would run into one another: then some lines stay without.
            if (start > written)
                written = pen.Text(text, Face.Axis, Tint.Quiet, start, frame.Room.Bottom + 14) + (SpreadFrame.Gap / 2);
        }
    }

    private void Empty()
    {
        const string words = "No values yet";
        pen.Text(words, Face.Statement, Tint.Quiet, frame.Room.Centred(frame.Room.MiddleX, pen.Width(words, Face.Statement)), frame.Room.MiddleY, Ground.Lines);
    }

    private void Words(PlacedRow row)
    {
        pen.Paragraph(row.Label, Face.Axis, Tint.Ink, frame.Left, row.Middle - (row.Label.Height(Face.Axis) / 2));
        var x = frame.Room.Right + SpreadFrame.Gap;
        var top = row.Middle - ((Cut.Of(Face.Value).Leading + Cut.Of(Face.Axis).Leading) / 2);
        pen.Text(row.Median, Face.Value, Tint.Ink, x, top);
        pen.Text(row.Half, Face.Axis, Tint.Quiet, x, top + Cut.Of(Face.Value).Leading);
    }

    private void Marks(PlacedRow row)
    {
        if (row.Row.Low < row.Row.High)
            Box(row);
        var x = At(row.Row.Median);
        pen.Line(Look.SpreadMedian, 0, new(x, row.Middle - SpreadFrame.HalfBox - Overhang), new(x, row.Middle + SpreadFrame.HalfBox + Overhang));
        if (row.Row.Low < row.Row.High)
            pen.Disc(new(At(row.Row.Mean), row.Middle), MeanRadius, Look.Point);
    }

    private void Box(PlacedRow row)
    {
        var (low, high) = (At(row.Row.Low), At(row.Row.High));
        pen.Line(Look.SpreadWhisker, 0, new(low, row.Middle), new(high, row.Middle));
        foreach (var end in (float[])[low, high])
            pen.Line(Look.SpreadWhisker, 0, new(end, row.Middle - EndCap), new(end, row.Middle + EndCap));
        var (from, to) = (At(row.Row.LowerQuartile), At(row.Row.UpperQuartile));
        var width = Math.Max(LeastBox, to - from);
        pen.Shape(new(((from + to) / 2) - (width / 2), row.Middle - SpreadFrame.HalfBox, width, 2 * SpreadFrame.HalfBox), 6, Look.SpreadBox);
    }

    // Below the box, so that it is seen beside a median that hasn't moved; the line shows how far it went.
    private void Before(PlacedRow row)
    {
        if (row.Row.Before is not { } before)
            return;
        var (x, y, now) = (At(before), row.Middle + SpreadFrame.BeforeDrop, At(row.Row.Median));
        pen.Line(Look.SpreadMove, 0, new(x, y), new(now, y), new(now, row.Middle + SpreadFrame.HalfBox + Overhang));
        pen.Facet(Look.SpreadBefore, new(x, y - Diamond), new(x + Diamond, y), new(x, y + Diamond), new(x - Diamond, y));
    }

    private float At(decimal value) => frame.Values.At(value);
}
