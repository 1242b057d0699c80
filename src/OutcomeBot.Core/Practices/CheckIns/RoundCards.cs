using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The card of a round: the question, who answered what, and what changed since the time before.</summary>
public static class RoundCards
{
    private const int TitleLength = 140;

    public static Card Of(Subject subject, Round round) => round is { IsQuiet: true, Report: { } report } && round.Answers.IsEmpty ? QuietCard(round, report) : new Card(Title(round),
    [
        .. Notices(round),
        .. round.Report is { } found ? Found(round, found) : ImmutableArray<Block>.Empty,
        .. Answers(round),
        .. round.Before is { } before ? [new Aside(Since(round, before))] : ImmutableArray<Block>.Empty,
        .. round.Skip is { } skip ? [new Prose($"{"Skipped":strong} by {skip.By}: {skip.Reason}")] : ImmutableArray<Block>.Empty,
        .. round.Snooze is { } snooze ? [new Prose($"{"Put off":strong} by {snooze.By} until {snooze.Until}.")] : ImmutableArray<Block>.Empty,
        new Buttons(Choices(subject, round)),
        new Aside($"For {round.Call.For}. Answers until {round.Closes} are on time; later ones are kept for this date and marked late."),
    ]);

    /// <summary>Nothing to ask, in a line; whoever wants to know more reads on.</summary>
    private static Card QuietCard(Round round, Report report) => new(Title(round),
    [
        .. Notices(round),
        .. report.Items.Select(Item),
        .. report.Lines.Select(line => new Aside(line)),
        new Aside($"For {round.Call.For}."),
    ]);

    private static ImmutableArray<Block> Found(Round round, Report report) =>
    [
        .. round.Call.Topic.Kind == CheckInKind.MetricUpdate ? [new Prose($"{report.Headline:strong}")] : ImmutableArray<Block>.Empty,
        .. report.Lines.Select(line => new Prose(line)),
        .. report.Items.Select(Item),
        .. report.Items.Where(item => item.Open is not null).Take(1).Select(item => new Buttons(new Button("Open it", item.Open!, About: CardText.Of(item.Words)))), // Only items that lead somewhere.
        .. round.Call.Topic.Kind == CheckInKind.MetricUpdate ? ImmutableArray<Block>.Empty : [new Prose($"{Topics.Question(round.Call.Topic):strong}")],
    ];

    private static Outline Item(ReportItem item) => new([new OutlineRow(0, "•", item.Words, item.Quiet)]);

    /// <summary>The question as a title.</summary>
    public static string Name(Round round) => Typed.Clip(Topics.Title(round.Call.Topic), TitleLength);

    /// <summary>What was found, when there is something to be found; else the question.</summary>
    private static string Title(Round round) =>
        round is { Report: { } report, Call.Topic.Kind: not CheckInKind.MetricUpdate } ? Typed.Clip(report.Headline, TitleLength) : Name(round);

    /// <summary>The question once more, in the thread of its card.</summary>
    public static Card Again(Subject subject, Round round) => new(Typed.Clip($"Again: {Topics.Question(round.Call.Topic)}", TitleLength),
        new Prose("Somebody put this off until now."),
        new Buttons(Choices(subject, round)));

    /// <summary>What a private message says besides the question, a sentence each.</summary>
    public static ImmutableArray<string> Lines(Round round) =>
    [
        .. round.Report is { } report ? [report.Headline, .. report.Lines.Select(line => CardText.Of(line))] : ImmutableArray<string>.Empty,
        .. Notes(round),
    ];

    private static ImmutableArray<string> Notes(Round round) =>
    [
        .. MissedLine(round) is { } missed ? [missed] : ImmutableArray<string>.Empty,
        .. round.Call.Shift is { } shift ? [shift] : ImmutableArray<string>.Empty,
    ];

    private static IEnumerable<Block> Notices(Round round) => Notes(round).Select(line => new Prose(line));

    private static string? MissedLine(Round round) => round.Call.Missed switch
    {
        [] => null,
        [var one] => $"While I couldn't ask here, the check-in of {CardText.Of(one)} was missed. This message stands for it too.",
        var several => $"While I couldn't ask here, {several.Length.ToString(CultureInfo.InvariantCulture)} check-ins were missed, from {CardText.Of(several[0])} to {CardText.Of(several[^1])}. This message stands for them too.",
    };

    private static IEnumerable<Block> Answers(Round round)
    {
        var rows = round.Answers.Select(given => Row(round, given)).Concat(round.Turnouts.Where(turnout => round.AnswerOf(turnout.Who) is null).Select(Row)).ToImmutableArray();
        if (rows.IsEmpty) yield return new Prose("Nobody has answered yet.");
        else yield return new Outline(rows);
        if (round.Expected.ToImmutableArray() is { IsEmpty: false } expected) yield return new Aside($"{expected.Count(turnout => round.AnswerOf(turnout.Who) is not null)} of {expected.Length} answered.");
    }

    private static OutlineRow Row(Round round, Given given)
    {
        Words quiet = given.Timeliness == Timeliness.Late ? (Words)$"late, {given.At}" : $"{given.At}";
        if (given.Edits > 0) quiet += Words.Add(" · ", "edited");
        if (round.Before?.Remarks.FirstOrDefault(remark => remark.By.Is(given.By)) is { } before)
            quiet += (Words)$" · {round.Before.For}: {Typed.Clip(before.Text, 150)}{Difference(round, before.Text, given.Text)}";
        return new OutlineRow(0, "•", (Words)$"{given.By}: {given.Text}", quiet);
    }

    private static OutlineRow Row(Turnout turnout) => new(0, "◦", (Words)$"{turnout.Who}: {Standing(turnout)}", turnout.Snooze is { } snooze ? (Words)$"until {snooze.Until}" : null);

    private static string Standing(Turnout turnout) => turnout.State switch
    {
        OccurrenceState.Sent => "no answer yet",
        OccurrenceState.Planned => turnout.Outcome,
        OccurrenceState.Snoozed => "put off",
        OccurrenceState.Skipped => $"skipped ({turnout.Outcome})",
        OccurrenceState.Excused => turnout.Outcome,
        OccurrenceState.Missed => $"not asked ({turnout.Outcome})",
        _ => "answered",
    };

    /// <summary>For numbers, by how much it moved.</summary>
    private static string Difference(Round round, string before, string now) =>
        round.Call.Topic.Kind == CheckInKind.MetricUpdate && Quantity.Read(before)?.Value is { } was && Quantity.Read(now)?.Value is { } value
            ? $" ({(value - was).ToString("+0.##########;\u22120.##########;0", CultureInfo.InvariantCulture)})"
            : "";

    private static Words Since(Round round, Earlier before)
    {
        var both = round.Answers.Select(given => (Now: given.Text, Was: before.Remarks.FirstOrDefault(remark => remark.By.Is(given.By))?.Text)).ToList();
        var parts = new[]
        {
            (both.Count(pair => pair.Was is not null && pair.Was != pair.Now), "changed"),
            (both.Count(pair => pair.Was == pair.Now), "the same"),
            (both.Count(pair => pair.Was is null), "new"),
        };
        var said = parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1.ToString(CultureInfo.InvariantCulture)} {part.Item2}").ToImmutableArray();
        var silent = before.Remarks.Where(remark => round.AnswerOf(remark.By) is null && (round.Turnouts.IsEmpty || round.Expected.Any(turnout => turnout.Who.Is(remark.By)))).Select(remark => remark.By.Name).ToImmutableArray();
        Words since = $"Since {before.For}: {(said.IsEmpty ? "no answers to compare yet" : CadenceWords.Listed(said))}";
        return since + (silent.IsEmpty ? (Words)"." : $". Answered then, not yet now: {CadenceWords.Listed(silent)}.");
    }

    private static ImmutableArray<Button> Choices(Subject subject, Round round)
    {
        var answer = new Button("Answer", subject.Press(PressVerb.Answer), ButtonKind.Primary, About: Topics.Question(round.Call.Topic));
        var isDone = round.Turnouts.IsEmpty ? !round.Answers.IsEmpty || round.Skip is not null : round.Expected.All(turnout => round.AnswerOf(turnout.Who) is not null);
        return isDone ? [answer] : [answer, new Button("Snooze", subject.Press(PressVerb.Snooze)), new Button("Skip with a reason", subject.Press(PressVerb.Skip))];
    }
}
