using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>A named rule that tells exceptional from routine variation. A point exactly on the centre line is on neither side.</summary>
public abstract record DetectionRule(string Name)
{
    private const decimal SigmaInRanges = 1 / 1.128m;

    /// <summary>
    /// The rules used unless others are asked for: outside a limit, 8 in a row on one side, 3 of 4 nearer a limit than the
    /// centre line. Source: D. J. Wheeler, Understanding Variation (1993) and Making Sense of Data (2003), which count 8.
    /// </summary>
    public static ImmutableArray<DetectionRule> Wheeler { get; } =
    [
        new OutsideLimits(),
        new RunOnOneSide(8),
        new NearLimit("3 of 4 nearer a limit than the centre line", 3, 4, ProcessLimits.Scale / 2),
    ];

    /// <summary>Western Electric's four zones (Statistical Quality Control Handbook, 1956), with sigma = mean moving range / 1.128 as Lighthouse takes it.</summary>
    public static ImmutableArray<DetectionRule> WesternElectric { get; } =
    [
        new OutsideLimits(),
        new NearLimit("2 of 3 beyond 2 sigma", 2, 3, 2 * SigmaInRanges) { Marks = Marking.SameSide },
        new NearLimit("4 of 5 beyond 1 sigma", 4, 5, SigmaInRanges) { Marks = Marking.SameSide },
        new RunOnOneSide(8),
    ];

    /// <summary>NHS England's Making Data Count (NHSRplotthedots): 7 where Wheeler has 8, trends, and 2 of 3 beyond two thirds of the way to a limit.</summary>
    public static ImmutableArray<DetectionRule> MakingDataCount { get; } =
    [
        new OutsideLimits(),
        new SteadyTrend(7),
        new NearLimit("2 of 3 near a limit", 2, 3, ProcessLimits.Scale * 2 / 3) { Company = Company.SameSide },
        new RunOnOneSide(7),
    ];

    /// <summary>How many points in a row it looks at.</summary>
    public abstract int Span { get; }
}

/// <summary>One point strictly beyond a natural process limit.</summary>
public sealed record OutsideLimits() : DetectionRule("Outside the natural process limits")
{
    public override int Span => 1;
}

/// <summary>So many points in a row strictly on one side of the centre line.</summary>
public sealed record RunOnOneSide(int Count) : DetectionRule($"{Count} in a row on one side of the centre line")
{
    public override int Span => Count;
}

/// <summary>So many points in a row, each strictly higher (or lower) than the one before.</summary>
public sealed record SteadyTrend(int Count) : DetectionRule($"{Count} in a row rising or falling")
{
    public override int Span => Count;
}

/// <summary>At least so many of some points in a row strictly farther from the centre line, on one side, than <paramref name="Reach"/> mean moving ranges.</summary>
public sealed record NearLimit(string Name, int Least, int Of, decimal Reach) : DetectionRule(Name)
{
    public override int Span => Of;

    /// <summary>Whether the others of the window must lie on the same side too.</summary>
    public Company Company { get; init; }

    /// <summary>Which points of the window the signal names.</summary>
    public Marking Marks { get; init; }
}

/// <summary>Where the other points of a window may lie.</summary>
public enum Company
{
    Anywhere,
    SameSide,
}

/// <summary>Which points of a window a signal names: those far from the centre line, or all on that side of it.</summary>
public enum Marking
{
    Far,
    SameSide,
}
