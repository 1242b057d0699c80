using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// Where improvement work gets stuck, after the four bottlenecks of KaiNexus: unassigned, overdue, awaiting review, and
/// divergence of what is begun from what is finished. Each says how it was counted.
/// </summary>
public sealed record Bottleneck(BottleneckKind Kind, int Count, string Detected)
{
    private const int Apart = 3;

    /// <summary>All four, in this order.</summary>
    public static ImmutableArray<Bottleneck> Of(Storyboard board, Instant now)
    {
        var today = board.DayOf(now);
        var from = KataStatistics.Start(board, now);
        var open = board.OpenSteps();
        var unassigned = open.Count(experiment => experiment.Owner is null);
        var overdue = open.Count(experiment => experiment.Outcome is null && experiment.GoAndSeeBy < today);
        var unlearned = open.Count(experiment => experiment.State == ExperimentState.Observed);
        var unreviewed = board.OpenTargets().Count(target => target.AchieveBy < today);
        var planned = board.Experiments.Count(experiment => experiment.At >= from);
        var learned = board.Experiments.Count(experiment => experiment.Learning?.At >= from);
        return
        [
            new(BottleneckKind.Unassigned, unassigned, $"{unassigned} of {KataCards.Count(open.Length, "open step has", "open steps have")} no owner"),
            new(BottleneckKind.Overdue, overdue, $"{overdue} of {KataCards.Count(open.Length, "open step", "open steps")} past the day to go and see, with nothing seen"),
            new(BottleneckKind.AwaitingReview, unlearned + unreviewed, $"{unlearned} seen without a learning, {KataCards.Count(unreviewed, "target condition", "target conditions")} past the achieve-by date without a review"),
            new(BottleneckKind.Divergence, planned - learned >= Apart ? planned - learned : 0, $"{planned} planned and {learned} finished with a learning since {CardText.Of(board.DayOf(from))}; named from {Apart} apart"),
        ];
    }

    /// <summary>The one that holds up most; null when nothing is stuck.</summary>
    public static Bottleneck? Worst(ImmutableArray<Bottleneck> all) => all.MaxBy(one => one.Count) is { Count: > 0 } worst ? worst : null;
}

/// <summary>The four ways in which improvement work gets stuck.</summary>
public enum BottleneckKind
{
    Unassigned,
    Overdue,
    AwaitingReview,
    Divergence,
}
