using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What may be kept as a value.</summary>
internal static class RecordRules
{
    /// <summary>The first value names a metric; what it means is asked for afterwards, so that nothing typed is lost.</summary>
    public static Decision OfFirst(Record record)
    {
        var definition = new Definition(Typed.Line(record.Name), record.Unit ?? "", BetterOf(record.Name)) { Formula = record.Formula };
        if (definition.Name.Length is 0 or > MetricName.Longest) return new Refusal($"Name the metric first, with at most {MetricName.Longest} characters: metric lead-time 88 days Q4");
        if (definition.Unit.Length > Unit.Longest) return new Refusal($"\"{Typed.Clip(definition.Unit, 40)}\" can't be a unit. Type the number, the unit and the period: metric {definition.Name} 88 days Q4");
        var kept = new Kept(definition);
        return Of(kept, record) is Accepted accepted
            ? Decision.Of([new Defined(definition) { By = record.By, At = record.At }, .. Parts(definition, record), .. accepted.Changes])
            : Of(kept, record);
    }

    public static Decision Of(Kept kept, Record record)
    {
        if (record.Unit is { } unit && !Unit.Same(unit, kept.Definition.Unit)) return WrongUnit(kept.Definition, record, unit);
        if (record.Entries.Length > MetricLimits.Batch) return new Refusal($"That's {record.Entries.Length} values at once, and {MetricLimits.Batch} go in. Send the newest first, and the older ones after them.");
        if (record.Entries.Select(entry => Wrong(kept, entry, record)).FirstOrDefault(wrong => wrong is not null) is { } refusal) return refusal;
        var readings = record.Entries.Select(entry => Of(entry, record)).Where(reading => !IsKnown(kept, reading)).ToImmutableArray();
        if (readings.GroupBy(reading => (reading.AsOf, reading.Period)).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return new Refusal($"{Called(twice.First())} stands there twice. Nothing was recorded. Say each period once.");
        if (record.Why is null && record.Batch is null && readings.Select(reading => Before(kept, reading)).FirstOrDefault(was => was is { IsDerived: false }) is { } before)
            return new Refusal($"{before.By.Name} recorded {Quantity.Text(before.Value, kept.Definition.Unit)} for {Called(before)} already. To correct it, say why, and the old value stays readable.", "why");
        return readings.IsEmpty ? Decision.Of() : new Recorded(readings) { By = record.By, At = record.At };
    }

    /// <summary>Taking back what an import brought; nothing when nothing of it holds any more.</summary>
    public static IEnumerable<MetricsChange> Withdrawn(Kept kept, WithdrawBatch withdraw)
    {
        if (kept.Readings.Any(reading => reading.Batch == withdraw.Batch || reading.Was.Any(was => was.Batch == withdraw.Batch)))
            yield return new BatchWithdrawn(withdraw.Batch) { By = withdraw.By, At = withdraw.At };
    }

    private static Refusal? Wrong(Kept kept, Entry entry, Record record) => entry switch
    {
        _ when !Amount.Fits(entry.Value) => new($"That number is too large or too fine to reckon with: up to 15 digits before the point and {Amount.MostDecimals} after it. Use another unit, such as millions.", "value"),
        { Period: var period } when period.First > record.Today.PlusDays(1) => new($"{period.Called} hasn't begun yet. Say the period that the value is about, such as last week.", "period"),
        { Period: var period } when kept.Readings.Length >= Metric.MostValues && period.Last < kept.Readings[0].AsOf => new($"{period.Called} is older than the {Metric.MostValues} newest values, which are all that is kept at hand.", "period"),
        _ when record.Source.Length > MetricLimits.Source => new($"Keep the source under {MetricLimits.Source} characters.", "source"),
        _ when record.Why is { Length: > MetricLimits.Text } => new($"Keep the reason under {MetricLimits.Text} characters.", "why"),
        _ => null,
    };

    private static Refusal WrongUnit(Definition definition, Record record, string unit)
    {
        var own = definition.Unit.Length == 0 ? "plain numbers" : definition.Unit;
        var value = record.Entries[0].Value;
        var hint = (unit, definition.Unit) switch
        {
            (Unit.PercentagePoints, Unit.Percent) or (Unit.Percent, Unit.PercentagePoints) => " A share is in %, the difference of two shares in percentage points (pp); the two are never mixed.",
            _ when Unit.Instead(value, unit, definition.Unit) is { } instead => $" {Quantity.Text(value, unit)} would be {instead}.",
            _ => "",
        };
        return new($"{definition.Name} is kept in {own}, and \"{Typed.Clip(unit, 40)}\" isn't that.{hint} Nothing was recorded. Type it as: metric {definition.Name} 88{(definition.Unit.Length == 0 ? "" : " " + definition.Unit)} Q4", "value");
    }

    private static Reading Of(Entry entry, Record record) =>
        new(entry.Period.Last, entry.Period.Name, entry.Value, entry.Source ?? record.Source, record.At, record.By) { Batch = record.Batch, Why = record.Why };

    private static bool IsKnown(Kept kept, Reading reading) => Before(kept, reading) is { IsDerived: false } before && before.Value == reading.Value;

    private static Reading? Before(Kept kept, Reading reading) => kept.Readings.FirstOrDefault(other => other.IsAbout(reading));

    private static IEnumerable<MetricsChange> Parts(Definition definition, Record record) => definition.Formula?.Parts.DistinctBy(MetricName.IdOf)
        .Select(part => new EdgeAdded(new(EdgeKind.Component, Side.Below, part)) { By = record.By, At = record.At }) ?? [];

    // Until somebody says which way is better, the name is the best guess; the card says that it is one.
    private static Better BetterOf(string name) =>
        s_lower.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !TurnsRound(name) ? Better.Lower : Better.Higher;

    /// <summary>Whether the words say the opposite of what one of them says alone: uptime, on-time deliveries, error-free orders.</summary>
    private static bool TurnsRound(string name)
    {
        var words = $" {string.Join(' ', name.ToLowerInvariant().Split(s_partings))} ";
        return s_higher.Any(words.Contains) || s_lower.Any(word => words.Contains($"{word} free ", StringComparison.Ordinal));
    }

    private static readonly char[] s_partings = ['-', '_', '.', '/', ' '];

    private static readonly string[] s_higher = [" uptime ", " on time ", " lifetime ", " between failures "];

    private static readonly string[] s_lower = ["time", "cost", "cogs", "opex", "expense", "defect", "bug", "incident", "churn", "failure", "fail", "error", "delay", "overdue", "wait"];

    private static string Called(Reading reading) => reading.Period ?? Chat.CardText.Of(reading.AsOf);
}
