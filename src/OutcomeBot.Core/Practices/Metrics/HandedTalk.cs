using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What other practices, imports and other metrics hand over. Text that is not to the letter changes nothing.</summary>
internal static class HandedTalk
{
    public static Meaning Of(Scene scene, HandedOver handed) => Verb(handed) switch
    {
        Handed.Record when CoreJson.Read(handed.Text, MetricsJson.Values) is { } values => Record(scene, values),
        Handed.Withdraw => new Wants(new WithdrawBatch(handed.Text)),
        Handed.Target when CoreJson.Read(handed.Text, MetricsJson.Target) is { } target => new Wants(new SetTarget(target, null)),
        Handed.Settled when CoreJson.Read(handed.Text, MetricsJson.Settlement) is { } over => new Wants(new SettleTarget(over.Target, over.Outcome)),
        Handed.Key when CoreJson.Read(handed.Text, MetricsJson.Key) is { } key => new Wants(new UseKey(key.Key, key.Body)),
        Handed.Edge when EdgeOf(handed) is { } edge => new Wants(new AddEdge(edge)),
        Handed.NoEdge when EdgeOf(handed) is { } edge => new Wants(new DropEdge(edge)),

        Linked.Verb when Linked.Of(handed.Text) is { } link => new Wants(new KeepLink(link)),

        // What a new value of a part means is worked out after every turn of a metric that has a formula.
        Handed.Recompute => new Wants([]),
        _ => new Says(Turn.NotMine),
    };

    public static string Verb(HandedOver handed) => handed.To.Split('/')[^1];

    /// <summary>How far a new value has come up the tree.</summary>
    public static int Hops(Incoming incoming) => incoming is HandedOver handed && Verb(handed) == Handed.Recompute
        ? CoreJson.Read(handed.Text, MetricsJson.Line)?.Hops ?? MetricLimits.Hops
        : 0;

    /// <summary>The formula that an import brings.</summary>
    public static Formula? FormulaOf(HandedOver handed) => Verb(handed) == Handed.Record && CoreJson.Read(handed.Text, MetricsJson.Values)?.Formula is { } text
        ? Formula.Of(text)
        : null;

    private static Wants Record(Scene scene, HandedValues values)
    {
        var entries = values.Values.IsDefault ? [] : values.Values
            .Select(value => Period.Of(value.Period, scene.Today) is { } period ? new Entry(period, value.Value, Typed.LineOrNull(value.Source) is { } source ? Typed.Clip(source, MetricLimits.Source - 1) : null) : null).OfType<Entry>().ToImmutableArray();
        var record = new Record(Typed.Line(values.Name), entries, values.Unit is { } unit ? Unit.Of(unit) : null, Typed.Clip(Typed.Line(values.Source), MetricLimits.Source - 1))
        {
            Batch = values.Batch,
            Why = $"brought by {Typed.Clip(Typed.Line(values.Source), MetricLimits.Source)}",
            Formula = values.Formula is { } formula ? Formula.Of(formula) : null,
        };
        return new Wants([record, .. values.PartOf.Select(name => new AddEdge(new(EdgeKind.Component, Side.Above, name)))]);
    }

    private static Edge? EdgeOf(HandedOver handed) =>
        CoreJson.Read(handed.Text, MetricsJson.Line) is { } edge && Enum.IsDefined(edge.Kind) && Enum.IsDefined(edge.Side) && edge.Name.Length is > 0 and <= MetricName.Longest
            ? new Edge(edge.Kind, edge.Side, edge.Name)
            : null;
}
