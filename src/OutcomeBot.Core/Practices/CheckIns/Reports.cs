using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What the kinds look up, and what they make of it.</summary>
internal static class Reports
{
    private const int Listed = 8;

    private static readonly ImmutableArray<WorkKind> s_deeds = [WorkKind.Countermeasure, WorkKind.GoAndSee, WorkKind.Obstacle, WorkKind.Experiment, WorkKind.TargetCondition];

    /// <summary>What has to be read for a topic in a channel.</summary>
    public static ImmutableArray<Need> Needs(Topic topic, string channel) => topic switch
    {
        { Kind: CheckInKind.MetricUpdate, Metric: { } metric } => [new Measured(metric)],
        { Kind: CheckInKind.TargetReminder, Metric: { } metric } => [new Measured(metric), new OpenWork(channel)],
        { Kind: CheckInKind.Countermeasures } => [new OpenWork(channel)],
        { Kind: CheckInKind.Effectiveness } => [new OpenWork(channel), new AllMeasured()],
        { Kind: CheckInKind.Whiteboard } => [new OpenPages(null, channel), new OpenWork(channel), new AllMeasured()],
        _ => [],
    };

    /// <summary>The report of a date; null for a plain question, which needs none.</summary>
    public static Report? Of(Topic topic, Readings readings, LocalDate today, LocalDate since, DateTimeZone zone) => topic switch
    {
        { Kind: CheckInKind.MetricUpdate, Metric: { } metric } => LastValue(metric, readings),
        { Kind: CheckInKind.TargetReminder, Metric: { } metric } => TargetReport.Of(metric, readings, today),
        { Kind: CheckInKind.Countermeasures } => Deeds(readings, today),
        { Kind: CheckInKind.Effectiveness } => Checks(readings, today, zone),
        { Kind: CheckInKind.Whiteboard } => Whiteboard(readings, today, since, zone),
        _ => null,
    };

    private static Report LastValue(string name, Readings readings) => readings.MetricOf(name) switch
    {
        null => new Report($"{name} isn't defined yet", [(Words)$"Your answers are kept here. Define it with the word metric, and they can be charted."], [], Asking.Question),
        { Last: { } last } metric => new Report($"Last value: {MetricWords.Of(last.Value, metric)}", [(Words)$"{MetricWords.When(last)}, {last.Source}{MetricWords.Clock(metric)}."], [], Asking.Question),
        _ => new Report("No value yet", [(Words)$"Nobody has recorded a value of {name}. The first one begins the series."], [], Asking.Question),
    };

    private static Report Deeds(Readings readings, LocalDate today)
    {
        var due = readings.Work.Where(found => s_deeds.Contains(found.Work.Kind) && found.Work.Due <= today.PlusDays(7)).ToImmutableArray();
        var overdue = due.Count(found => found.Work.Due < today);
        return due.IsEmpty
            ? Report.Quiet("Nothing is overdue, and nothing is due within a week. Nothing asked.")
            : new Report(
                overdue == 0 ? $"{Count(due.Length)} due within a week" : $"{Count(overdue)} overdue{(due.Length > overdue ? $", {Count(due.Length - overdue)} due within a week" : "")}",
                More(due.Length), [.. due.Take(Listed).Select(found => Item(found, today))], overdue > 0 ? Asking.Question : Asking.Nothing);
    }

    private static Report Checks(Readings readings, LocalDate today, DateTimeZone zone)
    {
        var due = readings.Work.Where(found => found.Work.Kind == WorkKind.EffectivenessCheck && found.Work.Due <= today).ToImmutableArray();
        return due.IsEmpty
            ? Report.Quiet("No effectiveness check is due. Nothing asked.")
            : new Report($"{Count(due.Length)} to be checked for effect", More(due.Length), [.. due.Take(Listed).Select(found => Item(found, today) with { Quiet = ThenAndNow(found.Work, readings, zone) })], Asking.Question);
    }

    /// <summary>The metric when it was agreed, and now.</summary>
    private static Words ThenAndNow(Work work, Readings readings, DateTimeZone zone)
    {
        if (work.Metric is null || readings.Metrics.GetValueOrDefault(work.Metric) is not { Last: { } now } metric) return "No metric says it: look for yourselves, and say what you see.";
        var then = metric.Values.LastOrDefault(value => value.AsOf <= work.Since.InZone(zone).Date);
        return then is null || then == now
            ? (Words)$"{metric.Name} is {MetricWords.Of(now.Value, metric)} ({MetricWords.When(now)}); there is no value to compare it with."
            : (Words)$"{metric.Name} was {MetricWords.Of(then.Value, metric)} ({MetricWords.When(then)}) and is {MetricWords.Of(now.Value, metric)} ({MetricWords.When(now)}), n = {metric.Values.Length}. This alone does not show cause.";
    }

    private static Report Whiteboard(Readings readings, LocalDate today, LocalDate since, DateTimeZone zone)
    {
        var from = since.AtStartOfDayInZone(zone).ToInstant();
        var changed = readings.Pages.Where(pair => pair.Key is OpenPages).SelectMany(pair => pair.Value).Where(page => page.ChangedAt >= from && page.Subject.Practice != CheckInPractice.Name).ToImmutableArray();
        var signals = readings.Metrics.Values.Select(metric => (metric, verdict: Verdict.Of(metric))).Where(pair => pair.verdict.IsSignal && pair.metric.Last is { } last && last.AsOf >= since).OrderBy(pair => pair.metric.Name, StringComparer.Ordinal).ToImmutableArray();
        var overdue = readings.Work.Where(found => found.Work.Due < today).ToImmutableArray();
        return changed.IsEmpty && signals.IsEmpty && overdue.IsEmpty
            ? Report.Quiet($"Nothing changed in this channel since {CardText.Of(since)}, no metric signals, nothing is overdue.")
            : new Report(
                $"{changed.Length} changed, {signals.Length} {(signals.Length == 1 ? "signal" : "signals")}, {overdue.Length} overdue",
                [(Words)$"Since {since}."],
                [
                    .. changed.Take(Listed).Select(page => new ReportItem(page.Index.Title, (Words)$"changed {page.ChangedAt}")),
                    .. signals.Take(Listed).Select(pair => new ReportItem((Words)$"{"Signal":strong} · {pair.metric.Name}: {MetricWords.Of(pair.metric.Last!.Value, pair.metric)}", pair.verdict.Sentence)), // Only metrics with a last value are signals.
                    .. overdue.Take(Listed).Select(found => Item(found, today)),
                ],
                Asking.Question);
    }

    /// <summary>A piece of work with its owner and how long it is overdue.</summary>
    public static ReportItem Item(FoundWork found, LocalDate today)
    {
        var work = found.Work;
        Words owner = work.Owner is { } person ? (Words)$"{person}" : "nobody has taken it";
        Words due = work.Due is { } date ? date < today ? (Words)$"due {date}, {Days(Period.DaysBetween(date, today))} overdue" : $"due {date}" : "no date agreed";
        return new ReportItem((Words)$"{work.Kind.Name():strong} · {Typed.Clip(work.What, 200)}", (Words)$"{owner}, {due}", work.Open);
    }

    private static ImmutableArray<Words> More(int count) => count > Listed ? [(Words)$"The first {Listed} of {count}, the soonest due first."] : [];

    private static string Count(int number) => number == 1 ? "1 thing" : $"{Quantity.Text(number)} things";

    private static string Days(int days) => days == 1 ? "a day" : $"{Quantity.Text(days)} days";
}
