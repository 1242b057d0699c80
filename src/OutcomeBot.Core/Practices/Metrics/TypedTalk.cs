using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;
using Match = System.Text.RegularExpressions.Match;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What short lines want.</summary>
internal static partial class TypedTalk
{
    public static Meaning Of(Scene scene, MetricLine line) => (line.Verb, scene.Kept) switch
    {
        ("list", _) => new Says(scene.Tell(MetricsNotes.List([.. scene.Readings.Metrics.Values]))),
        ("retired", _) => new Says(scene.Tell(MetricsNotes.Retired([.. scene.Readings.Pages.Values.SelectMany(found => found)]))),
        ("help", _) => new Says(scene.Tell(MetricsNotes.Help)),
        ("import", _) => new Says(scene.Open(ImportForms.Import)),
        (MetricLine.Record, _) => Record(scene, line),
        (MetricLine.Formula, _) => Derive(scene, line),
        ("define", var kept) => new Says(scene.Open(MetricsForms.Define(scene.Subject, kept, line.Name.Length > 0 ? line.Name : line.Rest))),
        (MetricLine.Show, { } kept) => new Says(scene.Tell(MetricsCards.Of(scene.Subject, kept))),
        (_, null) => NotKnown(scene, line),
        (var verb, { } kept) => OfKept(scene, kept, verb, line.Rest),
    };

    /// <summary>The value to record; a number that may be two is asked about.</summary>
    public static Meaning Recorded(Scene scene, string name, Typing typing) => (typing.Amount, scene.State) switch
    {
        (Amount.Exactly exactly, _) => new Wants(new Record(name, [new Entry(typing.Period ?? Usual(scene), exactly.Value)], typing.Unit, Source(scene, typing)) { Why = typing.Why }, "value"),
        (Amount.Either either, _) => new Says(scene.Open(MetricsForms.Which(scene.Subject, name, either, typing))),
        _ => Meaning.Refuse(scene, $"I can't read a number there. Type the name, the number, its unit and the period: metric {(name.Length > 0 ? name : "lead-time")} 88 days Q4"),
    };

    private static Meaning Record(Scene scene, MetricLine line)
    {
        var name = line.Name.Length > 0 ? line.Name : scene.Kept?.Definition.Name ?? "";
        return name.Length == 0
            ? Meaning.Refuse(scene, "Name the metric first, then the number: metric lead-time 88 days Q4")
            : Recorded(scene, name, MetricLine.TypingOf(line.Rest, scene.Today));
    }

    private static Meaning Derive(Scene scene, MetricLine line)
    {
        if (Formula.Of(line.Rest) is not { } formula)
            return Meaning.Refuse(scene, "I can't read that formula. Write growth of revenue, share of net-profit in revenue, revenue - cogs, or cost / items.");
        var parts = scene.PartsOf(formula);
        var unit = parts.IsEmpty ? null : formula.UnitOf([.. parts.Select(part => part.Unit)]);
        var definition = scene.Kept?.Definition ?? new Definition(line.Name, unit ?? "", Better.Higher);
        return new Wants(new Define(definition with { Formula = formula }) { PartUnits = Units(scene, formula) });
    }

    /// <summary>What the parts of a formula are measured in, as far as they are known.</summary>
    public static ImmutableDictionary<string, string> Units(Scene scene, Formula? formula) => formula?.Parts
        .Select(part => scene.Readings.MetricOf(part)).OfType<Metric>().DistinctBy(part => part.Subject.Id)
        .ToImmutableDictionary(part => part.Subject.Id, part => part.Unit) ?? ImmutableDictionary<string, string>.Empty;

    private static Meaning OfKept(Scene scene, Kept kept, string verb, string rest) => (verb, rest) switch
    {
        ("history", _) => new Says(scene.Tell(MetricsNotes.History(kept))),
        ("correct", _) => new Says(scene.Open(MetricsForms.Record(scene.Subject, kept.Definition.Name, kept))),
        ("why", _) => new Wants(new RaiseConcern()),
        ("picture", _) => Picture(scene, kept),
        ("back", _) => new Wants(new BringBack()),
        ("retire", "") => new Says(scene.Open(MetricsForms.Retire(scene.Subject))),
        ("retire", _) => new Wants(new Retire(Leading().Replace(rest, ""))),
        ("target", "") => new Says(scene.Open(MetricsForms.Target(scene.Subject, kept))),
        ("target", "none") => new Wants(new SetTarget(null, null)),
        ("target", _) => Target(scene, rest),
        ("threshold", "") => new Says(scene.Open(MetricsForms.Threshold(scene.Subject, kept))),
        ("threshold", "none") => new Wants(new SetThreshold(null, null, null, null, null)),
        ("threshold", _) => Threshold(scene, rest),
        ("limits", "free") => new Wants(new FreeLimits()),
        ("limits", _) => new Says(scene.Open(MetricsForms.Limits(scene.Subject, kept))),
        ("split", _) => new Says(scene.Open(MetricsForms.Split(scene.Subject))),
        ("drives" or "undrive", "") => Meaning.Refuse(scene, $"Name the metric that it drives: metric {kept.Definition.Name} drives revenue-growth"),
        ("drives", _) when scene.Readings.MetricOf(rest) is not { } => Meaning.Refuse(scene, $"There's no metric named {Typed.Clip(rest, 60)} yet. Record its first value, then say what drives it."),
        ("drives", _) => new Wants(new AddEdge(new(EdgeKind.Influence, Side.Above, scene.Readings.MetricOf(rest)!.Name))),
        ("undrive", _) => new Wants(new DropEdge(new(EdgeKind.Influence, Side.Above, rest))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The picture for everybody here.</summary>
    public static Meaning Picture(Scene scene, Kept kept) => MetricPlot.Of(kept) is { } plot
        ? new Says(new Post(scene.Incoming.Place, new Card(MetricsCards.Title(kept), plot)))
        : Meaning.Refuse(scene, $"A picture needs two values, and {kept.Definition.Name} has {kept.Readings.Length}.");

    private static Meaning Target(Scene scene, string rest)
    {
        var match = TargetShape().Match(rest);
        var day = match.Groups["by"].Success ? Period.Of(match.Groups["by"].Value, scene.Today)?.Last : null;
        return Amount.Of(match.Groups["value"].Value) is not Amount.Exactly { Value: var value } || (match.Groups["by"].Success && day is null)
            ? Meaning.Refuse(scene, "Say the value and the day: target 57 days by 2026-12-31. To rub the target out: target none.")
            : new Wants(new SetTarget(new MetricTarget(value, day), UnitOf(match)));
    }

    private static Meaning Threshold(Scene scene, string rest)
    {
        var match = ThresholdShape().Match(rest);
        var warns = match.Groups["warn"].Success;
        var warning = warns && Amount.Of(match.Groups["warn"].Value) is Amount.Exactly early ? early.Value : (decimal?)null;
        if (Amount.Of(match.Groups["value"].Value) is not Amount.Exactly { Value: var limit } || (warns && warning is null))
            return Meaning.Refuse(scene, "Say the limit, and if you like when to warn and what to do: threshold -20 % warn -15 % then review spending. To rub it out: threshold none.");
        Heading? side = match.Groups["side"].Value.ToLowerInvariant() switch { "above" or "over" => Heading.Up, "below" or "under" => Heading.Down, _ => null };
        return new Wants(new SetThreshold(limit, warning, side, Typed.LineOrNull(match.Groups["action"].Value), UnitOf(match)));
    }

    // A value without a period is about the current one of the metric's cadence.
    private static Period Usual(Scene scene) => Period.Holding(scene.Today, scene.Kept?.Definition.Cadence switch
    {
        Cadence.Weekly => PeriodKind.Week,
        Cadence.Monthly => PeriodKind.Month,
        Cadence.Quarterly => PeriodKind.Quarter,
        Cadence.Yearly => PeriodKind.Year,
        _ => PeriodKind.Day,
    });

    private static string Source(Scene scene, Typing typing) => typing.Source ?? $"typed by {scene.By.Name}";

    private static string? UnitOf(Match match) => Typed.LineOrNull(match.Groups["unit"].Value) is { } unit ? Unit.Of(unit) : null;

    private static Meaning NotKnown(Scene scene, MetricLine line)
    {
        var name = Typed.Clip(line.Name, MetricName.Longest);
        var near = Nearest.Word(name, scene.Readings.Metrics.Values.Select(metric => metric.Name));
        return Meaning.Refuse(scene, near is null
                ? $"There's no metric named {name} yet. Record its first value with a line such as: metric {name} 88 days Q4"
                : $"There's no metric named {name} yet. Did you mean {near}?",
            near is null
                ? new Button("Define it", new Press(MetricName.Practice, scene.Subject.Id, PressVerb.Define), ButtonKind.Primary)
                : new Button($"Show {Typed.Clip(near, 20)}", new Press(MetricName.Practice, MetricName.IdOf(near), PressVerb.Show), ButtonKind.Primary));
    }

    [GeneratedRegex(@"\A(to )?(?<value>[-+−]?\d[\d.,]*)\s*(?<unit>.*?)(\s*\b(by|until) (?<by>.+))?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TargetShape();

    [GeneratedRegex(@"\A((?<side>above|over|below|under) )?(?<value>[-+−]?\d[\d.,]*)\s*(?<unit>.*?)(\s*,?\s*\bwarn(ing)?( at| from)? (?<warn>[-+−]?\d[\d.,]*)[^\d]*?)??(\s*,?\s*\bthen (?<action>.+))?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ThresholdShape();

    [GeneratedRegex(@"\A(because|as|since):? ", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}
