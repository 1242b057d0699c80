using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Any series with anything known about it, dates that repeat and numbers of every size included.</summary>
internal static class RandomPlots
{
    private static readonly LocalDate s_first = new(2024, 2, 28);

    private static readonly Gen<decimal> s_value = Gen.OneOf(
        Gen.Int[-50, 50].Select(number => (decimal)number),
        Gen.Int[-1_000_000, 1_000_000].Select(number => number / 100m),
        Gen.OneOf(0m, 1e-9m, -1e-9m, 1e15m, -1e15m, decimal.MaxValue, decimal.MinValue));

    private static readonly Gen<string> s_words = Gen.OneOf("", "Q1", "a", "Week of 1 June 2026", "漢字", "\ud800", "8 in a row on one side of the centre line", new string('x', 200), "−20% in 1 to 2 quarters");

    private static readonly Gen<LocalDate> s_day = Gen.Int[0, 900].Select(s_first.PlusDays);

    public static Gen<Plot> UpTo(int points) =>
        Gen.Select(s_words, Gen.Select(s_day, s_value, s_words, (day, value, label) => new PlotPoint(day, value, label)).Array[0, points], Gen.OneOf("%", " days", "", " €"), Gen.Int[0, 4])
            .Select((title, made, suffix, decimals) => new Plot(title, "n", "f", "Said aloud.", new PlotUnit(suffix, decimals), [.. made.OrderBy(point => point.At)]))
            .Select(
                Gen.Select(s_value, s_day, (value, by) => new PlotTarget(value, by)).Null(),
                Gen.Select(s_value, s_value, s_value, (centre, lower, upper) => new PlotLimits(centre, Math.Min(lower, upper), Math.Max(lower, upper))).Null(),
                Gen.Select(s_words, s_value, s_value, (name, limit, warning) => new PlotThreshold(name, limit, warning)).Null(),
                Gen.Select(s_words, Gen.Int[-1, points].Array[0, 5], (rule, signalled) => new PlotSignal(rule, [.. signalled])).Array[0, 5])
            .Select((plot, target, limits, threshold, signals) => plot with { Target = target, Limits = limits, Threshold = threshold, Signals = [.. signals] })
            .Select(
                Gen.Select(Gen.Int[-1, points], Gen.Int[-1, points], (first, last) => new PlotSpan(first, last)).Null(),
                Gen.Select(s_words, s_value, s_value, (words, low, high) => new PlotForecast(words, [new(s_first.PlusDays(930), "next", Math.Min(low, high), low, Math.Max(low, high))])).Null())
            .Select((plot, baseline, forecast) => plot with { Baseline = baseline, Forecast = forecast });
}
