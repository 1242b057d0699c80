using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>When a series would reach a threshold if it went on as it has: a range of periods, never a date. N is the number of points it rests on.</summary>
public abstract record ThresholdForecast(int N);

/// <summary>The last value is at the threshold or beyond it.</summary>
public sealed record AlreadyThere(int N) : ThresholdForecast(N);

/// <summary>There are too few points to say anything.</summary>
public sealed record TooFewPoints(int N) : ThresholdForecast(N);

/// <summary>No crossing is in sight, and why; it is never looked for farther ahead than the series is long.</summary>
public sealed record NoCrossing(int N, NoCrossingReason Reason, int Horizon) : ThresholdForecast(N);

/// <summary>
/// Periods from the last point, rounded outward to whole ones. <paramref name="Latest"/> is null when the series may also level
/// off before. <paramref name="Ahead"/> tells, period by period, where the next values are expected.
/// </summary>
public sealed record Crossing(int N, int Earliest, int Likely, int? Latest, ForecastMethod Method, ImmutableArray<Outlook> Ahead) : ThresholdForecast(N)
{
    /// <summary>Whether so few points can't rule out, with 95 % confidence, that the series has no slope at all.</summary>
    public bool MayLevelOff { get; init; }

    /// <summary>The range in words: "1 to 2 quarters", "1 quarter", "3 weeks or more".</summary>
    public string Within(string one, string many) => Latest switch
    {
        null => $"{Count(Earliest, one, many)} or more",
        var latest when latest == Earliest => Count(Earliest, one, many),
        var latest => $"{Earliest} to {latest} {many}",
    };

    private static string Count(int periods, string one, string many) => $"{periods} {(periods == 1 ? one : many)}";
}

/// <summary>Where the value so many periods ahead is expected.</summary>
public sealed record Outlook(int Periods, decimal Low, decimal Likely, decimal High);

/// <summary>Why no crossing is forecast.</summary>
public enum NoCrossingReason
{
    /// <summary>The series doesn't move towards the threshold more than chance would make it.</summary>
    NoTrend,

    /// <summary>It moves away from the threshold.</summary>
    MovesAway,

    /// <summary>It moves towards the threshold too slowly to reach it within the horizon.</summary>
    TooFarAhead,
}

/// <summary>How a range was found.</summary>
public enum ForecastMethod
{
    /// <summary>Few points: the spread between the straight line, the median slope, the average step and the last step.</summary>
    SpreadOfExtrapolations,

    /// <summary>More points: the straight line with the interval that holds 80 % of new values.</summary>
    PredictionInterval,
}
