using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Boards;

/// <summary>Draws one row of a board: how it stands by border, by sign and by word; never by colour alone.</summary>
internal sealed class BandPen(Pen pen, Band band, Area box)
{
    private const float Radius = 14;
    private const float SignSize = 40;

    private BoardMark Is => band.Row.Is;

    private Tint Ink => Is == BoardMark.Leading ? Tint.Paper : Tint.Ink;

    private Tint Quiet => Is == BoardMark.Leading ? Tint.Paper : Tint.Quiet;

    public void Draw()
    {
        pen.Shape(box, Radius, LookOf(Is));
        if (Is == BoardMark.Active) pen.Shape(box, Radius, Look.RootCause);
        var top = box.Y + Band.PadY;
        if (Band.HasHead(band.Row))
        {
            Head(top);
            top += Band.HeadHeight;
        }

        foreach (var line in band.Lines)
        {
            var x = box.X + Band.PadX;
            foreach (var note in line)
            {
                Draw(note, x, top);
                x += note.Width + Band.Gutter;
            }

            top += line.Max(note => note.Height) + Band.Lead;
        }
    }

    private void Head(float top)
    {
        var x = box.X + Band.PadX;
        if (band.Row.Mark.Length > 0) x = pen.Text(band.Row.Mark, Face.Head, Ink, x, top) + 16;
        if (Is == BoardMark.Active && band.Row.Word.Length > 0) pen.Pill(band.Row.Word, Look.RootLabel, Tint.Paper, new(x, top, 0, SignSize), SignSize / 2);
        else pen.Text(band.Row.Word, Face.Head, TintOf(Is), x, top);
        Sign(new(box.Right - Band.PadX - SignSize, top, SignSize, SignSize));
    }

    private void Draw(Note note, float x, float top)
    {
        if (note.Head.Length > 0)
        {
            pen.Text(note.Head, Face.Head, Quiet, x, top);
            top += Cut.Of(Face.Head).Leading;
        }

        pen.Paragraph(note.Text, Face.Statement, Ink, x, top);
        pen.Paragraph(note.Quiet, Face.Quiet, Quiet, x, top + note.Text.Height(Face.Statement));
    }

    private void Sign(Area at)
    {
        switch (Is)
        {
            case BoardMark.Done:
                pen.Line(Look.SupportedSign, 0, new(at.X + 4, at.MiddleY + 2), new(at.X + 15, at.Bottom - 8), new(at.Right - 4, at.Y + 9));
                break;
            case BoardMark.Ended:
                pen.Line(Look.RefutedSign, 0, new(at.X + 6, at.Y + 6), new(at.Right - 6, at.Bottom - 6));
                pen.Line(Look.RefutedSign, 0, new(at.Right - 6, at.Y + 6), new(at.X + 6, at.Bottom - 6));
                break;
            case BoardMark.Asked:
                pen.Shape(at, SignSize / 2, Look.ContestedSign);
                pen.Text("?", Face.Head, Tint.Paper, at.MiddleX - (pen.Width("?", Face.Head) / 2), at.Y);
                break;
            case BoardMark.Plain or BoardMark.Leading or BoardMark.Active:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Look LookOf(BoardMark mark) => mark switch
    {
        BoardMark.Leading => Look.Problem,
        BoardMark.Plain or BoardMark.Active => Look.Again,
        BoardMark.Asked => Look.Contested,
        BoardMark.Done => Look.Supported,
        BoardMark.Ended => Look.Refuted,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Tint TintOf(BoardMark mark) => mark switch
    {
        BoardMark.Leading => Tint.Paper,
        BoardMark.Plain or BoardMark.Active => Tint.Quiet,
        BoardMark.Asked => Tint.Doubt,
        BoardMark.Done => Tint.Good,
        BoardMark.Ended => Tint.Bad,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
