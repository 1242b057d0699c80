using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What is said about countermeasures after they were agreed, and when it is time to check whether they helped.</summary>
internal static class FollowUpCards
{
    private const int Carried = 5;

    public static Card Nudge(Subject subject, Countermeasure measure, LocalDate today) => new(
        Typed.Clip(measure.Due < today ? $"Overdue: {measure.Text}" : $"Due on {CardText.Of(measure.Due)}: {measure.Text}", 140),
        new Prose(measure.Due < today
            ? (Words)$"{measure.Owner}, this was to be done by {measure.Due}. Is it? If something keeps you from it, say so here, and the others know."
            : $"{measure.Owner}, you took this on, and it's due on {measure.Due}. Is it on its way?"),
        new Buttons(new Button("Say what became of it", subject.Press(PressVerb.Done, measure.Id), ButtonKind.Primary)));

    /// <summary>The question on the day of the check, with the number then and now where a metric of that name is kept.</summary>
    public static Card Check(Subject subject, Concluded concluded, Metric? metric) => new(
        "Did it help?",
    [
        new Prose($"{concluded.Conclusion.By}, today is the day to check. The conclusion of {concluded.Tree.DayOf(concluded.Conclusion.At)} said: {concluded.Conclusion.Metric}."),
        .. metric is null
            ? [new Aside("No metric of that name is kept here, so the number is yours to say.")]
            : Numbers(metric, concluded.Tree.DayOf(concluded.Conclusion.At)),
        .. concluded.Tree.Countermeasures.Select(measure => new Prose(CauseWords.Of(measure))),
        new Buttons(new Button("Say whether it helped", subject.Press(PressVerb.Check), ButtonKind.Primary)),
    ]);

    public static Card Found(Subject subject, Concluded concluded, Effect effect) => new(
        ConclusionCards.Verdict(effect.Helped),
    [
        new Prose($"{effect.By}: {effect.Text}"),
        new Aside($"The conclusion of {concluded.Tree.DayOf(concluded.Conclusion.At)} said: {concluded.Conclusion.Metric}. What moved at the same time did not have to move because of it."),
        .. effect.Helped == Helped.Yes
            ? ImmutableArray<Block>.Empty
            : [new Buttons(new Button("Reopen", subject.Press(PressVerb.Reopen), ButtonKind.Primary), new Button("Add countermeasure", subject.Press(PressVerb.Measure)))],
    ]);

    /// <summary>What was promised in this channel and is overdue, for somebody who begins the next analysis; null when nothing is.</summary>
    public static Card? CarryOver(ImmutableArray<FoundWork> work, LocalDate today)
    {
        var overdue = work.Where(found => found.Work.Due < today).ToList();
        return overdue.Count == 0 ? null : new Card(
            overdue.Count == 1 ? "One promise of this channel is overdue" : $"{overdue.Count} promises of this channel are overdue",
            new Outline([.. overdue.Take(Carried).Select(Row)]),
            new Aside("You may go on: this is so that nothing is promised twice and kept never."));
    }

    /// <summary>The metric that a text names: the longest name that stands in it.</summary>
    public static Metric? NamedIn(string text, IEnumerable<Metric> metrics)
    {
        var words = new string([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return metrics.Where(metric => words.Contains(metric.Subject.Id, StringComparison.Ordinal)).MaxBy(metric => metric.Subject.Id.Length);
    }

    private static OutlineRow Row(FoundWork found, int index) => new(0, $"{index + 1}", found.Work.What,
        found.Work.Owner is { } owner ? (Words)$"{owner}, due {found.Work.Due!.Value} · {found.Page.Index.Title}" : $"due {found.Work.Due!.Value} · {found.Page.Index.Title}");

    private static IEnumerable<Block> Numbers(Metric metric, LocalDate then)
    {
        var was = metric.Values.LastOrDefault(value => value.AsOf <= then);
        yield return new Facts(new Fact("Then", Of(metric, was)), new Fact("Now", metric.Last == was ? "nothing newer has been recorded" : Of(metric, metric.Last)));
    }

    private static Words Of(Metric metric, MetricValue? value) => value is null
        ? (Words)"not recorded"
        : (Words)$"{metric.Name} {MetricWords.Of(value.Value, metric)} · {value.AsOf} · {value.Source}";
}
