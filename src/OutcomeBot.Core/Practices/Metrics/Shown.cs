using System.Globalization;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Numbers as people read them: grouped, with their unit, and no more digits than say something.</summary>
internal static class Shown
{
    /// <summary>The number with its unit: 5.2 %, 88 days, 2,275.</summary>
    public static string Value(decimal value, string unit) => unit.Length == 0 ? Number(value) : $"{Number(value)} {unit}";

    /// <summary>What was typed with up to two decimals stands as it is; what was computed is rounded.</summary>
    public static string Number(decimal value) => Rounded(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>The number with its sign, for changes.</summary>
    public static string Signed(decimal value, string unit) => value > 0 ? "+" + Value(value, unit) : Value(value, unit);

    /// <summary>A change as it is said: in the unit, and for what is no percentage also as a share of what was.</summary>
    public static string Change(decimal was, decimal now, string unit)
    {
        var absolute = Signed(now - was, unit == Unit.Percent ? Unit.PercentagePoints : unit);
        return unit is Unit.Percent or Unit.PercentagePoints || was <= 0 ? absolute : $"{absolute} ({Signed(100 * (now - was) / was, Unit.Percent)})";
    }

    private static decimal Rounded(decimal value) => (Math.Abs(value), value.Scale) switch
    {
        (_, <= 2) => value,
        ( >= 1, _) => decimal.Round(value, 1, MidpointRounding.AwayFromZero),
        ( >= 0.1m, _) => decimal.Round(value, 2, MidpointRounding.AwayFromZero),
        _ => decimal.Round(value, 6, MidpointRounding.AwayFromZero),
    };
}
