using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The card of a metric or an import, state by state.</summary>
internal static class MetricsCards
{
    private const int MostDisagreements = 6;

    public static Card Of(Subject subject, MetricsState state) => state switch
    {
        Unknown or UsedKeys => new Card("A metric", new Prose("Nothing has been recorded yet.")),
        Kept kept => Of(subject, kept),
        Tokens tokens => TokenTalk.List(subject, tokens),
        Importing import => ImportCards.Of(subject, import),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>One line for lists: the name and the newest value.</summary>
    public static string Title(Kept kept) => kept.Last is { } last
        ? $"{kept.Definition.Name}: {Quantity.Text(last.Value, kept.Definition.Unit)} ({Called(last)})"
        : $"{kept.Definition.Name}: no value yet";

    public static string Called(Reading reading) => reading.Period ?? CardText.Of(reading.AsOf);

    private static Card Of(Subject subject, Kept kept) => new(Title(kept),
    [
        .. kept.Retired is { } retired ? [new Prose($"{"Retired":strong} by {retired.By}, {retired.At}: {retired.Reason}")] : ImmutableArray<Block>.Empty,
        .. DangerLine(kept),
        new Facts([.. FactsOf(kept)]),
        .. MetricPlot.Of(kept) is { } plot ? [plot] : ImmutableArray<Block>.Empty,
        .. kept.Disagreements.IsEmpty ? ImmutableArray<Block>.Empty : [new Prose(Disagreeing(kept))],
        .. Tree(kept) is { } tree ? [new Aside(tree)] : ImmutableArray<Block>.Empty,
        .. kept.Last is { } last ? [new Aside(Origin(last, kept.Definition.Unit))] : ImmutableArray<Block>.Empty,
        .. kept.Links.Select(link => new Aside($"Led to: {link.Title}")),
        new Buttons([.. ButtonsOf(subject, kept)]),
    ]);

    private static IEnumerable<Block> DangerLine(Kept kept)
    {
        if (kept is not { Threshold: { } threshold, Retired: null }) yield break;
        var action = threshold.Action is { } due ? $" Agreed for this: {due}" : "";
        var unit = kept.Definition.Unit;
        switch (Standing.DangerOf(kept))
        {
            case Danger.Reached: yield return new Prose($"{"Limit reached":strong}: {Quantity.Text(threshold.Limit, unit)}.{action}"); break;
            case Danger.Warned: yield return new Prose($"{"Warning":strong}: past {Quantity.Text(threshold.Warning!.Value, unit)} on the way to {Quantity.Text(threshold.Limit, unit)}.{action}"); break;
        }
    }

    private static IEnumerable<Fact> FactsOf(Kept kept)
    {
        var (definition, standing, unit) = (kept.Definition, Standing.Of(kept), kept.Definition.Unit);
        if (kept.Last is { } last)
        {
            if (kept.Readings.Length > 1 && kept.Readings[^2] is { } before)
                yield return new("Change", $"{Unit.Change(before.Value, last.Value, unit)} from {Quantity.Text(before.Value, unit)} in {Called(before)}");
            yield return new("Signal or noise", standing.Verdict(unit));
            yield return new("Trend", standing.TrendWords(definition.Better));
        }

        if (kept.Target is { } target) yield return new("Target", TargetWords(kept, target));
        else if (kept.Settled is { } settled) yield return new("Last target", SettledWords(settled, unit));
        if (kept.Threshold is { } threshold)
        {
            var (one, many) = PeriodWords(kept);
            yield return new("Threshold", $"{(threshold.Beyond == Statistics.Heading.Up ? "below" : "above")} {Quantity.Text(threshold.Limit, unit)}{(threshold.Warning is { } warning ? $", warning from {Quantity.Text(warning, unit)}" : "")}");
            if (standing.ForecastWords(threshold, unit, one, many) is { } words) yield return new("Forecast", words);
        }

        if (kept.Limits is { } limits) yield return new("Limits locked", $"{limits.From} to {limits.To}, by {limits.By}: {limits.Reason}");
        if (kept.Split is { } split) yield return new("Split", $"from {split.From}, by {split.By}: {split.Reason}");
        yield return new("Better", BetterWords(definition));
        if (Unit.IsTime(unit) && definition.Formula is null) yield return new("Clock", definition.Clock ?? "not said: what starts and what stops it?");
        if (definition.Formula is { } formula) yield return new("Formula", formula.ToString());
        if (definition.Meaning.Length > 0) yield return new("Means", definition.Meaning);
        if (definition.IsDefined) yield return new("Kept", Keeping(definition));
        yield return new("Values", $"n = {kept.Readings.Length}{(kept.Readings.Length > 1 ? $", {Called(kept.Readings[0])} to {Called(kept.Readings[^1])}" : "")}");
    }

    private static Words TargetWords(Kept kept, MetricTarget target)
    {
        var (unit, better) = (kept.Definition.Unit, kept.Definition.Better);
        var by = target.By is { } day ? (Words)$" by {day}" : Words.None;
        if (kept.Last is not { } last) return (Words)$"{Quantity.Text(target.Value, unit)}" + by;
        var isMet = better switch { Better.Lower => last.Value <= target.Value, Better.Higher => last.Value >= target.Value, _ => last.Value == target.Value };
        return (Words)$"{Quantity.Text(target.Value, unit)}" + by + (isMet ? " · met" : $" · {Quantity.Text(Math.Abs(target.Value - last.Value), unit == Unit.Percent ? Unit.PercentagePoints : unit)} to go");
    }

    private static Words SettledWords(SettledTarget settled, string unit) =>
        (Words)$"{Quantity.Text(settled.Target.Value, unit)}" + (settled.Target.By is { } day ? (Words)$" by {day}" : Words.None)
        + (Words)$" · {settled.Outcome.ToString().ToLowerInvariant()}, reviewed by {settled.By}, {settled.At}";

    private static Words Origin(Reading last, string unit) => last.IsDerived
        ? (Words)$"Source: {last.Source} · as of {last.AsOf} · worked out {last.RecordedAt}"
        : $"Source: {last.Source} · as of {last.AsOf} · entered by {last.By}, {last.RecordedAt}{(last.Was.IsEmpty ? "" : $" · corrected, was {Quantity.Text(last.Was[^1].Value, unit)}")}";

    private static string BetterWords(Definition definition) => definition switch
    {
        { Better: Better.Within, RangeLow: { } low, RangeHigh: { } high } => $"from {Quantity.Text(low)} to {Quantity.Text(high, definition.Unit)}",
        { Better: Better.Lower } => definition.IsDefined ? "lower" : "lower, guessed from the name",
        _ => definition.IsDefined ? "higher" : "higher, guessed from the name",
    };

    private static Words Keeping(Definition definition)
    {
        var what = $"{definition.Level.ToString().ToLowerInvariant()} metric{(definition.Cadence == Cadence.Unset ? "" : $", {definition.Cadence.ToString().ToLowerInvariant()}")}";
        return definition.Owner is { } owner ? (Words)$"{what}, owned by {owner}" : what;
    }

    private static string Disagreeing(Kept kept) => string.Join('\n', kept.Disagreements.TakeLast(MostDisagreements).Select(one =>
        $"{one.Period}: recorded {Quantity.Text(one.Recorded, kept.Definition.Unit)}, but {kept.Definition.Formula} gives {Quantity.Text(one.Computed, kept.Definition.Unit)}{(one.WithinRounding ? " (rounding of the parts could explain it)" : "")}."));

    private static Words? Tree(Kept kept)
    {
        ImmutableArray<string> lines =
        [
            .. Names(kept, "Made of", EdgeKind.Component, Side.Below), .. Names(kept, "Part of", EdgeKind.Component, Side.Above),
            .. Names(kept, "Driven by", EdgeKind.Influence, Side.Below), .. Names(kept, "Drives", EdgeKind.Influence, Side.Above),
        ];
        return lines.IsEmpty ? null : (Words)string.Join(" · ", lines);
    }

    private static IEnumerable<string> Names(Kept kept, string label, EdgeKind kind, Side side)
    {
        var names = kept.Edges.Where(edge => edge.Kind == kind && edge.Side == side).Select(edge => edge.Name).ToList();
        if (names.Count > 0) yield return $"{label} {string.Join(", ", names)}";
    }

    private static IEnumerable<Button> ButtonsOf(Subject subject, Kept kept)
    {
        if (kept.Retired is not null)
        {
            yield return new Button("Bring it back", subject.Press(PressVerb.Back), ButtonKind.Primary);
            yield return new Button("History", subject.Press(PressVerb.History));
            yield break;
        }

        var isInDanger = Standing.DangerOf(kept) != Danger.None;
        if (isInDanger) yield return new Button("Ask five whys", subject.Press(PressVerb.AskWhy), ButtonKind.Primary, kept.Definition.Name);
        if (!kept.Definition.IsDefined) yield return new Button("Define it", subject.Press(PressVerb.Define), isInDanger ? ButtonKind.Plain : ButtonKind.Primary, kept.Definition.Name);
        yield return new Button("Record a value", subject.Press(PressVerb.Record), isInDanger || !kept.Definition.IsDefined ? ButtonKind.Plain : ButtonKind.Primary, kept.Definition.Name);
        yield return new Button("History", subject.Press(PressVerb.History), About: kept.Definition.Name);
        if (kept.Readings.Length > 1) yield return new Button("Picture", subject.Press(PressVerb.Picture), About: kept.Definition.Name);
        yield return new Button("More", subject.Press(PressVerb.More), About: kept.Definition.Name);
    }

    /// <summary>What a step of this series is called.</summary>
    public static (string One, string Many) PeriodWords(Kept kept) => kept.Last is { Period: { } name } last && Period.Of(name, last.AsOf) is { } period
        ? period.Kind switch
        {
            PeriodKind.Week => ("week", "weeks"),
            PeriodKind.Month => ("month", "months"),
            PeriodKind.Quarter => ("quarter", "quarters"),
            PeriodKind.Year => ("year", "years"),
            _ => ("value", "values"),
        }
        : ("value", "values");
}
