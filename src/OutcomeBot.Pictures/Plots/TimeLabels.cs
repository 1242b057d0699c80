using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>A name under the picture, and whether it stands for time to come.</summary>
internal sealed record TimeLabel(string Text, float X, float Width, bool IsAhead)
{
    private const int MostLetters = 18;
    private const float Gap = 24;

    private Area Area => new(X, 0, Width, 1);

    /// <summary>As many names as have room: the first and the last always, the others in even steps.</summary>
    public static ImmutableArray<TimeLabel> Of(Plot plot, TimeScale time, Typesetter type, Area canvas)
    {
        List<TimeLabel> all =
        [
            .. plot.Points.Select(point => Placed(point.Label, time.At(point.At), isAhead: false)),
            .. (plot.Forecast?.Ahead ?? []).Select(outlook => Placed(outlook.Label, time.At(outlook.At), isAhead: true)),
        ];
        if (all.Count < 2)
            return [.. all];
        TimeLabel[] ends = IsClear(all[0], all[^1]) ? [all[0], all[^1]] : [all[^1]];
        for (var step = 1; step < all.Count; step++)
        {
            var steps = all.Where((_, index) => index % step == 0).ToList();
            if (steps.Zip(steps.Skip(1)).All(pair => IsClear(pair.First, pair.Second)))
                return [.. steps.Where(label => ends.All(end => IsClear(label, end))), .. ends];
        }

        return [.. ends];

        TimeLabel Placed(string text, float middle, bool isAhead)
        {
            var clean = CleanText.Of(text, MostLetters).Text;
            var width = type.Width(clean, Face.Axis);
            return new(clean, canvas.Centred(middle, width), width, isAhead);
        }
    }

    private static bool IsClear(TimeLabel one, TimeLabel other) => !one.Area.Grown(Gap / 2).Overlaps(other.Area.Grown(Gap / 2));
}
