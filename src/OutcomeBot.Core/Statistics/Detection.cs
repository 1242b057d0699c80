using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>Looks for one rule through the windows of a series; windows that overlap are one signal.</summary>
internal static class Detection
{
    public static IEnumerable<Signal> Find(DetectionRule rule, IReadOnlyList<decimal> values, ProcessLimits limits) =>
        Enum.GetValues<Heading>().SelectMany(heading => Find(rule, heading, Seen(values, limits, heading)));

    // A rule is written once, for the upper side; the lower side is the same picture turned over.
    private static OneSide Seen(IReadOnlyList<decimal> values, ProcessLimits limits, Heading heading) => heading switch
    {
        Heading.Up => new([.. values.Select(value => value - limits.Centre)], limits.Upper - limits.Centre, limits.MeanMovingRange),
        Heading.Down => new([.. values.Select(value => limits.Centre - value)], limits.Centre - limits.Lower, limits.MeanMovingRange),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Signal> Find(DetectionRule rule, Heading heading, OneSide side)
    {
        var points = new SortedSet<int>();
        var end = -1;
        for (var start = 0; start + rule.Span <= side.Values.Length; start++)
        {
            var found = Marked(rule, start, side);
            if (found.IsEmpty)
                continue;
            if (start > end && points.Count > 0)
            {
                yield return new(rule, heading, [.. points]);
                points.Clear();
            }

            points.UnionWith(found);
            end = start + rule.Span - 1;
        }

        if (points.Count > 0)
            yield return new(rule, heading, [.. points]);
    }

    private static ImmutableArray<int> Marked(DetectionRule rule, int start, OneSide side)
    {
        var window = Enumerable.Range(start, rule.Span);
        return rule switch
        {
            OutsideLimits when side.Values[start] > side.Limit => [start],
            RunOnOneSide when window.All(side.IsHere) => [.. window],
            SteadyTrend when window.Skip(1).All(side.IsHigher) => [.. window],
            NearLimit near when IsNear(near, window, side) => [.. window.Where(index => near.Marks == Marking.SameSide ? side.IsHere(index) : side.IsFar(index, near.Reach))],
            OutsideLimits or RunOnOneSide or SteadyTrend or NearLimit => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static bool IsNear(NearLimit near, IEnumerable<int> window, OneSide side) =>
        window.Count(index => side.IsFar(index, near.Reach)) >= near.Least && (near.Company == Company.Anywhere || window.All(side.IsHere));

    /// <summary>Distances from the centre line, positive on the side that is looked at.</summary>
    private sealed record OneSide(ImmutableArray<decimal> Values, decimal Limit, decimal MeanMovingRange)
    {
        public bool IsHere(int index) => Values[index] > 0;

        public bool IsFar(int index, decimal reach) => Values[index] > reach * MeanMovingRange;

        public bool IsHigher(int index) => Values[index] > Values[index - 1];
    }
}
