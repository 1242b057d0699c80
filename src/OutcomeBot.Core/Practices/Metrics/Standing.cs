using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Where a metric stands: signal or noise, trend, and how far it is from the lines drawn on it.</summary>
internal sealed record Standing(ImmutableArray<Reading> Readings, ProcessLimits? Limits, ImmutableArray<Signal> Signals, Trend? Trend, ThresholdForecast? Forecast)
{
    public static Standing Of(Kept kept)
    {
        var readings = kept.Readings.Where(reading => kept.Split is null || reading.AsOf >= kept.Split.From).ToImmutableArray();
        var values = readings.Select(reading => reading.Value).ToImmutableArray();
        var limits = kept.Limits?.Limits ?? ProcessLimits.Of(values);
        var signals = limits is null || values.Length < ProcessLimits.LeastPoints ? [] : ProcessBehaviour.Of(values, limits).Signals;
        return new(readings, limits, signals, Trend.Of(values), kept.Threshold is { } threshold ? Statistics.Forecast.Of(values, threshold.Limit, threshold.Beyond) : null);
    }

    /// <summary>The values since the process was last split.</summary>
    public ImmutableArray<decimal> Values { get; } = [.. Readings.Select(reading => reading.Value)];

    /// <summary>The signals that the newest value is part of.</summary>
    public ImmutableArray<Signal> Newest => [.. Signals.Where(signal => signal.Points.Contains(Readings.Length - 1))];

    /// <summary>How near the limit the newest value is.</summary>
    public static Danger DangerOf(Kept kept) => (kept.Threshold, kept.Last) switch
    {
        ({ } threshold, { Value: var value }) when IsBeyond(threshold, threshold.Limit, value) => Danger.Reached,
        ({ Warning: { } warning } threshold, { Value: var value }) when IsBeyond(threshold, warning, value) => Danger.Warned,
        ({ }, { }) when Of(kept).Forecast is Crossing => Danger.Forecast,
        _ => Danger.None,
    };

    /// <summary>Signal or noise, in a sentence.</summary>
    public Words Verdict(string unit) => (Values.Length, Limits) switch
    {
        (0, _) => "No value yet.",
        (1, _) or (_, null) => "One value so far, so there is nothing to compare it with.",
        var (n, limits) when Newest is [var signal, ..] => (Words)$"{"signal":strong}: {Lower(signal.Rule.Name)} · {Range(limits, unit, n)}",
        var (n, limits) => $"{"noise":strong}: routine variation, no signal · {Range(limits, unit, n)}",
    };

    /// <summary>Where it goes, in a few words.</summary>
    public string TrendWords(Better better) => Trend switch
    {
        null => $"too few values for a trend (n = {Values.Length})",
        { IsProven: true } trend when trend.Line.Slope > 0 => "rising" + Judged(better, Better.Higher),
        { IsProven: true } trend when trend.Line.Slope < 0 => "falling" + Judged(better, Better.Lower),
        { IsProven: true } => "level",
        var trend when Steps(step => step > 0) => $"higher every time{Judged(better, Better.Higher)}; {Proof(trend)}",
        var trend when Steps(step => step < 0) => $"lower every time{Judged(better, Better.Lower)}; {Proof(trend)}",
        var trend => $"no steady trend (n = {trend.N})",
    };

    /// <summary>When the threshold would be reached, as a range with its method and n; never a date.</summary>
    public string? ForecastWords(RiskThreshold threshold, string unit, string one, string many) => Forecast switch
    {
        null => null,
        AlreadyThere => $"{Quantity.Text(threshold.Limit, unit)} is reached",
        TooFewPoints few => $"{few.N} {(few.N == 1 ? "value is" : "values are")} too few for a forecast",
        Crossing crossing => $"{Quantity.Text(threshold.Limit, unit)} in {crossing.Within(one, many)} if it goes on so · {Method(crossing.Method)}, n = {crossing.N}{(crossing.MayLevelOff ? " · so few values can't rule out that it levels off" : "")}",
        NoCrossing { Reason: NoCrossingReason.MovesAway } none => $"moving away from {Quantity.Text(threshold.Limit, unit)} · n = {none.N}",
        NoCrossing { Reason: NoCrossingReason.NoTrend } none => $"no trend towards {Quantity.Text(threshold.Limit, unit)} · n = {none.N}",
        NoCrossing none => $"not within {none.Horizon} {(none.Horizon == 1 ? one : many)} · n = {none.N}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsBeyond(RiskThreshold threshold, decimal line, decimal value) =>
        threshold.Beyond == Heading.Up ? value >= line : value <= line;

    private bool Steps(Func<decimal, bool> holds) => Values.Skip(1).Zip(Values, (now, before) => now - before).All(holds);

    private static string Proof(Trend trend) => $"chance alone can do that with n = {trend.N}";

    private static string Judged(Better better, Better direction) => better switch
    {
        Better.Within => "",
        var wanted => wanted == direction ? ", which is better" : ", which is worse",
    };

    private static string Range(ProcessLimits? limits, string unit, int n) => limits is null ? "" :
        $"limits {MetricWords.Limits(limits, unit)}{(limits.IsProvisional ? $", provisional: {limits.Points} of {ProcessLimits.FirmPoints} points" : $", n = {n}")}";

    internal static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Method(ForecastMethod method) => method switch
    {
        ForecastMethod.SpreadOfExtrapolations => "spread of four straight extrapolations",
        ForecastMethod.PredictionInterval => "straight line with 80 % of new values",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>How near its threshold a metric is.</summary>
internal enum Danger
{
    None,

    /// <summary>A crossing is forecast.</summary>
    Forecast,

    /// <summary>In the warning band.</summary>
    Warned,

    /// <summary>At the limit or beyond it.</summary>
    Reached,
}
