using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Trees;

/// <summary>Draws the boxes of a page and the lines between them.</summary>
internal sealed class TreePen(Pen pen, Spread spread)
{
    private const float Bend = 14;

    public void Draw()
    {
        foreach (var parent in spread.Boxes.Where(box => box.Bubble is not Fold))
            Links(parent);
        foreach (var parent in spread.Boxes.Where(box => box.Bubble.HasGate))
            Gate(parent);
        foreach (var placed in spread.Boxes)
            Box(placed);
    }

    private void Links(Placed parent)
    {
        foreach (var child in spread.Boxes.Where(box => IsChild(box, parent)))
        {
            var from = spread.IsSideBySide ? new Spot(parent.Box.Right, parent.Box.MiddleY) : new Spot(Elbow(child), parent.Box.Bottom);
            var to = new Spot(child.Box.X, Entrance(child));
            if (spread.IsSideBySide && Math.Abs(from.Y - to.Y) > 1)
                pen.Line(Look.Link, Bend, from, new(Elbow(child), from.Y), new(Elbow(child), to.Y), to);
            else if (spread.IsSideBySide)
                pen.Line(Look.Link, 0, from, to);
            else
                pen.Line(Look.Link, Bend, from, new(Elbow(child), to.Y), to);
        }
    }

    private void Gate(Placed parent)
    {
        var (word, meaning, radius) = parent.Bubble.Cause.Node.Children == Branching.And
            ? ("AND", "all are needed together", 4)
            : ("OR", "any one is enough", Bubble.GateHeight / 2);
        var width = pen.PillWidth(word, Bubble.GateHeight);
        var middle = spread.IsSideBySide ? parent.Box.Right + spread.Elbow : parent.Box.X + spread.Step - spread.Elbow;
        var x = spread.IsSideBySide ? middle - (width / 2) : Math.Max(parent.Box.X, middle - (width / 2));
        var y = spread.IsSideBySide ? parent.Box.MiddleY - (Bubble.GateHeight / 2) : parent.Box.Bottom + Bubble.GateGap;
        var right = pen.Pill(word, Look.Gate, Tint.Ink, new(x, y, width, Bubble.GateHeight), radius);
        if (!spread.IsSideBySide)
            pen.Text(meaning, Face.Quiet, Tint.Quiet, right + 14, y + ((Bubble.GateHeight - Cut.Of(Face.Quiet).Leading) / 2));
    }

    private void Box(Placed placed)
    {
        switch (placed.Bubble)
        {
            case Whole whole:
                pen.Node = whole.Cause.Node.Id;
                new NodePen(pen, whole, placed.Box).Draw();
                pen.Node = null;
                break;
            case Again again:
                var isProblem = again.Cause.Parent is null;
                OneLine(again.Line, isProblem ? Look.Problem : Look.Again, isProblem ? Tint.Paper : Tint.Quiet, placed.Box);
                break;
            case Fold fold:
                OneLine(fold.Sentence, Look.Fold, Tint.Quiet, placed.Box);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void OneLine(string text, Look look, Tint tint, Area box)
    {
        pen.Shape(box, Bend, look);
        pen.Text(text, Face.Quiet, tint, box.X + Bubble.PadX, box.MiddleY - (Cut.Of(Face.Quiet).Leading / 2));
    }

    private float Elbow(Placed child) => child.Box.X - spread.Elbow;

    // Lines arrive at the first line of a box, where its mark is; at a box beside its parent, in the middle.
    private float Entrance(Placed child) => spread.IsSideBySide || child.Bubble is not Whole
        ? child.Box.MiddleY
        : child.Box.Y + Bubble.PadY + (Cut.Of(Face.Head).Leading / 2);

    private static bool IsChild(Placed box, Placed parent) =>
        box.Bubble is Fold fold ? fold.Cause == parent.Bubble.Cause : box.Bubble.Cause.Parent == parent.Bubble.Cause;
}
