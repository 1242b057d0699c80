namespace OutcomeBot.Pictures.Drawings;

/// <summary>A way of setting text, by its part in the picture.</summary>
internal enum Face
{
    Title,
    Subtitle,
    Statement,
    Problem,
    Head,
    Label,
    Quiet,
    Footnote,
    Axis,
    Value,
}

/// <summary>Size, leading and weight of a face, in pixels of a drawing that is 1600 wide.</summary>
internal sealed record Cut(float Size, float Leading, bool SemiBold)
{
    public static Cut Of(Face face) => face switch
    {
        Face.Title => new(54, 66, true),
        Face.Subtitle => new(36, 48, false),
        Face.Statement => new(36, 47, false),
        Face.Problem => new(36, 47, true),
        Face.Head => new(30, 40, true),
        Face.Label => new(28, 40, true),
        Face.Quiet => new(30, 39, false),
        Face.Footnote => new(28, 38, false),
        Face.Axis => new(36, 46, false),
        Face.Value => new(38, 48, true),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
