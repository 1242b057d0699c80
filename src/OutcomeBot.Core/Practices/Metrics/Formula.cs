using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>How a metric follows from others, period by period.</summary>
/// <param name="Kind">The arithmetic.</param>
/// <param name="Parts">The metrics by name, in the order they are written.</param>
public sealed partial record Formula(FormulaKind Kind, ImmutableArray<string> Parts)
{
    /// <summary>The most metrics that one formula takes.</summary>
    public const int MostParts = 12;

    /// <summary>For a sum: which parts are taken away.</summary>
    public ImmutableArray<bool> Minus { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Reads <c>growth of revenue</c>, <c>share of net-profit in revenue</c>, <c>revenue - cogs</c>, <c>rnd / items</c>; null for anything else.</summary>
    public static Formula? Of(string text)
    {
        var line = text.Trim().TrimStart('=').Trim();
        if (Growth().Match(line) is { Success: true } growth) return Fitting(new(FormulaKind.Growth, [growth.Groups["a"].Value.Trim()]));
        if (Share().Match(line) is { Success: true } share) return Fitting(new(FormulaKind.Share, [share.Groups["a"].Value.Trim(), share.Groups["b"].Value.Trim()]));
        if (line.Split(" / ") is [var over, var under]) return Fitting(new(FormulaKind.Ratio, [over.Trim(), under.Trim()]));
        var parts = Operator().Split(line);
        return parts.Length < 3 ? null : Fitting(new(FormulaKind.Sum, [.. parts.Where((_, index) => index % 2 == 0).Select(part => part.Trim())])
        {
            Minus = [false, .. parts.Where((_, index) => index % 2 == 1).Select(sign => sign.Trim() != "+")],
        });
    }

    /// <summary>The unit of the result; null when the parts can't be put together so.</summary>
    public string? UnitOf(IReadOnlyList<string> units) => Kind switch
    {
        FormulaKind.Growth => Unit.Percent,
        FormulaKind.Share => Unit.Same(units[0], units[1]) ? Unit.Percent : null,
        FormulaKind.Ratio when Unit.Same(units[0], units[1]) => "",
        FormulaKind.Ratio => $"{units[0]} per {(units[1].Length == 0 ? "item" : units[1])}".Trim(),
        FormulaKind.Sum when !units.All(unit => Unit.Same(unit, units[0])) => null,

        // What two shares differ by is counted in points; what they come to together is a share.
        FormulaKind.Sum => units[0] == Unit.Percent && Minus.Contains(true) ? Unit.PercentagePoints : units[0],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The value from the parts' values; for growth the value before and the value now. Null when nothing can be divided by.</summary>
    public decimal? Value(IReadOnlyList<decimal> values) => Kind switch
    {
        FormulaKind.Growth => values[0] <= 0 ? null : Kept(100 * (values[1] - values[0]) / values[0]),
        FormulaKind.Share => values[1] == 0 ? null : Kept(100 * values[0] / values[1]),
        FormulaKind.Ratio => values[1] == 0 ? null : Kept(values[0] / values[1]),
        FormulaKind.Sum => values.Select((value, index) => Minus[index] ? -value : value).Sum(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The formula as it is typed.</summary>
    public override string ToString() => Kind switch
    {
        FormulaKind.Growth => $"growth of {Parts[0]}",
        FormulaKind.Share => $"share of {Parts[0]} in {Parts[1]}",
        FormulaKind.Ratio => $"{Parts[0]} / {Parts[1]}",
        FormulaKind.Sum => Parts[0] + string.Concat(Parts.Skip(1).Select((part, index) => $" {(Minus[index + 1] ? '-' : '+')} {part}")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public bool Equals(Formula? other) => other is not null && Kind == other.Kind && Parts.SequenceEqual(other.Parts) && Minus.SequenceEqual(other.Minus);

    public override int GetHashCode() => Parts.Aggregate((int)Kind, HashCode.Combine);

    // More digits than any reader wants, and few enough that the stored text is the same wherever it was divided.
    private static decimal Kept(decimal value) => decimal.Round(value, 10, MidpointRounding.AwayFromZero);

    private static Formula? Fitting(Formula formula) =>
        formula.Parts.Length <= MostParts && formula.Parts.All(part => part.Length is > 0 and <= MetricName.Longest) ? formula : null;

    [GeneratedRegex(@"\Agrowth (of |in )?(?<a>.+)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Growth();

    [GeneratedRegex(@"\A(share|percentage|%) (of )?(?<a>.+?) (in|of) (?<b>.+)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Share();

    [GeneratedRegex(@"\s([-+−–])\s")]
    private static partial Regex Operator();
}

/// <summary>The arithmetic of a formula.</summary>
public enum FormulaKind
{
    /// <summary>Parts added and taken away.</summary>
    Sum,

    /// <summary>The change from the period before, in per cent of it.</summary>
    Growth,

    /// <summary>The first as per cent of the second.</summary>
    Share,

    /// <summary>The first for each of the second.</summary>
    Ratio,
}
