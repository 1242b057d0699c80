using System.Globalization;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A number as people type it, with whatever follows it: <c>57</c>, <c>57 days</c>, <c>-16%</c>, <c>7,250</c>.</summary>
internal readonly partial record struct Quantity(decimal Value, string Unit)
{
    /// <summary>Reads a whole text; null when it doesn't begin with a number that can be read in one way only.</summary>
    public static Quantity? Read(string text)
    {
        var match = Shape().Match(text.Trim().Replace('−', '-'));
        return match.Success && decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new Quantity(value, UnitOf(match.Groups["unit"].Value.Trim()))
            : null;
    }

    /// <summary>The number as people write it, without zeros that say nothing.</summary>
    public static string Text(decimal value) => value.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    /// <summary>The number with its unit.</summary>
    public static string Text(decimal value, string unit) => unit.Length == 0 ? Text(value) : $"{Text(value)} {unit}";

    private static string UnitOf(string typed) => typed.ToLowerInvariant() switch
    {
        "percent" or "per cent" or "pct" => "%",
        "percentage points" or "percentage point" or "ppt" => "pp",
        _ => typed,
    };

    // A comma is read only where it groups thousands: in "1,5" it could be either.
    [GeneratedRegex(@"\A(?<number>[+-]?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,10})?)(?![\d,.])(?<unit>.{0,30})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
