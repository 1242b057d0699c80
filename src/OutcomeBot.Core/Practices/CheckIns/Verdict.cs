using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Statistics;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Whether the newest value of a metric is a signal or noise, and by which rule.</summary>
/// <param name="IsSignal">Whether a rule names the newest value.</param>
/// <param name="Sentence">The same in words, with the limits and n.</param>
internal sealed record Verdict(bool IsSignal, string Sentence)
{
    /// <summary>The newest value against the locked limits or, while none are locked, against limits from all values.</summary>
    public static Verdict Of(Metric metric) => Of(metric, metric.Values);

    /// <summary>The newest of these values.</summary>
    public static Verdict Of(Metric metric, ImmutableArray<MetricValue> shown)
    {
        var values = shown.Select(value => value.Value).ToImmutableArray();
        if ((metric.Limits?.Limits ?? ProcessLimits.Of(values)) is not { } limits)
            return new Verdict(false, $"Signal or noise can't be told yet: n = {shown.Length}, {ProcessLimits.LeastPoints} values are the least and {ProcessLimits.FirmPoints} make firm limits.");
        var signals = ProcessBehaviour.Of(values, limits).SignalsAt(values.Length - 1).ToImmutableArray();
        var natural = $"{MetricWords.Limits(limits)}{(limits.IsProvisional ? $", provisional with {limits.Points} values" : "")}, n = {shown.Length}";
        return signals.IsEmpty
            ? new Verdict(false, $"Noise: routine variation within the natural process limits ({natural}). No rule names this value.")
            : new Verdict(true, $"Signal{Sense(metric.Better, signals[0].Heading)}: {char.ToLowerInvariant(signals[0].Rule.Name[0])}{signals[0].Rule.Name[1..]} ({natural}).");
    }

    /// <summary>How often a reminder would have asked in the 13 weeks before, going by signals alone; null where there is nothing to go by.</summary>
    public static (int Asked, int Dates)? Replayed(Metric metric, Cadence cadence, LocalDate today)
    {
        var (asked, dates) = (0, 0);
        for (var date = cadence.After(today.PlusDays(-92)); date < today; date = cadence.After(date))
        {
            var known = metric.Values.Where(value => value.AsOf <= date).ToImmutableArray();
            if (known.IsEmpty) continue;
            dates++;
            if (Of(metric, known).IsSignal) asked++;
        }

        return dates == 0 ? null : (asked, dates);
    }

    private static string Sense(Better better, Heading heading) => (better, heading) switch
    {
        (Better.Higher, Heading.Up) or (Better.Lower, Heading.Down) => ", the right way",
        (Better.Higher, Heading.Down) or (Better.Lower, Heading.Up) => ", the wrong way",
        _ => "",
    };
}
