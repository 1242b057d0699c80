using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What filled forms want. Everything in them is as hostile as any text.</summary>
internal static class FilledTalk
{
    public static Meaning Of(Scene scene, Press press, FormValues values) => (press.Verb, scene.Kept) switch
    {
        (PressVerb.Import, _) => ImportTalk.Of(scene, values),
        (PressVerb.Define, var kept) => Define(scene, kept, values),
        (PressVerb.Record or PressVerb.Correct, var kept) => Record(scene, kept, values),
        (_, null) => Meaning.Refuse(scene, MetricsRules.Nobody.Sentence),
        (PressVerb.Target, _) => Number(values, "value") is { } value
            ? new Wants(new SetTarget(new MetricTarget(value, values.Date("by")), null), "value")
            : Wrong(scene, "value"),
        (PressVerb.Threshold, _) => Threshold(scene, values),
        (PressVerb.Limits, _) => values.Date("from") is { } from && values.Date("to") is { } to
            ? new Wants(new LockLimits(from, to, values.Text("reason")), "from")
            : Wrong(scene, "from", "Choose the first and the last day of the baseline."),
        (PressVerb.Split, _) => values.Date("from") is { } day
            ? new Wants(new SplitAt(day, values.Text("reason")), "from")
            : Wrong(scene, "from", "Choose the day from which on the process is another one."),
        (PressVerb.Retire, _) => new Wants(new Retire(values.Text("reason")), "reason"),
        _ => new Says(Turn.NotMine),
    };

    private static Meaning Record(Scene scene, Kept? kept, FormValues values)
    {
        // A choice between two readings of a number comes back in our own notation.
        var (number, notation) = values.Text("which") is { Length: > 0 } which ? (which, Notation.Point) : (values.Text("value"), Notation.Unknown);
        var named = Typed.LineOrNull(values.Text("period"));
        var period = named is null ? null : Period.Of(named, scene.Today);
        if (named is not null && period is null)
            return Wrong(scene, "period", $"\"{Typed.Clip(named, 40)}\" isn't a period I know. Write Q4, Nov 2026, 2026-W31, 2026 or a date such as 2026-12-31.");
        return Amount.Of(number, notation) switch
        {
            Amount.Exactly exactly => TypedTalk.Recorded(scene, kept?.Definition.Name ?? Typed.Line(values.Text("name")),
                new Typing(exactly, Typed.LineOrNull(values.Text("unit")) is { } unit ? Unit.Of(unit) : null, period, Typed.LineOrNull(values.Text("source")), Typed.LineOrNull(values.Text("why")))),
            Amount.Either either => Wrong(scene, "value", $"This may be {Quantity.Text(either.Thousands)} or {either.Decimals.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Write it without a mark between thousands, and with two decimals or more than three."),
            _ => Wrong(scene, "value"),
        };
    }

    private static Meaning Define(Scene scene, Kept? kept, FormValues values)
    {
        var was = kept?.Definition ?? new Definition(values.Text("name"), "", Better.Higher);
        var formula = Formula.Of(values.Text("formula"));
        if (formula is null && values.Text("formula").Length > 0)
            return Wrong(scene, "formula", "Write growth of revenue, share of net-profit in revenue, revenue - cogs, or cost / items.");
        foreach (var end in s_ends)
            if (values.Text(end).Length > 0 && Number(values, end) is null) return Wrong(scene, end);
        var definition = was with
        {
            Unit = values.Text("unit"),
            Better = Chosen(values, "better", was.Better),
            Level = Chosen(values, "level", was.Level),
            Cadence = Chosen(values, "cadence", was.Cadence),
            Owner = values.Person("owner"),
            Meaning = values.Text("meaning"),
            ClockStarts = values.Text("starts"),
            ClockStops = values.Text("stops"),
            RangeLow = Number(values, "low"),
            RangeHigh = Number(values, "high"),
            Formula = formula,
        };
        return new Wants(new Define(definition) { PartUnits = TypedTalk.Units(scene, formula) }, "unit");
    }

    private static Meaning Threshold(Scene scene, FormValues values)
    {
        if (Number(values, "value") is not { } limit) return Wrong(scene, "value");
        if (values.Text("warning").Length > 0 && Number(values, "warning") is null) return Wrong(scene, "warning");
        Heading? side = Enum.TryParse<Heading>(values.Text("side"), out var heading) && Enum.IsDefined(heading) ? heading : null;
        return new Wants(new SetThreshold(limit, Number(values, "warning"), side, values.Text("action"), null), "value");
    }

    private static readonly ImmutableArray<string> s_ends = ["low", "high"];

    private static Says Wrong(Scene scene, string field, string sentence = "Write a plain number here, such as 57 or -15.5.") => new(
        scene.Incoming.Door.HasFlag(OpenDoor.FieldErrors) ? new Wrong((field, sentence)) : scene.Tell("Not saved", sentence));

    private static decimal? Number(FormValues values, string field) => Amount.Of(values.Text(field)) is Amount.Exactly exactly ? exactly.Value : null;

    private static T Chosen<T>(FormValues values, string field, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(values.Text(field), out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;
}
