using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Finds room for words beside the point they belong to, so that they cover neither the series nor one another.</summary>
internal sealed class LabelRoom(Area room)
{
    // The rim around letters keeps them readable on a line; on other words or on a point nothing would.
    private const float OnLine = 3;
    private const float OnPoint = 14;
    private const float OnWords = 60;
    private const float SamplingStep = 16;

    private static readonly float[] s_distances = [24, 40, 60, 85, 120, 160, 210, 270, 340];
    private static readonly float[] s_shifts = [0, -0.3f, 0.3f, -0.5f, 0.5f, -0.75f, 0.75f];

    private readonly List<(Area Area, float Weight)> _taken = [];

    public void TakePoint(Spot spot, float radius) => _taken.Add((new Area(spot.X, spot.Y, 0, 0).Grown(radius), OnPoint));

    public void TakeWords(Area area) => _taken.Add((area, OnWords));

    /// <summary>A line across the picture or an area behind it: words may stand there, but would rather not.</summary>
    public void TakeGround(Area area) => _taken.Add((area, 0.5f));

    /// <summary>A line of the series, as small squares along it.</summary>
    public void TakeLine(Spot from, Spot to)
    {
        var steps = (int)(from.DistanceTo(to) / SamplingStep) + 1;
        for (var step = 0; step < steps; step++)
            if (from.Towards(to, from.DistanceTo(to) * step / steps) is var spot)
                _taken.Add((new Area(spot.X, spot.Y, 0, 0).Grown(6), OnLine));
    }

    /// <summary>The best place for words of this size beside a point, and how bad it is.</summary>
    public (Area Place, float Cost) Beside(Spot point, float width, float height) =>
        Candidates(point, width, height).Select(place => (place, Cost(place, point))).MinBy(place => place.Item2);

    /// <summary>Whether words here cover neither other words nor a point.</summary>
    public bool IsFree(Area place) => !_taken.Exists(taken => taken.Weight >= OnPoint && taken.Area.Overlaps(place));

    private IEnumerable<Area> Candidates(Spot point, float width, float height)
    {
        foreach (var distance in s_distances)
        {
            foreach (var shift in s_shifts)
            {
                var x = room.Centred(point.X + (shift * width), width);
                yield return new(x, point.Y - distance - height, width, height);
                yield return new(x, point.Y + distance, width, height);
            }

            foreach (var lift in s_shifts)
            {
                yield return new(point.X - distance - width, point.Y - (height / 2) + (lift * height), width, height);
                yield return new(point.X + distance, point.Y - (height / 2) + (lift * height), width, height);
            }
        }
    }

    private float Cost(Area place, Spot point)
    {
        if (!room.Holds(place))
            return float.MaxValue;
        var away = place.Nearest(point).DistanceTo(point) + (0.15f * Math.Abs(place.MiddleX - point.X));
        return away + _taken.Where(taken => taken.Area.Overlaps(place.Grown(5))).Sum(taken => taken.Weight * Shared(place.Grown(5), taken.Area));
    }

    private static float Shared(Area one, Area other) =>
        6 + MathF.Sqrt((Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X)) * (Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y)));
}
