using System.Collections.Frozen;

namespace OutcomeBot.Pictures.Drawings;

/// <summary>What a shape or a line stands for.</summary>
internal enum Look
{
    Canvas,
    Problem,
    Proposed,
    Supported,
    Contested,
    Refuted,
    Open,
    RootCause,
    RootLabel,
    Again,
    Fold,
    Gate,
    Link,
    ProposedSign,
    SupportedSign,
    ContestedSign,
    RefutedSign,
    OpenSign,
    GridLine,
    ZeroLine,
    Tick,
    Series,
    Point,
    SignalRing,
    Leader,
    RoutineBand,
    ProcessLimit,
    CentreLine,
    Baseline,
    Target,
    Threshold,
    WarningBand,
    WarningLine,
    NearHaze,
    FarHaze,
    FarthestHaze,
    Course,
}

/// <summary>How a look is drawn: fill, line, thickness, and the pattern of its dashes.</summary>
internal sealed record Coat(Tint Fill, Tint Line, float Thickness, params float[] Dashes)
{
    private static readonly FrozenDictionary<Look, Coat> s_coats = new Dictionary<Look, Coat>
    {
        [Look.Canvas] = new(Tint.Paper, Tint.None, 0),
        [Look.Problem] = new(Tint.Ink, Tint.None, 0),
        [Look.Proposed] = new(Tint.Paper, Tint.Quiet, 3, 14, 9),
        [Look.Supported] = new(Tint.GoodWash, Tint.Good, 3),
        [Look.Contested] = new(Tint.DoubtWash, Tint.Doubt, 3),
        [Look.Refuted] = new(Tint.Wash, Tint.Rule, 3),
        [Look.Open] = new(Tint.Paper, Tint.Rule, 3, 3, 8),
        [Look.RootCause] = new(Tint.None, Tint.Ink, 7),
        [Look.RootLabel] = new(Tint.Ink, Tint.None, 0),
        [Look.Again] = new(Tint.Wash, Tint.None, 0),
        [Look.Fold] = new(Tint.Wash, Tint.None, 0),
        [Look.Gate] = new(Tint.Paper, Tint.Ink, 3),
        [Look.Link] = new(Tint.None, Tint.Rule, 3),
        [Look.ProposedSign] = new(Tint.None, Tint.Quiet, 4, 7, 6),
        [Look.SupportedSign] = new(Tint.None, Tint.Good, 6),
        [Look.ContestedSign] = new(Tint.Doubt, Tint.None, 0),
        [Look.RefutedSign] = new(Tint.None, Tint.Bad, 6),
        [Look.OpenSign] = new(Tint.None, Tint.Rule, 4, 3, 6),
        [Look.GridLine] = new(Tint.None, Tint.Grid, 2),
        [Look.ZeroLine] = new(Tint.None, Tint.Ink, 3),
        [Look.Tick] = new(Tint.None, Tint.Rule, 3),
        [Look.Series] = new(Tint.None, Tint.Accent, 6),
        [Look.Point] = new(Tint.Accent, Tint.Paper, 3),
        [Look.SignalRing] = new(Tint.Paper, Tint.Ink, 6),
        [Look.Leader] = new(Tint.None, Tint.Quiet, 2),
        [Look.RoutineBand] = new(Tint.Wash, Tint.None, 0),
        [Look.ProcessLimit] = new(Tint.None, Tint.Quiet, 3, 6, 9),
        [Look.CentreLine] = new(Tint.None, Tint.Quiet, 3),
        [Look.Baseline] = new(Tint.None, Tint.Quiet, 3),
        [Look.Target] = new(Tint.None, Tint.Good, 5, 22, 10),
        [Look.Threshold] = new(Tint.None, Tint.Bad, 5),
        [Look.WarningBand] = new(Tint.DoubtWash, Tint.None, 0),
        [Look.WarningLine] = new(Tint.None, Tint.Doubt, 3, 12, 5, 3, 5),
        [Look.NearHaze] = new(Tint.Haze, Tint.None, 0),
        [Look.FarHaze] = new(Tint.PaleHaze, Tint.None, 0),
        [Look.FarthestHaze] = new(Tint.PalestHaze, Tint.None, 0),
        [Look.Course] = new(Tint.None, Tint.Accent, 4, 10, 9),
    }.ToFrozenDictionary();

    /// <summary>The coat of a look: the one table that both writers follow.</summary>
    public static Coat Of(Look look) => s_coats[look];
}
