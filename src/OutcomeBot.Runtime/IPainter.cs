using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>Draws the blocks that are pictures: for chat as PNG, for the page as SVG, from one drawing.</summary>
public interface IPainter
{
    /// <summary>A PNG, 1600 pixels wide or more; several pages when one would not be readable.</summary>
    IReadOnlyList<Picture> Png(Drawn drawn);

    /// <summary>The same, no side longer than so many pixels, for a platform that refuses larger ones.</summary>
    IReadOnlyList<Picture> Png(Drawn drawn, int longestSide) => Png(drawn);

    /// <summary>One SVG that follows the page's colours and can be read aloud.</summary>
    string Svg(Drawn drawn);
}

/// <summary>A picture with its words.</summary>
public sealed record Picture(byte[] Png, int Width, int Height, string AltText);
