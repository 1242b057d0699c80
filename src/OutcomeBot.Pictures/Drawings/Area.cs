namespace OutcomeBot.Pictures.Drawings;

/// <summary>A point of a drawing, in pixels from the top left.</summary>
internal readonly record struct Spot(float X, float Y)
{
    public float DistanceTo(Spot other) => MathF.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    /// <summary>The spot this far from here on the way to another one.</summary>
    public Spot Towards(Spot other, float distance) =>
        DistanceTo(other) is var all && all == 0 ? this : new(X + ((other.X - X) * distance / all), Y + ((other.Y - Y) * distance / all));
}

/// <summary>A rectangle of a drawing.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public float MiddleX => X + (Width / 2);

    public float MiddleY => Y + (Height / 2);

    /// <summary>The same rectangle, larger by this much on every side (smaller when negative).</summary>
    public Area Grown(float by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));

    /// <summary>Where something this wide starts whose middle should be here: it stays inside, and at the left when it is too wide.</summary>
    public float Centred(float middle, float width) => MathF.Max(X, MathF.Min(middle - (width / 2), Right - width));

    /// <summary>The spot of this rectangle that is nearest to another one.</summary>
    public Spot Nearest(Spot spot) => new(Math.Clamp(spot.X, X, Right), Math.Clamp(spot.Y, Y, Bottom));

    public bool Overlaps(Area other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Holds(Area other) =>
        X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;
}
