using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Trees;

/// <summary>A measured box of a row: a node, a node said again on a further page, or a note about folded ones.</summary>
internal abstract record Bubble(Cause Cause, int Depth, float BoxHeight)
{
    public const float Width = 700;
    public const float PadX = 26;
    public const float PadY = 20;
    public const float Inner = Width - (2 * PadX);
    public const float GateHeight = 46;
    public const float GateGap = 18;

    // Sentences are easiest to read, and boxes calmest, at about half a column of a newspaper.
    public const int LettersPerLine = 34;

    /// <summary>Whether the word for how its causes combine stands under this box.</summary>
    public virtual bool HasGate => Cause.HasGate;

    /// <summary>The box and the word under it.</summary>
    public float Height => BoxHeight + (HasGate ? GateGap + GateHeight : 0);
}

/// <summary>A node, drawn whole.</summary>
internal sealed record Whole(Cause Cause, Paragraph Statement, Paragraph Quiet, float BoxHeight) : Bubble(Cause, Cause.Depth, BoxHeight)
{
    public static Whole Of(Cause cause, Typesetter type, int mostLines)
    {
        var statement = type.Wrap(cause.Node.Text, new(Letters(cause), Inner, LettersPerLine, mostLines));
        var quiet = type.Wrap(cause.Node.Quiet, new(Face.Quiet, Inner, TextRoom.Any, 3));
        var height = (2 * PadY) + Cut.Of(Face.Head).Leading + statement.Height(Letters(cause)) + quiet.Height(Face.Quiet);
        return new(cause, statement, quiet, height + (quiet.Lines.IsEmpty ? 4 : 10));
    }

    public Face Face => Letters(Cause);

    private static Face Letters(Cause cause) => cause.Node.Is == CauseMark.Problem ? Face.Problem : Face.Statement;
}

/// <summary>A node said again in one line, so that a further page can be read alone.</summary>
internal sealed record Again(Cause Cause, string Line) : Bubble(Cause, Cause.Depth, Cut.Of(Face.Quiet).Leading + 24)
{
    public static Again Of(Cause cause, Typesetter type)
    {
        var text = (cause.Parent is null ? "Problem:" : cause.Node.Mark) + " " + cause.Node.Text;
        return new(cause, type.Wrap(text, new(Face.Quiet, Inner, TextRoom.Any, 1)).Lines.FirstOrDefault(""));
    }
}

/// <summary>A note about causes that are counted and not drawn; it stands where they would.</summary>
internal sealed record Fold(Cause Cause, string Sentence) : Bubble(Cause, Cause.Depth + 1, Cut.Of(Face.Quiet).Leading + 24)
{
    public override bool HasGate => false;
}
