namespace OutcomeBot.Core.Statistics;

/// <summary>The value below which a share of a sample lies, in decimal arithmetic, by any of the nine rules that tools use.</summary>
/// <remarks>
/// Sources: R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996) 361-365, whose
/// numbers R has taken over. On small samples the rules differ, so whoever shows a quartile names its type.
/// </remarks>
public static class Quantiles
{
    /// <summary>The rule of this house, and of R, NumPy and Excel's QUARTILE.INC.</summary>
    public const QuantileType Default = QuantileType.R7;

    /// <summary>The quantile at a share between 0 and 1; an empty sample and any other share are refused.</summary>
    public static decimal Of(IEnumerable<decimal> values, decimal share, QuantileType type = Default)
    {
        decimal[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("A quantile needs at least one value.", nameof(values));
        if (share is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        var place = Place(sorted.Length, share, type);
        var below = (int)decimal.Floor(place);
        var upper = UpperShare(place - below, below, type);
        return ((1 - upper) * At(sorted, below)) + (upper * At(sorted, below + 1));
    }

    /// <summary>Where the quantile stands among n sorted values counted from 1.</summary>
    private static decimal Place(int n, decimal share, QuantileType type) => type switch
    {
        QuantileType.R1 or QuantileType.R2 or QuantileType.R4 => n * share,
        QuantileType.R3 => (n * share) - 0.5m,
        QuantileType.R5 => (n * share) + 0.5m,
        QuantileType.R6 => (n + 1) * share,
        QuantileType.R7 => ((n - 1) * share) + 1,
        QuantileType.R8 => ((((3 * n) + 1) * share) + 1) / 3,
        QuantileType.R9 => ((n + 0.25m) * share) + 0.375m,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There are nine types, R1 to R9."),
    };

    private static decimal UpperShare(decimal beyond, int below, QuantileType type) => type switch
    {
        QuantileType.R1 => beyond > 0 ? 1 : 0,
        QuantileType.R2 => beyond > 0 ? 1 : 0.5m,
        QuantileType.R3 => beyond == 0 && int.IsEvenInteger(below) ? 0 : 1,
        _ => beyond,
    };

    private static decimal At(decimal[] sorted, int place) => sorted[Math.Clamp(place, 1, sorted.Length) - 1];
}

/// <summary>The rule for a quantile, by its number in Hyndman and Fan and in R: R1 to R3 take values of the sample, R4 to R9 go between them.</summary>
public enum QuantileType
{
    /// <summary>Inverse of the empirical distribution; "nearest rank".</summary>
    R1 = 1,

    /// <summary>As R1, halfway where two values fit; SAS.</summary>
    R2,

    /// <summary>The nearest even place.</summary>
    R3,

    /// <summary>Straight lines through the empirical distribution.</summary>
    R4,

    /// <summary>Through the middles of its steps; Hazen.</summary>
    R5,

    /// <summary>Weibull; Excel's QUARTILE.EXC, Minitab, SPSS.</summary>
    R6,

    /// <summary>Gumbel; R, NumPy and Excel's QUARTILE.INC.</summary>
    R7,

    /// <summary>Nearly free of bias for the median whatever the distribution; MathNet.</summary>
    R8,

    /// <summary>Nearly free of bias where the sample is normal; Blom.</summary>
    R9,
}
