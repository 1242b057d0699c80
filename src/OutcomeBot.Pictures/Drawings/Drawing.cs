using System.Collections.Immutable;

namespace OutcomeBot.Pictures.Drawings;

/// <summary>A picture before it is written: what is where and what it means; the writers know colours and formats.</summary>
internal sealed record Drawing(string Title, string AltText, float Width, float Height, ImmutableArray<Mark> Marks);

/// <summary>A thing that is drawn; later ones lie on top.</summary>
internal abstract record Mark
{
    /// <summary>The node that this mark belongs to, when it belongs to one.</summary>
    public string? Node { get; init; }
}

/// <summary>A rectangle with round corners; half its height as radius makes it a pill or a disc.</summary>
internal sealed record Shape(Area Area, float Radius, Look Look) : Mark;

/// <summary>An open line through some points, its corners rounded by <paramref name="Bend"/>.</summary>
internal sealed record Stroke(ImmutableArray<Spot> Points, float Bend, Look Look) : Mark;

/// <summary>An area between straight lines, closed from the last point to the first.</summary>
internal sealed record Facet(ImmutableArray<Spot> Points, Look Look) : Mark;

/// <summary>One line of text: where its baseline starts and how wide it is set.</summary>
internal sealed record Lettering(string Text, Spot Start, float Width, Face Face, Tint Tint) : Mark
{
    /// <summary>How far a rim of paper goes around the letters, which keeps them readable across lines.</summary>
    public const float Rim = 5;

    public Ground Ground { get; init; }
}

/// <summary>What letters stand on: a plain area, or lines that may pass behind them.</summary>
internal enum Ground
{
    Plain,
    Lines,
}
