using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>A series seen against its limits (XmR): which points are exceptional, by which rule. Indices count from 0.</summary>
public sealed record ProcessBehaviour(ImmutableArray<decimal> Values, ProcessLimits Limits, ImmutableArray<Signal> Signals)
{
    /// <summary>The series against limits that may come from another stretch of it; Wheeler's rules unless others are given.</summary>
    public static ProcessBehaviour Of(IReadOnlyList<decimal> values, ProcessLimits limits, params IReadOnlyList<DetectionRule> rules) =>
        new([.. values], limits, [.. (rules.Count == 0 ? DetectionRule.Wheeler : rules).SelectMany(rule => Detection.Find(rule, values, limits))]);

    /// <summary>The points whose step from the one before is larger than routine variation makes it.</summary>
    public ImmutableArray<int> ExceptionalSteps =>
        [.. ProcessLimits.MovingRanges(Values).Select((range, index) => (range, index)).Where(step => step.range > Limits.UpperRange).Select(step => step.index + 1)];

    /// <summary>The signals that name this point, in the order of the rules.</summary>
    public IEnumerable<Signal> SignalsAt(int point) => Signals.Where(signal => signal.Points.Contains(point));
}

/// <summary>Exceptional variation: the rule that found it, the side or direction, and its points in order.</summary>
public sealed record Signal(DetectionRule Rule, Heading Heading, ImmutableArray<int> Points);
