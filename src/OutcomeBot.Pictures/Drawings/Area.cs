namespace OutcomeBot.Pictures.Drawings;

/// <summary>A point of a drawing, in pixels from the top left.</summary>
internal readonly record struct Spot(float X, float Y);

/// <summary>A rectangle of a drawing.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public float MiddleX => X + (Width / 2);

    public float MiddleY => Y + (Height / 2);

    /// <summary>The same rectangle, larger by this much on every side (smaller when negative).</summary>
    public Area Grown(float by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));

    public bool Overlaps(Area other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Holds(Area other) =>
        X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;
}
