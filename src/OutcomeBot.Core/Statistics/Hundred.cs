using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Shares as whole numbers that add up to exactly 100.</summary>
public static class Hundred
{
    /// <summary>What weights add up to.</summary>
    public const int Total = 100;

    // Sums of thirds leave a crumb in the last digit, and a crumb must not decide between equal remainders.
    private const int KeptDecimals = 12;

    /// <summary>
    /// Largest remainder (Hamilton): each share gets the whole part of its hundredth, and what is missing to 100 goes one by one to the
    /// largest parts left over; of equal ones the earlier goes first. Negative shares, and shares that are all 0, are refused.
    /// Source: M. L. Balinski, H. P. Young, Fair Representation (2001), appendix A.
    /// </summary>
    public static ImmutableArray<int> ByLargestRemainder(IReadOnlyList<decimal> shares)
    {
        var sum = shares.Sum();
        if (sum <= 0 || shares.Any(share => share < 0))
            throw new ArgumentException("Shares are 0 or more, and one of them is more.", nameof(shares));
        decimal[] quotas = [.. shares.Select(share => decimal.Round(share * Total / sum, KeptDecimals))];
        int[] whole = [.. quotas.Select(quota => (int)decimal.Floor(quota))];
        var rest = Total - whole.Sum();
        foreach (var item in Enumerable.Range(0, whole.Length).OrderByDescending(item => quotas[item] - whole[item]).Take(rest))
            whole[item]++;
        return [.. whole];
    }
}
