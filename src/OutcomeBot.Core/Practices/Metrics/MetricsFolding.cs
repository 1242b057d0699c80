using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The state after a change.</summary>
internal static class MetricsFolding
{
    public static MetricsState Evolve(MetricsState state, MetricsChange change) => (state, change) switch
    {
        (Unknown, Defined defined) => new Kept(defined.Definition),
        (Unknown or Tokens, TokenMade or TokenRevoked) => TokenTalk.Evolve(state, change),
        (Unknown, KeyUsed used) => UsedKeys.Evolve(new UsedKeys([]), used),
        (UsedKeys keys, KeyUsed used) => UsedKeys.Evolve(keys, used),
        (Unknown, FileRead read) => new Importing(read.Sheet),
        (Importing import, ImportConfirmed confirmed) => import with { Stage = ImportStage.Confirmed, ConfirmedBy = confirmed.By, ConfirmedAt = confirmed.At },
        (Importing import, ImportUndone undone) => import with { Stage = ImportStage.Undone, UndoneBy = undone.By, UndoneAt = undone.At },
        (Kept kept, _) => Evolve(kept, change),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Kept Evolve(Kept kept, MetricsChange change) => change switch
    {
        Defined defined => kept with { Definition = defined.Definition },
        Recorded recorded => kept with { Readings = Newest(recorded.Readings.Aggregate(kept.Readings, With)) },
        BatchWithdrawn withdrawn => kept with { Readings = [.. kept.Readings.Select(reading => Without(reading, withdrawn.Batch)).OfType<Reading>()] },
        Derived derived => kept with { Readings = Newest(Rederived(kept.Readings, derived.Readings)), Disagreements = derived.Disagreements },
        TargetSet set => kept with { Target = set.Target },
        TargetSettled settled => kept with { Target = null, Settled = new(kept.Target!, settled.Outcome, settled.By, settled.At) },
        ThresholdSet set => kept with { Threshold = set.Threshold },
        LimitsSet set => kept with { Limits = set.Limits },
        SplitSet set => kept with { Split = set.Split },
        EdgeAdded added => kept with { Edges = kept.Edges.Add(added.Edge) },
        EdgeDropped dropped => kept with { Edges = kept.Edges.Remove(dropped.Edge) },
        WasRetired retired => kept with { Retired = new(retired.Reason, retired.By, retired.At) },
        BroughtBack => kept with { Retired = null },
        PageLinked linked => kept with { Links = [.. kept.Links.Add(linked.To).TakeLast(MetricLimits.Links)] },
        ConcernRaised raised => kept with { Asked = raised.Asked },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<Reading> With(ImmutableArray<Reading> readings, Reading added)
    {
        var index = readings.FindIndex(reading => reading.IsAbout(added));
        if (index < 0) return readings.Insert(readings.Count(reading => Precedes(reading, added)), added);
        var was = readings[index];
        var history = was.IsDerived ? was.Was : was.Was.Add(was with { Was = [] });
        return readings.SetItem(index, added with { Was = [.. history.TakeLast(MetricLimits.Corrections)] });
    }

    private static bool Precedes(Reading reading, Reading added) =>
        reading.AsOf < added.AsOf || (reading.AsOf == added.AsOf && string.CompareOrdinal(reading.Period, added.Period) < 0);

    private static Reading? Without(Reading reading, string batch)
    {
        var left = reading.Was.RemoveAll(was => was.Batch == batch);
        return reading.Batch != batch ? reading with { Was = left }
            : left.IsEmpty ? null
            : left[^1] with { Was = left.RemoveAt(left.Length - 1) };
    }

    private static ImmutableArray<Reading> Rederived(ImmutableArray<Reading> readings, ImmutableArray<Reading> derived) =>
        derived.Aggregate(readings.RemoveAll(reading => reading.IsDerived), With);

    private static ImmutableArray<Reading> Newest(ImmutableArray<Reading> readings) =>
        readings.Length <= Metric.MostValues ? readings : [.. readings.TakeLast(Metric.MostValues)];

    private static int FindIndex(this ImmutableArray<Reading> readings, Func<Reading, bool> predicate)
    {
        for (var index = 0; index < readings.Length; index++)
            if (predicate(readings[index])) return index;
        return -1;
    }
}
