using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What is said to one person: lists, histories, and what came of a step.</summary>
internal static class MetricsNotes
{
    private const int Listed = 30;
    private const int Told = 20;

    public static Card Help { get; } = new("Metrics, in short lines",
        new Facts(
            new Fact("metric lead-time 88 days Q4", "record a value; the period may be Q4, Nov, 2026-W31, a date, today, last week"),
            new Fact("metric lead-time 86 days Q4 because the clock was wrong", "correct one; the old value stays readable"),
            new Fact("metric revenue-growth 5.2 % Q4 source finance report", "say where it is from"),
            new Fact("metric lead-time", "see it: signal or noise, trend, target, threshold"),
            new Fact("metric lead-time target 57 days by 2026-12-31", "set a target"),
            new Fact("metric profit-margin threshold -20 % warn -15 % then review spending", "say what must not be reached, and what happens then"),
            new Fact("metric revenue-growth = growth of revenue", "let it follow from others: growth of a, share of a in b, a - b, a / b"),
            new Fact("metric lead-time drives revenue-growth", "draw the metric tree"),
            new Fact("metric lead-time limits", "lock the natural process limits; split starts a new process"),
            new Fact("metric picture lead-time", "show the picture to everybody here"),
            new Fact("metric lead-time history", "every value, with its corrections"),
            new Fact("metric import", "bring values from a file, after a preview")),
        new Aside("A name of several words goes in quotes when a number is in it: metric \"p85 lead time\" 12 days."));

    public static Card List(ImmutableArray<Metric> metrics) => metrics.IsEmpty
        ? new Card("No metrics yet", new Prose("Record the first value with a line such as: metric lead-time 88 days Q4"),
            new Buttons(new Button("Define a metric", new Press(MetricName.Practice, null, PressVerb.New), ButtonKind.Primary), new Button("Import a file", new Press(MetricName.Practice, null, PressVerb.Import))))
        : new Card(metrics.Length == 1 ? "One metric is in use" : $"{metrics.Length} metrics are in use",
            new Table("Newest values", [new("Metric"), new("Value", ColumnKind.Number), new("Period"), new("n", ColumnKind.Number)],
                [.. metrics.OrderBy(metric => metric.Name, StringComparer.OrdinalIgnoreCase).Take(Listed).Select(Row)]),
            new Aside(metrics.Length > Listed ? $"These are the first {Listed} by name. Type metric and a name to see any of them." : "Type metric and a name to see one."),
            new Buttons(new Button("Record a value", new Press(MetricName.Practice, null, PressVerb.Record), ButtonKind.Primary), new Button("Import a file", new Press(MetricName.Practice, null, PressVerb.Import))));

    public static Card Retired(ImmutableArray<Found> found)
    {
        var retired = found.Where(one => one.Index.Tags.Contains(MetricsPractice.RetiredTag)).ToList();
        return retired.Count == 0
            ? new Card("No metric is retired", new Prose("Type metric to see those in use."))
            : new Card("Retired metrics", new Outline([.. retired.Take(Listed).Select((one, index) => new OutlineRow(0, $"{index + 1}", one.Index.Title))]), new Aside("To use one again, type: metric, its name, back"));
    }

    public static Card History(Kept kept)
    {
        var unit = kept.Definition.Unit;
        var newest = kept.Readings.Reverse().Take(Told).ToList();
        return newest.Count == 0
            ? new Card($"{kept.Definition.Name} has no values", new Prose("Record the first one."))
            : new Card($"{kept.Definition.Name}: {(newest.Count < kept.Readings.Length ? $"the newest {newest.Count} of {kept.Readings.Length} values" : "every value")}",
                new Outline([.. newest.SelectMany(reading => Rows(reading, unit))]));
    }

    public static Card More(Subject subject, Kept kept) => new($"What can be done with {kept.Definition.Name}",
        new Buttons(
            new Button("Correct a value", subject.Press(PressVerb.Correct)),
            new Button("Set target", subject.Press(PressVerb.Target)),
            new Button("Set threshold", subject.Press(PressVerb.Threshold)),
            new Button("Lock limits", subject.Press(PressVerb.Limits)),
            new Button("Split the series", subject.Press(PressVerb.Split)),
            new Button("Ask five whys", subject.Press(PressVerb.AskWhy)),
            new Button("Change the definition", subject.Press(PressVerb.Define)),
            new Button("Retire it", subject.Press(PressVerb.Retire))));

    /// <summary>What was recorded, what it means so far, and what is still to be said.</summary>
    public static Card Recorded(Subject subject, Kept before, Kept after, Recorded recorded, string typedBy)
    {
        var (definition, reading) = (after.Definition, recorded.Readings[^1]);
        var isNew = before.Readings.IsEmpty && !definition.IsDefined;
        var was = before.Readings.FirstOrDefault(other => other.IsAbout(reading));
        return new Card($"Recorded: {Quantity.Text(reading.Value, definition.Unit)}, {MetricsCards.Called(reading)}",
        [
            new Prose(isNew
                ? $"This begins a new metric, {definition.Name}. Say what it means, so that others read the number as you do."
                : was is { } old && !old.IsDerived ? (Words)$"It takes the place of {Quantity.Text(old.Value, definition.Unit)} by {old.By}, which stays readable." : Standing.Of(after).Verdict(definition.Unit)),
            .. reading.Source == typedBy && !isNew ? [new Aside("No source was given. Next time, add: source finance report")] : ImmutableArray<Block>.Empty,
            .. isNew ? [new Buttons(new Button("Define it", subject.Press(PressVerb.Define), ButtonKind.Primary, definition.Name))] : ImmutableArray<Block>.Empty,
        ]);
    }

    /// <summary>The limit or the warning was met with the newest value.</summary>
    public static Card Alarm(Subject subject, Kept kept, Danger danger)
    {
        var (threshold, unit, last) = (kept.Threshold!, kept.Definition.Unit, kept.Last!);
        return new Card($"{kept.Definition.Name} {(danger == Danger.Reached ? "has reached its limit" : "is in its warning band")}",
            new Prose($"{Quantity.Text(last.Value, unit)} in {MetricsCards.Called(last)}; the {(danger == Danger.Reached ? $"limit is {Quantity.Text(threshold.Limit, unit)}" : $"warning begins at {Quantity.Text(threshold.Warning!.Value, unit)}, the limit is {Quantity.Text(threshold.Limit, unit)}")}."),
            new Prose(threshold.Action is { } action ? $"Agreed for this: {action}" : "Nobody has said yet what is done then."),
            new Buttons(new Button("Ask five whys", subject.Press(PressVerb.AskWhy), ButtonKind.Primary, kept.Definition.Name)));
    }

    private static ImmutableArray<Words> Row(Metric metric) =>
    [
        metric.Name,
        metric.Last is { } last ? Quantity.Text(last.Value, metric.Unit) : "none yet",
        metric.Last is { } newest ? newest.Period ?? CardText.Of(newest.AsOf) : "",
        $"{metric.Values.Length}",
    ];

    private static IEnumerable<OutlineRow> Rows(Reading reading, string unit)
    {
        yield return new(0, "·", $"{MetricsCards.Called(reading)}: {Quantity.Text(reading.Value, unit)}", $"{Typed.Clip(reading.Source, MetricLimits.Source)} · {reading.By}, {reading.RecordedAt}{(reading.Why is { } why ? $" · {why}" : "")}");
        foreach (var was in reading.Was.Reverse())
            yield return new(1, "·", $"was {Quantity.Text(was.Value, unit)}", $"{was.Source} · {was.By}, {was.RecordedAt}{(was.Why is { } reason ? $" · {reason}" : "")}");
    }
}
