using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>One small picture for anything drawn.</summary>
public sealed class PaintedSquare : IPainter
{
    public IReadOnlyList<Picture> Png(Drawn drawn) => [new Picture([1, 2, 3], 1600, 900, drawn.AltText)];

    public string Svg(Drawn drawn) => "<svg/>";
}
