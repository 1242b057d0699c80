namespace OutcomeBot.Pictures.Drawings;

/// <summary>A colour by its part in the picture.</summary>
internal enum Tint
{
    None,
    Paper,
    Ink,
    Quiet,
    Rule,
    Wash,
    Good,
    GoodWash,
    Doubt,
    DoubtWash,
    Bad,
    Grid,
    Accent,
    Haze,
    PaleHaze,
    PalestHaze,
}

/// <summary>The colours in light and in dark; every text colour keeps 4.5:1 on its ground (a test computes it).</summary>
internal static class Tints
{
    public static string Light(Tint tint) => tint switch
    {
        Tint.None => "none",
        Tint.Paper => "#ffffff",
        Tint.Ink => "#1b1b1f",
        Tint.Quiet => "#55565c",
        Tint.Rule => "#8f9096",
        Tint.Wash => "#f1f1f3",
        Tint.Good => "#0e6b2b",
        Tint.GoodWash => "#f1f8f2",
        Tint.Doubt => "#8a4b00",
        Tint.DoubtWash => "#fef6ea",
        Tint.Bad => "#a8202d",
        Tint.Grid => "#dedee2",
        Tint.Accent => "#0f6cbd",
        Tint.Haze => "#c3ddf3",
        Tint.PaleHaze => "#d8e9f7",
        Tint.PalestHaze => "#e8f2fa",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Dark(Tint tint) => tint switch
    {
        Tint.None => "none",
        Tint.Paper => "#1c1c1f",
        Tint.Ink => "#f2f2f4",
        Tint.Quiet => "#b6b7bd",
        Tint.Rule => "#7d7e85",
        Tint.Wash => "#2a2a2f",
        Tint.Good => "#7ccf8f",
        Tint.GoodWash => "#1d2a20",
        Tint.Doubt => "#f2b35e",
        Tint.DoubtWash => "#2f271a",
        Tint.Bad => "#f49aa3",
        Tint.Grid => "#3a3a40",
        Tint.Accent => "#62abf5",
        Tint.Haze => "#24476a",
        Tint.PaleHaze => "#203a55",
        Tint.PalestHaze => "#1e3045",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
