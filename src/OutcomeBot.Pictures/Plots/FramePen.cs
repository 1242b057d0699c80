using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Draws what stands behind a series: bands, grid, the lines across and their names.</summary>
internal sealed class FramePen(Pen pen, PlotFrame frame)
{
    private readonly Area _room = frame.Room;

    public void Draw()
    {
        Bands();
        foreach (var tick in frame.Values.Ticks)
            Tick(tick);
        foreach (var (line, _) in frame.Names)
            Across(line.Value, line.Look);
        foreach (var (line, name, top) in frame.SpreadNames())
            pen.Paragraph(name, Face.Axis, line.Tint, _room.Right + PlotFrame.Gap, top);
        if (frame.Plot.Target is { By: { } by } target && frame.Time.Shows(by) && frame.Values.Shows(target.Value))
            Until(frame.Time.At(by), frame.Values.At(target.Value));
        if (frame.Plot.Baseline is { } baseline && baseline.First >= 0 && baseline.First <= baseline.Last && baseline.Last < frame.Plot.Points.Length)
            Baseline(baseline);
    }

    private void Bands()
    {
        if (frame.Plot.Limits is { } limits)
            Band(limits.Lower, limits.Upper, Look.RoutineBand);
        if (frame.Plot.Threshold is { Warning: { } warning } threshold)
            Band(Math.Min(warning, threshold.Limit), Math.Max(warning, threshold.Limit), Look.WarningBand);
        if (frame.Plot is { Forecast: { } forecast, Points: [.., var last] })
            Haze(frame.At(last.At, last.Value), forecast);
    }

    // Behind the lines: where it meets the limit is what the reader looks for.
    private void Haze(Spot last, PlotForecast forecast)
    {
        var (low, high) = (last, last);
        for (var index = 0; index < forecast.Ahead.Length; index++)
        {
            var outlook = forecast.Ahead[index];
            var (nextLow, nextHigh) = (frame.At(outlook.At, outlook.Low), frame.At(outlook.At, outlook.High));
            pen.Facet(index switch { 0 => Look.NearHaze, 1 => Look.FarHaze, _ => Look.FarthestHaze }, low, high, nextHigh, nextLow);
            (low, high) = (nextLow, nextHigh);
        }
    }

    private void Band(decimal low, decimal high, Look look)
    {
        var (top, bottom) = (frame.Values.At(high), frame.Values.At(low));
        if (bottom > top)
            pen.Shape(new(_room.X, top, _room.Width, bottom - top), 0, look);
    }

    private void Tick(decimal tick)
    {
        var hasZeroInside = tick == 0 && frame.Values.Low < 0;
        Across(tick, hasZeroInside ? Look.ZeroLine : Look.GridLine);
        var text = frame.TickText(tick);
        pen.Text(text, Face.Axis, Tint.Quiet, _room.X - PlotFrame.Gap - pen.Width(text, Face.Axis), frame.Values.At(tick) - (Cut.Of(Face.Axis).Leading / 2));
    }

    private void Across(decimal value, Look look)
    {
        var y = frame.Values.At(value);
        pen.Line(look, 0, new(_room.X, y), new(_room.Right, y));
    }

    // A short upright stroke ends the target where it is due.
    private void Until(float x, float y) => pen.Line(Look.Tick, 0, new(x, y - 20), new(x, y + 20));

    private void Baseline(PlotSpan span)
    {
        var (from, to) = (frame.Time.At(frame.Plot.Points[span.First].At), frame.Time.At(frame.Plot.Points[span.Last].At));
        var y = _room.Y - 12;
        pen.Line(Look.Baseline, 0, new(from, y + 12), new(from, y), new(to, y), new(to, y + 12));
        var words = $"Baseline: {span.Last - span.First + 1} {(span.Last == span.First ? "point" : "points")}";
        var x = _room.Centred((from + to) / 2, pen.Width(words, Face.Axis));
        pen.Text(words, Face.Axis, Tint.Quiet, x, y - Cut.Of(Face.Axis).Leading - 4);
    }
}
