using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What a formula gives, period by period, from the values of its parts.</summary>
internal static class Derivation
{
    public static Derived Of(Kept kept, Formula formula, ImmutableArray<Metric> parts, Person by, Instant at)
    {
        var computed = Values(formula, parts).ToImmutableArray();
        var recorded = kept.Readings.Where(reading => !reading.IsDerived).ToDictionary(reading => (reading.AsOf, reading.Period));
        return new Derived(
            [.. computed.Where(value => !recorded.ContainsKey(value.Key)).Select(value => Kept(kept, value, formula, by, at))],
            [.. computed.Where(value => recorded.TryGetValue(value.Key, out var reading) && !Agree(reading.Value, value.Value))
                .Select(value => new Disagreement(NameOf(value.Key), recorded[value.Key].Value, value.Value, Math.Abs(recorded[value.Key].Value - value.Value) <= value.Slack + HalfDigit(recorded[value.Key].Value)))])
        { By = by, At = at };
    }

    /// <summary>Whether a rounded number may stand for this one: half of its last digit either way.</summary>
    public static bool Agree(decimal printed, decimal computed) => Math.Abs(printed - computed) <= HalfDigit(printed);

    /// <summary>Half of the last digit that a number was written with.</summary>
    public static decimal HalfDigit(decimal printed) => new(5, 0, 0, false, (byte)Math.Min(28, printed.Scale + 1));

    private static Reading Kept(Kept kept, Computed value, Formula formula, Person by, Instant at) =>
        kept.Readings.FirstOrDefault(reading => reading.IsDerived && (reading.AsOf, reading.Period) == value.Key && reading.Value == value.Value)
        ?? new Reading(value.Key.AsOf, value.Key.Period, value.Value, $"formula: {formula}", at, by) { IsDerived = true };

    private static IEnumerable<Computed> Values(Formula formula, ImmutableArray<Metric> parts)
    {
        if (parts.Length != formula.Parts.Length) yield break;
        var others = parts.Skip(1).Select(part => part.Values.ToDictionary(value => (value.AsOf, value.Period))).ToList();
        for (var index = 0; index < parts[0].Values.Length; index++)
        {
            var first = parts[0].Values[index];
            var key = (first.AsOf, first.Period);
            ImmutableArray<decimal> numbers = formula.Kind == FormulaKind.Growth
                ? index > 0 && IsNext(parts[0].Values[index - 1], first) ? [parts[0].Values[index - 1].Value, first.Value] : []
                : others.All(values => values.ContainsKey(key)) ? [first.Value, .. others.Select(values => values[key].Value)] : [];
            if (!numbers.IsEmpty && formula.Value(numbers) is { } value)
                yield return new(key, value, formula.Kind == FormulaKind.Sum ? numbers.Sum(HalfDigit) : 0);
        }
    }

    // Growth over a gap would be the growth of several periods under the name of one.
    private static bool IsNext(MetricValue before, MetricValue value) => value.Period is null
        ? before.Period is null
        : Period.Of(value.Period, value.AsOf) is { } period && period.Before() is var earlier && before.Period == earlier.Name;

    private static string NameOf((LocalDate AsOf, string? Period) key) => key.Period ?? CardText.Of(key.AsOf);

    /// <summary>A computed value, and how far the rounding of its parts may have moved it.</summary>
    private readonly record struct Computed((LocalDate AsOf, string? Period) Key, decimal Value, decimal Slack);
}
