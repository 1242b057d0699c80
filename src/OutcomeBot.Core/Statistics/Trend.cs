namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Whether a series has a trend and how steep it is, in units of the series per period: a rank test with an exact or
/// approximate p value, the median slope with its interval, and the least-squares line. Values up to 1e15 in size are right.
/// </summary>
public sealed record Trend(int N, MannKendall Test, TheilSen MedianSlope, StraightLine Line)
{
    /// <summary>Two points always lie on a line.</summary>
    public const int LeastPoints = 3;

    /// <summary>A p value below this is called a trend.</summary>
    public const double Risk = 0.05;

    /// <summary>Whether chance alone would seldom make so steady a series. Below five points it never can: 2 of 4! orders are 8 %.</summary>
    public bool IsProven => Test.P < Risk;

    /// <summary>The trend; none when there are fewer than three points.</summary>
    public static Trend? Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < LeastPoints)
            return null;
        var test = MannKendall.Of(values);
        return new(values.Count, test, TheilSen.Of(values, test), StraightLine.Of(values));
    }
}
