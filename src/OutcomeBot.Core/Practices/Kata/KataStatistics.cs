using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>How the kata itself goes, over the last twelve weeks or since the board was opened.</summary>
/// <param name="From">Where the window begins.</param>
/// <param name="Weeks">How long it is, in weeks; never under one, so that a fresh board isn't flattered.</param>
/// <param name="Cycles">Coaching cycles in which every question was answered.</param>
/// <param name="Steps">Steps planned.</param>
/// <param name="Predicted">Of these, the steps with a prediction.</param>
/// <param name="DaysToCheck">For each step seen: days from its start to what happened.</param>
/// <param name="ObstaclesOpen">Obstacles parked or active now.</param>
/// <param name="ObstaclesOvercome">Obstacles overcome so far.</param>
public sealed record KataStatistics(
    Instant From, double Weeks, int Cycles, int Steps, int Predicted, ImmutableArray<double> DaysToCheck, int ObstaclesOpen, int ObstaclesOvercome)
{
    private static readonly Duration s_window = Duration.FromDays(84);

    /// <summary>Cycles a week.</summary>
    public double CyclesAWeek => Cycles / Weeks;

    /// <summary>The median of the days from start to check; null when no step was seen.</summary>
    public double? MedianDays => DaysToCheck.Order().ToImmutableArray() is { Length: > 0 } days
        ? (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2
        : null;

    public static KataStatistics Of(Storyboard board, Instant now)
    {
        var from = Start(board, now);
        var steps = board.Experiments.Where(experiment => experiment.At >= from).ToImmutableArray();
        return new KataStatistics(
            from,
            Math.Max(1, (now - from).TotalDays / 7),
            board.Cycles.Count(cycle => cycle.IsWhole && cycle.HeldAt >= from),
            steps.Length,
            steps.Count(experiment => experiment.Expectation is not null),
            [.. board.Experiments.Where(experiment => experiment is { Started: not null, Outcome: { } seen } && seen.At >= from).Select(experiment => (experiment.Outcome!.At - experiment.Started!.At).TotalDays)],
            board.OpenObstacles().Length,
            board.Obstacles.Count(obstacle => !obstacle.IsOpen));
    }

    /// <summary>Where the window begins: not before the oldest cycle that is still on the board.</summary>
    public static Instant Start(Storyboard board, Instant now)
    {
        var from = Instant.Max(now - s_window, board.OpenedAt);
        return board.Cycles.Length == Limits.Cycles ? Instant.Max(from, board.Cycles[0].HeldAt) : from;
    }
}
