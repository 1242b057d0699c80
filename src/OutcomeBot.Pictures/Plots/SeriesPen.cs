using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Draws the series itself: forecast, line, points, rings around the exceptional ones, and the words beside them.</summary>
internal sealed class SeriesPen(Pen pen, PlotFrame frame)
{
    private const int MostPointsWithDots = 60;
    private const int MostPointsWithValues = 6;
    private const float DotRadius = 10;
    private const float Headroom = 24;

    // Farther from its point than this, a label needs a line to it.
    private const float LeaderFrom = 44;

    // Words beside a point stand in one line or in two short ones, wherever they disturb less.
    private static readonly float[] s_widths = [640, 400];

    // A label at the top may reach into the blank above the frame.
    private readonly LabelRoom _labels = new(frame.Plot.Baseline is null ? frame.Room with { Y = frame.Room.Y - Headroom, Height = frame.Room.Height + Headroom } : frame.Room);
    private readonly Plot _plot = frame.Plot;

    // Rings of many points side by side would hide the line that they stand on.
    private readonly float _ring = frame.Plot.Points.Length > MostPointsWithDots ? 9 : 17;

    public void Draw()
    {
        if (_plot.Points.IsEmpty)
        {
            Empty();
            return;
        }

        Spot[] spots = [.. _plot.Points.Select(point => frame.At(point.At, point.Value))];
        Forecast(spots[^1]);
        if (spots.Length > 1)
            pen.Line(Look.Series, 0, [.. spots]);
        Dots(spots);
        Occupy(spots);
        Words(spots);
    }

    private void Empty()
    {
        const string words = "No readings yet";
        pen.Text(words, Face.Value, Tint.Quiet, frame.Room.MiddleX - (pen.Width(words, Face.Value) / 2), frame.Room.MiddleY - 80);
    }

    private void Forecast(Spot last)
    {
        var (low, high, likely) = (last, last, ImmutableArray.Create(last));
        foreach (var outlook in _plot.Forecast?.Ahead ?? [])
        {
            likely = likely.Add(frame.At(outlook.At, outlook.Likely));
            _labels.TakeLine(likely[^2], likely[^1]);
            _labels.TakeLine(low, frame.At(outlook.At, outlook.Low));
            _labels.TakeLine(high, frame.At(outlook.At, outlook.High));
            (low, high) = (frame.At(outlook.At, outlook.Low), frame.At(outlook.At, outlook.High));
        }

        if (likely.Length > 1)
            pen.Line(Look.Course, 0, likely);
    }

    private void Dots(Spot[] spots)
    {
        var signals = SignalNotes.Points(_plot);
        for (var index = 0; index < spots.Length; index++)
            if (signals.Contains(index))
                pen.Disc(spots[index], _ring, Look.SignalRing);
            else if (spots.Length <= MostPointsWithDots || index == spots.Length - 1)
                pen.Disc(spots[index], DotRadius, Look.Point);
    }

    private void Occupy(Spot[] spots)
    {
        foreach (var spot in spots)
            _labels.TakePoint(spot, _ring);
        for (var index = 1; index < spots.Length; index++)
            _labels.TakeLine(spots[index - 1], spots[index]);
        foreach (var (line, _) in frame.Names)
            Across(line.Value);
        if (frame.Values.Low < 0)
            Across(0);

        void Across(decimal value) => _labels.TakeGround(new(frame.Room.X, frame.Values.At(value) - 4, frame.Room.Width, 8));
    }

    /// <summary>The last value first: it is what the reader looks for; then what is exceptional, the forecast, and the others where room is left.</summary>
    private void Words(Spot[] spots)
    {
        var valued = new HashSet<int>();
        Value(spots.Length - 1, mustStand: true);

        // A single point leaves its label less choice than a run does.
        foreach (var signal in SignalNotes.Named(_plot).OrderBy(signal => signal.Points.Length))
        {
            var telling = signal.Points[signal.Points.Length / 2];
            var value = signal.Points.Length == 1 && valued.Add(telling) ? Said(telling) : "";
            Beside(spots[telling], mustStand: true, SignalNotes.Words(signal), Tint.Ink, value);
        }

        if (_plot.Forecast is { Ahead: [.., var end] } forecast)
            Beside(frame.At(end.At, end.Likely), mustStand: true, CleanText.Of(forecast.Words, 60).Text, Tint.Accent, "");
        for (var index = 0; index < spots.Length; index += spots.Length <= MostPointsWithValues ? 1 : spots.Length)
            Value(index, mustStand: false);

        void Value(int index, bool mustStand)
        {
            if (valued.Add(index))
                Beside(spots[index], mustStand, "", Tint.Ink, Said(index));
        }
    }

    private string Said(int index) => frame.Figure(_plot.Points[index].Value);

    /// <summary>Words and a value beside a point; those that need not stand are left out where they would cover something.</summary>
    private void Beside(Spot spot, bool mustStand, string words, Tint tint, string value)
    {
        if (words.Length + value.Length == 0)
            return;
        var ((place, _), lines) = s_widths
            .Select(width => Lines(words, width, tint, value))
            .Select(lines => (_labels.Beside(spot, lines.Max(line => line.Width), lines.Sum(line => Cut.Of(line.Face).Leading)), lines))
            .MinBy(found => found.Item1.Cost);
        if (!mustStand && !_labels.IsFree(place))
            return;
        _labels.TakeWords(place);
        var edge = place.Nearest(spot);
        if (edge.DistanceTo(spot) > LeaderFrom)
        {
            pen.Line(Look.Leader, 0, edge, spot.Towards(edge, _ring + 2));
            _labels.TakeLine(edge, spot);
        }

        var top = place.Y;
        foreach (var line in lines)
        {
            pen.Text(line.Text, line.Face, line.Tint, place.Centred(spot.X, line.Width), top, Ground.Lines);
            top += Cut.Of(line.Face).Leading;
        }
    }

    private ImmutableArray<Line> Lines(string words, float width, Tint tint, string value) =>
    [
        .. pen.Wrap(words, new(Face.Axis, width)).Lines.Select(line => new Line(line, Face.Axis, tint, pen.Width(line, Face.Axis))),
        .. value.Length == 0 ? [] : (Line[])[new(value, Face.Value, Tint.Ink, pen.Width(value, Face.Value))],
    ];

    private sealed record Line(string Text, Face Face, Tint Tint, float Width);
}
