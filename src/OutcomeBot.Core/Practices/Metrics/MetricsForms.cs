using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;
using NodaTime;
using NodaTime.Text;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>The forms of a metric.</summary>
internal static class MetricsForms
{
    private const int NumberLength = 30;

    /// <summary>The definition; for a metric that nobody has named yet, the name is asked too.</summary>
    public static Form Define(Subject? subject, Kept? kept, string name)
    {
        var definition = kept?.Definition ?? new Definition(name, "", Better.Higher);
        return new Form("Define a metric", "Save definition", PressOf(subject, kept, PressVerb.Define),
            kept is null ? "What is measured, and how?" : $"What does {definition.Name} mean?",
            [
                .. kept is null ? [Line("name", "Name", "Short, as people will type it: lead-time", Typed.Clip(name, MetricName.Longest), MetricName.Longest)] : ImmutableArray<Field>.Empty,
                Optional("unit", "Unit", "days, hours, %, pp, EUR, items; empty for a plain count", definition.Unit, Unit.Longest),
                new ChoiceField("better", "Which way is better?", [new(nameof(Better.Higher), "Higher is better"), new(nameof(Better.Lower), "Lower is better"), new(nameof(Better.Within), "Inside a range")], definition.Better.ToString()),
                Optional("low", "Good from", "Only for a range", Text(definition.RangeLow), NumberLength),
                Optional("high", "Good to", "Only for a range", Text(definition.RangeHigh), NumberLength),
                Optional("starts", "What starts the clock?", "For any time: the customer asks", definition.ClockStarts ?? "", MetricLimits.Clock),
                Optional("stops", "What stops the clock?", "For any time: the customer can use it", definition.ClockStops ?? "", MetricLimits.Clock),
                Optional("meaning", "What is measured?", "In a sentence, with what is left out", definition.Meaning, MetricLimits.Text),
                Choice("level", "What is it about?", definition.Level),
                new PersonField("owner", "Who owns it?", definition.Owner) { Answering = Answering.Optional, Hint = "The owner alone changes the definition." },
                new ChoiceField("cadence", "How often is there a value?", [.. Enum.GetValues<Cadence>().Select(cadence => new Option(cadence.ToString(), cadence == Cadence.Unset ? "Not said" : cadence.ToString()))], definition.Cadence.ToString()),
                Optional("formula", "Does it follow from others?", "growth of revenue · share of net-profit in revenue · revenue - cogs", definition.Formula?.ToString() ?? "", 300),
            ]);
    }

    public static Form Record(Subject? subject, string name, Kept? kept) => new(
        "Record a value", "Record value", PressOf(subject, kept, PressVerb.Record),
        kept is null ? "A first value names a metric; what it means can be said afterwards." : $"A new value of {name}, or another one for a period that has one.",
        [
            .. kept is null ? [Line("name", "Metric", "Short, as people will type it: lead-time", name, MetricName.Longest)] : ImmutableArray<Field>.Empty,
            .. Values("", kept?.Definition.Unit ?? "", "", kept is null ? Answering.Optional : null),
        ]);

    /// <summary>A value that would take the place of another; the argument of the press holds both, as 2026-12-31:86.</summary>
    public static Form Correct(Subject subject, Kept kept, string? argument)
    {
        var (day, value) = argument?.Split(':') is [var left, var right] ? (LocalDatePattern.Iso.Parse(left) is { Success: true } parsed ? parsed.Value : (LocalDate?)null, right) : (null, "");
        var reading = kept.Readings.LastOrDefault(one => one.AsOf == day) ?? kept.Last;
        var period = reading is null ? "" : reading.Period ?? LocalDatePattern.Iso.Format(reading.AsOf);
        return new Form("Correct a value", "Correct it", subject.Press(PressVerb.Correct),
            reading is null ? $"{kept.Definition.Name} has no value yet." : $"{period}: {Quantity.Text(reading.Value, kept.Definition.Unit)}, recorded by {reading.By}. It stays readable.",
            Values(value, kept.Definition.Unit, period, Answering.Required));
    }

    /// <summary>Which of two numbers was meant.</summary>
    public static Form Which(Subject subject, string name, Amount.Either either, Typing typing)
    {
        string[] numbers = [either.Thousands.ToString(CultureInfo.InvariantCulture), either.Decimals.ToString(CultureInfo.InvariantCulture)];
        return new Form("Which number?", "Record it", new Press(MetricName.Practice, null, PressVerb.Record),
            $"The mark in {numbers[1]} may part thousands or decimals.",
            [
                Line("name", "Metric", "", name, MetricName.Longest),
                new ChoiceField("which", "Which number do you mean?", [.. numbers.Select(number => new Option(number, number))]),
                .. Values(null, typing.Unit ?? "", typing.Period is { } period ? period.Name ?? LocalDatePattern.Iso.Format(period.Last) : "", Answering.Optional, typing.Source, typing.Why),
            ]);
    }

    public static Form Target(Subject subject, Kept kept) => new("Target", "Set target", subject.Press(PressVerb.Target),
        $"Where is {kept.Definition.Name} to be, by when?",
        [
            Line("value", "Value", kept.Definition.Unit, Text(kept.Target?.Value), NumberLength),
            new DateField("by", "By", kept.Target?.By) { Answering = Answering.Optional },
        ]);

    public static Form Threshold(Subject subject, Kept kept) => new("Threshold", "Set threshold", subject.Press(PressVerb.Threshold),
        $"Which value of {kept.Definition.Name} must not be reached, and what happens then?",
        [
            Line("value", "Limit", kept.Definition.Unit, Text(kept.Threshold?.Limit), NumberLength),
            Optional("warning", "Warn from", "Before the limit", Text(kept.Threshold?.Warning), NumberLength),
            new ChoiceField("side", "Where does the danger lie?", [new(nameof(Heading.Up), "Above the limit"), new(nameof(Heading.Down), "Below the limit")],
                (kept.Threshold?.Beyond ?? (kept.Definition.Better == Better.Lower ? Heading.Up : Heading.Down)).ToString()),
            Optional("action", "What is done then?", "By whom, within how long", kept.Threshold?.Action ?? "", MetricLimits.Text),
        ]);

    public static Form Limits(Subject subject, Kept kept) => new("Lock limits", "Lock limits", subject.Press(PressVerb.Limits),
        $"Natural process limits from a baseline don't move when values are added. From {ProcessLimits.FirmPoints} values on they are firm.",
        [
            new DateField("from", "First day of the baseline", kept.Limits?.From ?? (kept.Readings.IsEmpty ? null : kept.Readings[0].AsOf)),
            new DateField("to", "Last day of the baseline", kept.Limits?.To ?? kept.Last?.AsOf),
            Line("reason", "Why this stretch?", "What makes it typical", kept.Limits?.Reason ?? "", MetricLimits.Text),
        ]);

    public static Form Split(Subject subject) => new("Split the series", "Split here", subject.Press(PressVerb.Split),
        "From that day on it's another process: earlier values stay, and the limits are worked out from the later ones.",
        [
            new DateField("from", "First day of the new process"),
            Line("reason", "What changed?", "In the process, not in the numbers", "", MetricLimits.Text),
        ]);

    public static Form Retire(Subject subject) => new("Retire a metric", "Retire it", subject.Press(PressVerb.Retire),
        "Its values stay readable, and it can be brought back.",
        [Line("reason", "Why isn't it needed any more?", "", "", MetricLimits.Text)]);

    private static ImmutableArray<Field> Values(string? value, string unit, string period, Answering? reason, string? source = null, string? why = null) =>
    [
        .. value is null ? ImmutableArray<Field>.Empty : [Line("value", "Value", "A number, such as 88 or -15.5", value, NumberLength)],
        Optional("unit", "Unit", "As defined, when left empty", unit, Unit.Longest),
        Optional("period", "Which period?", "Q4, Nov 2026, 2026-W31, a date, last week; today when left empty", period, 40),
        Optional("source", "Where is it from?", "A report, a dashboard, its date", source ?? "", MetricLimits.Source),
        .. reason == Answering.Required
            ? [Line("why", "Why is it corrected?", "", why ?? "", MetricLimits.Text)]
            : ImmutableArray.Create<Field>(Optional("why", "If it corrects a value: why?", "The old value stays readable", why ?? "", MetricLimits.Text)),
    ];

    private static Press PressOf(Subject? subject, Kept? kept, string verb) =>
        subject is not null && kept is not null ? subject.Press(verb) : new Press(MetricName.Practice, null, verb);

    private static ChoiceField Choice<T>(string name, string label, T chosen)
        where T : struct, Enum => new(name, label, [.. Enum.GetNames<T>().Select(value => new Option(value, value))], chosen.ToString());

    private static TextField Line(string name, string label, string hint, string value, int longest) =>
        new(name, label, longest, TextSize.Line, value) { Hint = hint.Length == 0 ? null : hint };

    private static TextField Optional(string name, string label, string hint, string value, int longest) =>
        Line(name, label, hint, value, longest) with { Answering = Answering.Optional };

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
