using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The reminder of a target: value, change, signal or noise, distance and pace, and the oldest thing that is open. It asks only when there is reason to.</summary>
internal static class TargetReport
{
    public static Report Of(string name, Readings readings, LocalDate today) => readings.MetricOf(name) switch
    {
        null => Report.Quiet($"{name} isn't defined yet, so nothing is asked.", "Define it with the word metric, and record its values."),
        { Last: null } metric => Report.Quiet($"{metric.Name} has no value yet, so nothing is asked."),
        { Last: { } last } metric => Of(metric, last, readings.Work, today),
    };

    private static Report Of(Metric metric, MetricValue last, ImmutableArray<FoundWork> work, LocalDate today)
    {
        var verdict = Verdict.Of(metric);
        var oldest = work.Where(found => found.Work.Kind is WorkKind.Countermeasure or WorkKind.Obstacle && (found.Work.Metric is not { } id || id == metric.Subject.Id)).OrderBy(found => found.Work.Since).FirstOrDefault();
        var danger = Danger(metric, last);
        var isAsking = verdict.IsSignal || danger is not null || oldest?.Work.Due < today;
        var headline = $"{metric.Name}: {MetricWords.Of(last.Value, metric)}{Change(metric)}";
        if (!isAsking) return Report.Quiet($"{headline}. No signal this week, nothing asked.", [.. Target(metric, last, today)]);
        return new Report(headline,
            [
                .. danger is null ? ImmutableArray<Words>.Empty : [danger],
                verdict.Sentence,
                .. Target(metric, last, today),
                (Words)$"{MetricWords.When(last)} · {last.Source}{MetricWords.Clock(metric)}.",
            ],
            oldest is null ? [] : [Reports.Item(oldest, today)],
            Asking.Question)
        { Picture = TargetPicture.Of(metric, headline, verdict) };
    }

    private static string Change(Metric metric) => metric.Values is [.., var before, var last]
        ? $", {Quantity.WithSign(last.Value - before.Value)} since {before.Period ?? CardText.Of(before.AsOf)} ({Quantity.Text(before.Value)})"
        : "";

    /// <summary>How far it is, and how fast it would have to go; nothing where no target is set.</summary>
    private static IEnumerable<Words> Target(Metric metric, MetricValue last, LocalDate today)
    {
        if (metric.Target is not { } target) return [];
        var gap = target.Value - last.Value;
        if (IsMet(metric.Better, gap)) return [(Words)$"Target {MetricWords.Of(target.Value, metric)} is met."];
        var distance = $"{MetricWords.Of(Math.Abs(gap), metric)} {(gap < 0 ? "above" : "below")} the target of {MetricWords.Of(target.Value, metric)}";
        return target.By switch
        {
            null => [(Words)$"{distance}; no date was agreed."],
            { } by when by <= today => [(Words)$"{distance}, which was to be reached by {by}. Review it: met, missed or abandoned?"],
            { } by => [(Words)$"{distance} by {by}: that needs {Quantity.WithSign(Math.Round(gap / Weeks(today, by), 1))} {metric.Unit} a week for {Weeks(today, by).ToString("0", System.Globalization.CultureInfo.InvariantCulture)} weeks{Pace(metric)}."],
        };
    }

    /// <summary>What it has done a week from the first to the last of the newest values, for comparison.</summary>
    private static string Pace(Metric metric)
    {
        var lately = metric.Values.TakeLast(ProcessLimits.FirmPoints).ToImmutableArray();
        if (lately.Length < 3 || lately[0].AsOf == lately[^1].AsOf) return "";
        var aWeek = (lately[^1].Value - lately[0].Value) / Weeks(lately[0].AsOf, lately[^1].AsOf);
        return $"; since {CardText.Of(lately[0].AsOf)} it has moved {Quantity.WithSign(Math.Round(aWeek, 1))} a week";
    }

    private static Words? Danger(Metric metric, MetricValue last) => metric.Threshold switch
    {
        null => null,
        var threshold when IsBeyond(threshold.Beyond, last.Value, threshold.Limit) => (Words)$"{"Threshold reached":strong} · the limit is {MetricWords.Of(threshold.Limit, metric)}{(threshold.Action is { } action ? $". Agreed: {action}" : "")}.",
        { Warning: { } warning } threshold when IsBeyond(threshold.Beyond, last.Value, warning) => (Words)$"{"Warning":strong} · {MetricWords.Of(warning, metric)} is passed, the limit is {MetricWords.Of(threshold.Limit, metric)}.",
        _ => null,
    };

    private static bool IsBeyond(Heading beyond, decimal value, decimal limit) => beyond == Heading.Up ? value >= limit : value <= limit;

    private static bool IsMet(Better better, decimal gap) => better switch
    {
        Better.Higher => gap <= 0,
        Better.Lower => gap >= 0,
        Better.Within => gap == 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static decimal Weeks(LocalDate from, LocalDate to) => Math.Max(1, Period.DaysBetween(from, to)) / 7m;
}
