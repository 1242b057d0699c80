using System.Collections.Immutable;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Trees;

/// <summary>A box and where it stands.</summary>
internal sealed record Placed(Bubble Bubble, Area Box);

/// <summary>
/// Where the boxes of a page stand. Every level is a step further right. Two levels stand side by side; a deeper tree keeps
/// its letters large by making the steps shorter than a box is wide, and each box then stands below the one before it.
/// </summary>
internal sealed record Spread(ImmutableArray<Placed> Boxes, float Height, float Step, bool IsSideBySide)
{
    // Where the line from above turns towards its box.
    private const float MostElbow = 44;

    /// <summary>How far left of a box the line runs that comes from its parent.</summary>
    public float Elbow => IsSideBySide ? (Step - Bubble.Width) / 2 : Math.Min(Step / 2, MostElbow);

    public static Spread Of(Sheet sheet, int levels, Area room)
    {
        var step = levels < 2 ? 0 : Math.Min((room.Width - Bubble.Width) / (levels - 1), Bubble.Width + 120);
        return levels == 2 && sheet.Bubbles[0] is Whole problem && SideBySide(sheet, problem, room, step) is { } beside
            ? beside
            : Stepped(sheet, room, step);
    }

    private static Spread Stepped(Sheet sheet, Area room, float step)
    {
        var boxes = ImmutableArray.CreateBuilder<Placed>(sheet.Bubbles.Length);
        var y = room.Y;
        foreach (var bubble in sheet.Bubbles)
        {
            boxes.Add(new(bubble, new(room.X + (step * bubble.Depth), y, Bubble.Width, bubble.BoxHeight)));
            y += bubble.Height + Sheet.Gap;
        }

        return new(boxes.ToImmutable(), y - Sheet.Gap - room.Y, step, false);
    }

    // A line that is almost straight looks like a mistake: the problem moves up or down a little to make it so.
    private static Area Aligned(Area problem, IEnumerable<Placed> causes, Area room)
    {
        var bend = causes.Select(cause => cause.Box.MiddleY - problem.MiddleY).MinBy(Math.Abs);
        var moved = problem with { Y = problem.Y + bend };
        return Math.Abs(bend) < Bubble.GateHeight && room.Holds(moved) ? moved : problem;
    }

    private static Spread? SideBySide(Sheet sheet, Whole problem, Area room, float step)
    {
        var causes = sheet.Bubbles[1..];
        var causesHeight = causes.Sum(cause => cause.BoxHeight) + (Sheet.Gap * (causes.Length - 1));
        var height = Math.Max(causesHeight, problem.BoxHeight);
        if (height > room.Height)
            return null;
        var boxes = ImmutableArray.CreateBuilder<Placed>(sheet.Bubbles.Length);
        var y = room.Y + ((height - causesHeight) / 2);
        foreach (var cause in causes)
        {
            boxes.Add(new(cause, new(room.X + step, y, Bubble.Width, cause.BoxHeight)));
            y += cause.BoxHeight + Sheet.Gap;
        }

        var top = room.Y + ((height - problem.BoxHeight) / 2);
        boxes.Insert(0, new(problem, Aligned(new(room.X, top, Bubble.Width, problem.BoxHeight), boxes, room with { Height = height })));
        return new(boxes.ToImmutable(), height, step, true);
    }
}
