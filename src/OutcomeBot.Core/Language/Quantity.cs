using System.Globalization;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Language;

/// <summary>A number and its unit, as people type and read them: <c>57</c>, <c>57 days</c>, <c>-16%</c>, <c>7,250</c>.</summary>
public readonly partial record struct Quantity(decimal Value, string Unit)
{
    /// <summary>No number with its unit is longer. A bound on the text bounds the work; a bound on the time would fail people's turns whenever the machine is busy.</summary>
    private const int Longest = 120;

    /// <summary>Reads a whole text; null when it isn't a number that can be read in one way only, and the name of a unit.</summary>
    public static Quantity? Read(string text)
    {
        var typed = text.Trim();
        if (typed.Length > Longest) return null;
        var match = Shape().Match(typed.Replace('\u2212', '-'));
        return match.Success && decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new Quantity(value, UnitOf(match.Groups["unit"].Value.Trim()))
            : null;
    }

    /// <summary>The number, grouped. What was typed with up to two decimals stands as it is; what was computed is rounded to what says something.</summary>
    public static string Text(decimal value) => Rounded(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>The number with its unit: 5.2 %, 88 days, 2,275.</summary>
    public static string Text(decimal value, string unit) => unit.Length == 0 ? Text(value) : $"{Text(value)} {unit}";

    /// <summary>The number with its sign and unit, for changes.</summary>
    public static string WithSign(decimal value, string unit = "") => value > 0 ? "+" + Text(value, unit) : Text(value, unit);

    private static decimal Rounded(decimal value) => (Math.Abs(value), value.Scale) switch
    {
        (_, <= 2) => value,
        ( >= 1, _) => decimal.Round(value, 1, MidpointRounding.AwayFromZero),
        ( >= 0.1m, _) => decimal.Round(value, 2, MidpointRounding.AwayFromZero),
        _ => decimal.Round(value, 6, MidpointRounding.AwayFromZero),
    };

    private static string UnitOf(string typed) => typed.ToLowerInvariant() switch
    {
        "percent" or "per cent" or "pct" => "%",
        "percentage points" or "percentage point" or "ppt" => "pp",
        _ => typed,
    };

    // A comma is read only where it groups thousands: in "1,5" it could be either.
    [GeneratedRegex(@"\A(?<number>[+-]?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,10})?)(?<unit>(\s*[%\p{L}\p{Sc}/\u00b0\u00b2\u00b3]+(\s+[\p{L}/]+){0,3})?)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
