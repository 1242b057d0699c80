using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Writers;

/// <summary>A rounded corner of a stroke: the curve goes from <paramref name="In"/> to <paramref name="Out"/> around the point itself.</summary>
internal readonly record struct Corner(Spot In, Spot Out)
{
    public static Corner Of(Stroke stroke, int index) => new(
        Towards(stroke.Points[index], stroke.Points[index - 1], stroke.Bend),
        Towards(stroke.Points[index], stroke.Points[index + 1], stroke.Bend));

    private static Spot Towards(Spot from, Spot to, float distance)
    {
        var length = MathF.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
        var share = length == 0 ? 0 : Math.Min(distance, length / 2) / length;
        return new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
    }
}
