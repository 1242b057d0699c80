using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Numbers as a newspaper writes them: a true minus, commas between thousands, and millions in words.</summary>
internal static class Figures
{
    /// <summary>Beyond this no axis is readable; larger values are drawn at it.</summary>
    private const decimal Largest = 1e18m;

    private const int MostSuffixLetters = 12;
    private const int MostDecimals = 8;

    private static readonly (decimal From, string Word)[] s_words = [(1e12m, " tn"), (1e9m, " bn"), (1e6m, " m")];

    public static string Of(decimal value, int decimals, string suffix = "")
    {
        var size = Math.Abs(value);
        var (unit, word) = size < 1e7m ? (1, "") : s_words.First(step => size >= step.From);
        var digits = word.Length == 0
            ? size.ToString("N" + Math.Clamp(decimals, 0, MostDecimals), CultureInfo.InvariantCulture)
            : (size / unit).ToString("#,0.##", CultureInfo.InvariantCulture);
        var isZero = digits.All(letter => letter is '0' or '.' or ',');
        return (value < 0 && !isZero ? "−" : "") + digits + word + suffix;
    }

    /// <summary>A value of a plot with its unit.</summary>
    public static string Of(Plot plot, decimal value) => Of(value, plot.Unit.Decimals, Suffix(plot));

    /// <summary>A value that somebody chose, with the decimals they gave it and no more.</summary>
    public static string AsGiven(Plot plot, decimal value) => Of(value, Decimals(value), Suffix(plot));

    /// <summary>A value with as many decimals as it needs, and no more than its unit shows.</summary>
    public static string Short(decimal value, PlotUnit unit, string suffix = "") =>
        Of(value, Decimals(decimal.Round(value, Math.Clamp(unit.Decimals, 0, MostDecimals), MidpointRounding.AwayFromZero)), suffix);

    /// <summary>How many decimals a value has.</summary>
    public static int Decimals(decimal value) => Enumerable.Range(0, MostDecimals).FirstOrDefault(places => decimal.Round(value, places) == value, MostDecimals);

    /// <summary>The unit as it stands behind a number, with the blank before it when it is a word.</summary>
    public static string Suffix(Plot plot) => Suffix(plot.Unit);

    public static string Suffix(PlotUnit unit) => CleanText.Of(unit.Suffix, MostSuffixLetters).Text is { Length: > 0 } suffix && char.IsWhiteSpace(unit.Suffix[0])
        ? "\u00a0" + suffix
        : CleanText.Of(unit.Suffix, MostSuffixLetters).Text;

    public static decimal Bounded(decimal value) => Math.Clamp(value, -Largest, Largest);
}
