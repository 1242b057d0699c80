using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Trees;

/// <summary>Draws one node: its state by border, by sign and by word; never by colour alone.</summary>
internal sealed class NodePen(Pen pen, Whole whole, Area box)
{
    private const float Radius = 14;
    private const float SignSize = 40;
    private const float MostMarkWidth = 210;

    private TreeNode Node => whole.Cause.Node;

    public void Draw()
    {
        var (look, word, tint) = State(Node.Is);
        pen.Shape(box, Radius, look);
        if (Node.IsRootCause)
            pen.Shape(box.Grown(7), Radius + 7, Look.RootCause);
        var top = box.Y + Bubble.PadY;
        Head(word, tint, top);
        top += Cut.Of(Face.Head).Leading + 2;
        pen.Paragraph(whole.Statement, whole.Face, StatementTint, box.X + Bubble.PadX, top);
        top += whole.Statement.Height(whole.Face) + 6;
        pen.Paragraph(whole.Quiet, Face.Quiet, Node.Is == CauseMark.Problem ? Tint.Paper : Tint.Quiet, box.X + Bubble.PadX, top);
    }

    private Tint StatementTint => Node.Is switch
    {
        CauseMark.Problem => Tint.Paper,
        CauseMark.Refuted or CauseMark.Open => Tint.Quiet,
        _ => Tint.Ink,
    };

    private void Head(string word, Tint tint, float top)
    {
        var x = box.X + Bubble.PadX;
        if (MarkText() is { Length: > 0 } mark)
            x = pen.Text(mark, Face.Head, Node.Is == CauseMark.Problem ? Tint.Paper : Tint.Ink, x, top) + 16;
        pen.Text(word, Face.Head, tint, x, top);
        var sign = new Area(box.Right - Bubble.PadX - SignSize, top, SignSize, SignSize);
        Sign(sign);
        if (!Node.IsRootCause)
            return;
        var right = Node.Is == CauseMark.Problem ? sign.Right : sign.X - 14;
        var width = pen.PillWidth("Root cause", SignSize);
        pen.Pill("Root cause", Look.RootLabel, Tint.Paper, new(right - width, top, width, SignSize), SignSize / 2);
    }

    private string MarkText()
    {
        var mark = Node.Mark;
        while (mark.Length > 1 && pen.Width(mark, Face.Head) > MostMarkWidth)
            mark = CleanText.Of(mark, mark.Length - 2).Text;
        return mark;
    }

    private void Sign(Area at)
    {
        switch (Node.Is)
        {
            case CauseMark.Supported:
                pen.Line(Look.SupportedSign, 0, new(at.X + 4, at.MiddleY + 2), new(at.X + 15, at.Bottom - 8), new(at.Right - 4, at.Y + 9));
                break;
            case CauseMark.Refuted:
                pen.Line(Look.RefutedSign, 0, new(at.X + 6, at.Y + 6), new(at.Right - 6, at.Bottom - 6));
                pen.Line(Look.RefutedSign, 0, new(at.Right - 6, at.Y + 6), new(at.X + 6, at.Bottom - 6));
                break;
            case CauseMark.Contested:
                pen.Shape(at, SignSize / 2, Look.ContestedSign);
                pen.Text("?", Face.Head, Tint.Paper, at.MiddleX - (pen.Width("?", Face.Head) / 2), at.Y);
                break;
            case CauseMark.Proposed:
                pen.Shape(at.Grown(-4), (SignSize / 2) - 4, Look.ProposedSign);
                break;
            case CauseMark.Open:
                pen.Shape(at.Grown(-4), (SignSize / 2) - 4, Look.OpenSign);
                break;
            case CauseMark.Problem:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static (Look Look, string Word, Tint Tint) State(CauseMark mark) => mark switch
    {
        CauseMark.Problem => (Look.Problem, "Problem", Tint.Paper),
        CauseMark.Proposed => (Look.Proposed, "Proposed", Tint.Quiet),
        CauseMark.Supported => (Look.Supported, "Supported", Tint.Good),
        CauseMark.Contested => (Look.Contested, "Contested", Tint.Doubt),
        CauseMark.Refuted => (Look.Refuted, "Refuted", Tint.Bad),
        CauseMark.Open => (Look.Open, "Open", Tint.Quiet),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
