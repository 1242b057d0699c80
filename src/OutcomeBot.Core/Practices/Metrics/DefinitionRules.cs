using System.Collections.Immutable;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What a definition must say.</summary>
internal static class DefinitionRules
{
    public static Decision Of(Kept? kept, Define define)
    {
        var asked = Clean(define.Definition);
        if (kept is not null && MetricsRules.NotOwner(kept, define.By, "change its definition") is { } refusal) return refusal;
        if (Wrong(asked) is { } wrong) return wrong;
        if (kept is { Readings.IsEmpty: false } && !Unit.Same(kept.Definition.Unit, asked.Unit))
            return new Refusal($"Its {kept.Readings.Length} values are in {Named(kept.Definition.Unit)}, so the unit stays. For another unit, define a metric with another name.", "unit");
        if (asked.Formula is { } formula && WrongFormula(asked, formula, define.PartUnits) is { } mismatch) return mismatch;
        var definition = asked with { IsDefined = true, Formula = asked.Formula ?? kept?.Definition.Formula };
        return kept?.Definition == definition
            ? Decision.Of()
            : Decision.Of([new Defined(definition) { By = define.By, At = define.At }, .. EdgeChanges(kept, define, definition)]);
    }

    /// <summary>What the formula gives with these parts; nothing when it gives what is there already.</summary>
    public static IEnumerable<MetricsChange> Derived(Kept kept, Derive derive)
    {
        if (kept.Definition.Formula is not { } formula) yield break;
        var derived = Derivation.Of(kept, formula, derive.Parts, derive.By, derive.At);
        var isSame = derived.Disagreements.SequenceEqual(kept.Disagreements)
            && derived.Readings.Select(reading => (reading.AsOf, reading.Period, reading.Value))
                .SequenceEqual(kept.Readings.Where(reading => reading.IsDerived).Select(reading => (reading.AsOf, reading.Period, reading.Value)));
        if (!isSame) yield return derived;
    }

    private static Definition Clean(Definition definition) => definition with
    {
        Name = Typed.Line(definition.Name),
        Unit = Unit.Of(definition.Unit),
        Meaning = Typed.Line(definition.Meaning),
        ClockStarts = Typed.LineOrNull(definition.ClockStarts),
        ClockStops = Typed.LineOrNull(definition.ClockStops),
    };

    private static Refusal? Wrong(Definition definition) => definition switch
    {
        { Name: "" } => new("Give it a short name, such as lead-time.", "name"),
        { Name.Length: > MetricName.Longest } => new($"Keep the name under {MetricName.Longest} characters.", "name"),
        { Unit.Length: > Unit.Longest } => new($"Keep the unit under {Unit.Longest} characters, such as days, % or EUR.", "unit"),
        { Meaning.Length: > MetricLimits.Text } => new($"Keep the meaning under {MetricLimits.Text} characters.", "meaning"),
        { ClockStarts.Length: > MetricLimits.Clock } => new($"Keep it under {MetricLimits.Clock} characters.", "starts"),
        { ClockStops.Length: > MetricLimits.Clock } => new($"Keep it under {MetricLimits.Clock} characters.", "stops"),
        { ClockStarts: null } when NeedsClock(definition) =>
            new($"A time in {definition.Unit} says nothing without its clock: what starts it? For example: the customer asks.", "starts"),
        { ClockStops: null } when NeedsClock(definition) =>
            new($"A time in {definition.Unit} says nothing without its clock: what stops it? For example: the customer can use it.", "stops"),
        { Better: Better.Within, RangeLow: null } or { Better: Better.Within, RangeHigh: null } => new("Say from where to where it's good, such as 20 and 40.", "low"),
        { Better: Better.Within, RangeLow: { } low, RangeHigh: { } high } when low >= high => new("The range ends below where it begins. The lower end comes first.", "low"),
        _ => null,
    };

    private static bool NeedsClock(Definition definition) => Unit.IsTime(definition.Unit) && definition.Formula is null;

    private static Refusal? WrongFormula(Definition definition, Formula formula, ImmutableDictionary<string, string> units)
    {
        if (formula.Parts.Any(part => MetricName.IdOf(part) == MetricName.IdOf(definition.Name)))
            return new($"{definition.Name} can't be made of itself. Name other metrics in the formula.", "formula");
        if (formula.Parts.FirstOrDefault(part => !units.ContainsKey(MetricName.IdOf(part))) is { } missing)
            return new($"There's no metric named {missing} yet. Record its first value, then use it in a formula.", "formula");
        var known = formula.Parts.Select(part => units[MetricName.IdOf(part)]).ToList();
        if (formula.UnitOf(known) is not { } unit)
            return new($"{formula} puts together {string.Join(" and ", known.Select(Named).Distinct())}, which can't be done. Use parts of one unit, or a ratio written a / b.", "formula");
        return Unit.Same(unit, definition.Unit) ? null
            : unit == Unit.PercentagePoints && definition.Unit == Unit.Percent ? new($"The difference of two percentages is in percentage points (pp), not in %. Define {definition.Name} in pp.", "unit")
            : new($"{formula} is in {Named(unit)}, not in {Named(definition.Unit)}. Change the unit or the formula.", "unit");
    }

    private static IEnumerable<MetricsChange> EdgeChanges(Kept? kept, Define define, Definition definition)
    {
        if (definition.Formula is not { } formula || formula == kept?.Definition.Formula) yield break;
        foreach (var old in kept?.Edges.Where(edge => edge is { Kind: EdgeKind.Component, Side: Side.Below }) ?? [])
            yield return new EdgeDropped(old) { By = define.By, At = define.At };
        foreach (var part in formula.Parts.DistinctBy(MetricName.IdOf))
            yield return new EdgeAdded(new(EdgeKind.Component, Side.Below, part)) { By = define.By, At = define.At };
    }

    private static string Named(string unit) => unit.Length == 0 ? "plain numbers" : unit;
}
