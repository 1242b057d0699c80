using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The log: the record, how often it's coached, and where work gets stuck.</summary>
internal static class LogCards
{
    private const int Rows = 10;

    public static Card Of(Storyboard board, Instant now)
    {
        var (statistics, bottlenecks) = (KataStatistics.Of(board, now), Bottleneck.Of(board, now));
        return new Card(Title(Bottleneck.Worst(bottlenecks)),
        [
            new Prose(Typed.Clip(board.Name(), 200)),
            new Facts(Figures(statistics)),
            new Aside($"Counted since {board.DayOf(statistics.From)}: at most the last 12 weeks. A cycle counts when every question was answered."),
            new Prose($"{"The four bottlenecks":strong}"),
            new Outline([.. bottlenecks.Select((one, index) => new OutlineRow(0, $"{index + 1}", $"{NameOf(one.Kind)}: {(one.Count == 0 ? "no" : one.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))}", one.Detected))]),
            .. BoardBlocks.Record(board, Rows),
            .. Cycles(board),
        ]);
    }

    private static ImmutableArray<Fact> Figures(KataStatistics statistics) =>
    [
        new("Coaching cycles a week", $"{Number(statistics.CyclesAWeek)} (n = {statistics.Cycles} in {Number(statistics.Weeks)} {(statistics.Weeks == 1 ? "week" : "weeks")})"),
        new("Steps with a prediction", statistics.Steps == 0 ? "no step planned" : $"{Number(100.0 * statistics.Predicted / statistics.Steps)} % (n = {statistics.Steps})"),
        new("Days from start to check", statistics.MedianDays is { } median ? $"{Number(median)}, the median (n = {statistics.DaysToCheck.Length})" : "no step has been seen yet"),
        new("Obstacles", $"{statistics.ObstaclesOpen} open, {statistics.ObstaclesOvercome} overcome"),
    ];

    private static IEnumerable<Block> Cycles(Storyboard board)
    {
        if (board.Cycles.IsEmpty) yield break;
        yield return new Prose($"{"Coaching log":strong} · {KataCards.Count(board.CyclesNumbered, "cycle", "cycles")}");
        yield return new Outline([.. board.Cycles.Reverse().Take(Rows).Select(cycle => new OutlineRow(0, cycle.Id, (Words)$"{cycle.Learner}{(cycle.Coach is { } coach ? (Words)$", coached by {coach}" : Words.None)}, {cycle.HeldAt}", Quiet(cycle)))]);
    }

    private static Words Quiet(CoachingCycle cycle)
    {
        var whole = cycle.IsWhole ? "" : $"Stopped after {KataCards.Count(cycle.Answers.Length, "answer", "answers")} · ";
        var actual = cycle.Actual is { } condition ? $"actual: {Conditions.Brief(condition)} · " : "";
        return $"{whole}{actual}{(cycle.Reflected is null ? "nothing to reflect on" : $"reflected on {cycle.Reflected}")} · {(cycle.Next is null ? "no next step" : $"next step {cycle.Next}")}";
    }

    private static string Title(Bottleneck? worst) => worst is null
        ? "The log: nothing is stuck"
        : $"The log: the bottleneck is {NameOf(worst.Kind).ToLowerInvariant()}";

    private static string NameOf(BottleneckKind kind) => kind switch
    {
        BottleneckKind.Unassigned => "Unassigned",
        BottleneckKind.Overdue => "Overdue",
        BottleneckKind.AwaitingReview => "Awaiting review",
        BottleneckKind.Divergence => "Divergence",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
