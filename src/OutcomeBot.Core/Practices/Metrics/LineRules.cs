using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The lines drawn on a metric: target, threshold, limits, split, and its place in the tree.</summary>
internal static class LineRules
{
    public static Decision Of(Kept kept, SetTarget set) => set switch
    {
        { Unit: { } unit } when !Unit.Same(unit, kept.Definition.Unit) => OtherUnit(kept, unit),
        { Target: { } target } when !Amount.Fits(target.Value) => TooLarge("value"),
        { Target.By: { } by } when set.IsPast(by) => new Refusal("That date is past. Say a day by which it can still be met.", "by"),
        { Target: null } when kept.Target is null => new Refusal($"{kept.Definition.Name} has no target."),
        _ when set.Target == kept.Target => Decision.Of(),
        _ => new TargetSet(set.Target) { By = set.By, At = set.At },
    };

    /// <summary>Somebody may have set another target since; that one stands.</summary>
    public static Decision Of(Kept kept, SettleTarget settle) =>
        kept.Target == settle.Target ? new TargetSettled(settle.Outcome) { By = settle.By, At = settle.At } : Decision.Of();

    public static Decision Of(Kept kept, SetThreshold set)
    {
        if (set.Limit is not { } limit) return kept.Threshold is null ? new Refusal($"{kept.Definition.Name} has no threshold.") : new ThresholdSet(null) { By = set.By, At = set.At };
        if (set.Unit is { } unit && !Unit.Same(unit, kept.Definition.Unit)) return OtherUnit(kept, unit);
        if (!Amount.Fits(limit) || !Amount.Fits(set.Warning ?? 0)) return TooLarge("value");
        if (set.Beyond is null && kept.Definition.Better == Better.Within)
            return new Refusal("Say on which side the danger lies: threshold above 40, or threshold below 20.", "side");
        var beyond = set.Beyond ?? (kept.Definition.Better == Better.Lower ? Heading.Up : Heading.Down);
        if (set.Warning is { } warning && (beyond == Heading.Up ? warning >= limit : warning <= limit))
            return new Refusal($"The warning must come before the limit: on the way {(beyond == Heading.Up ? "up" : "down")} to {Quantity.Text(limit, kept.Definition.Unit)}, {Quantity.Text(warning, kept.Definition.Unit)} comes too late.", "warning");
        var action = Typed.LineOrNull(set.Action);
        if (action?.Length > MetricLimits.Text) return new Refusal($"Keep the action under {MetricLimits.Text} characters.", "action");
        var threshold = new RiskThreshold(limit, set.Warning, beyond, action);
        return threshold == kept.Threshold ? Decision.Of() : new ThresholdSet(threshold) { By = set.By, At = set.At };
    }

    public static Decision Of(Kept kept, LockLimits set)
    {
        if (set.From > set.To) return new Refusal("The baseline ends before it begins. The earlier day comes first.", "from");
        if (Typed.LineOrNull(set.Reason) is not { } reason) return new Refusal("Say why the limits are locked there, such as: the last quarter before the change.", "reason");
        if (reason.Length > MetricLimits.Text) return new Refusal($"Keep the reason under {MetricLimits.Text} characters.", "reason");
        var baseline = kept.Readings.Where(reading => reading.AsOf >= set.From && reading.AsOf <= set.To).Select(reading => reading.Value).ToList();
        return ProcessLimits.Of(baseline) is not { } limits
            ? new Refusal($"Limits need at least {ProcessLimits.LeastPoints} values, and there {(baseline.Count == 1 ? "is 1" : $"are {baseline.Count}")} between these days.", "from")
            : new LimitsSet(new LockedLimits(limits, set.From, set.To, set.At, set.By, reason) { LockedOn = set.Today }) { By = set.By, At = set.At };
    }

    public static Decision Of(Kept kept, SplitAt split) =>
        Typed.LineOrNull(split.Reason) is not { } reason ? new Refusal("Say what changed in the process that day.", "reason")
        : reason.Length > MetricLimits.Text ? new Refusal($"Keep the reason under {MetricLimits.Text} characters.", "reason")
        : kept.Readings.All(reading => reading.AsOf >= split.From) || kept.Readings.All(reading => reading.AsOf < split.From)
            ? new Refusal("All values lie on one side of that day, so there is nothing to split. Choose a day between two of them.", "from")
            : Decision.Of([.. kept.Limits is null ? ImmutableArray<MetricsChange>.Empty : [new LimitsSet(null) { By = split.By, At = split.At }],
                new SplitSet(new Split(split.From, reason, split.By, split.At)) { By = split.By, At = split.At }]);

    public static Decision Of(Kept kept, AddEdge add) => add.Edge switch
    {
        var edge when MetricName.IdOf(edge.Name) == MetricName.IdOf(kept.Definition.Name) => new Refusal("A metric doesn't drive itself. Name another one."),
        var edge when Find(kept, edge) is not null => Decision.Of(),
        _ when kept.Edges.Length >= MetricLimits.Edges => new Refusal($"{kept.Definition.Name} is tied to {MetricLimits.Edges} metrics already. A tree that people can read has fewer."),
        var edge => new EdgeAdded(edge) { By = add.By, At = add.At },
    };

    public static IEnumerable<MetricsChange> Dropped(Kept kept, DropEdge drop)
    {
        if (Find(kept, drop.Edge) is { } edge) yield return new EdgeDropped(edge) { By = drop.By, At = drop.At };
    }

    public static Decision Of(Kept kept, RaiseConcern raise) => kept switch
    {
        { Last: null } => new Refusal("There's no value yet to ask about. Record one first."),
        { Last: { } last, Asked: { } asked } when asked.AsOf == last.AsOf && asked.Value == last.Value =>
            new Refusal($"{asked.By.Name} has asked why about this value already. To see it, type why alone."),
        { Last: { } last } => new ConcernRaised(new AskedWhy(last.AsOf, last.Value, raise.By, raise.At)) { By = raise.By, At = raise.At },
    };

    private static Edge? Find(Kept kept, Edge edge) => kept.Edges.FirstOrDefault(other =>
        other.Kind == edge.Kind && other.Side == edge.Side && MetricName.IdOf(other.Name) == MetricName.IdOf(edge.Name));

    private static Refusal OtherUnit(Kept kept, string unit) =>
        new($"{kept.Definition.Name} is kept in {(kept.Definition.Unit.Length == 0 ? "plain numbers" : kept.Definition.Unit)}, not in \"{Typed.Clip(unit, 40)}\". Nothing was changed.");

    private static Refusal TooLarge(string field) => new("That number is too large or too fine to reckon with. Use another unit, such as millions.", field);
}
