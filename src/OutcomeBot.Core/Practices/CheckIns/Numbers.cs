using System.Globalization;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Numbers as people answer with them.</summary>
internal static partial class Numbers
{
    /// <summary>The value of "88", "-5.2 %" or "88 days"; null when it does not begin with a number.</summary>
    public static decimal? Read(string text) =>
        Value().Match(text) is { Success: true } match
        && decimal.TryParse(match.Groups["value"].Value.Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    [GeneratedRegex(@"\A\s*(?<value>[-+\u2212]?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,10})?)(\s*[%\p{L}/]+(\s+[\p{L}/]+){0,3})?\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Value();
}
