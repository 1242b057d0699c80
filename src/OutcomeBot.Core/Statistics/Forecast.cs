using System.Collections.Immutable;

namespace OutcomeBot.Core.Statistics;

/// <summary>
/// Forecasts a threshold crossing as a range. Below eight points an interval would be wider than any decision, and its
/// assumptions can't be checked: the range is the spread between four plain extrapolations. From eight points on, the series
/// must first have a trend at all (Mann-Kendall), and the range is where 80 % of new values would lie.
/// </summary>
/// <remarks>Source of the plain methods: R. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2; of the interval: <see cref="StraightLine"/>.</remarks>
public static class Forecast
{
    /// <summary>From so many points on, the prediction interval is used.</summary>
    public const int IntervalPoints = 8;

    private const double Coverage = 0.8;

    /// <summary>The forecast for equally spaced values; <paramref name="beyond"/> says on which side of the threshold the crossing lies.</summary>
    public static ThresholdForecast Of(IReadOnlyList<decimal> values, decimal threshold, Heading beyond)
    {
        // A ceiling is a floor seen from below: one way of looking is enough, and Ahead is turned back at the end.
        var sign = beyond == Heading.Up ? 1 : -1;
        decimal[] seen = [.. values.Select(value => sign * value)];
        var limit = sign * threshold;
        if (seen.Length > 0 && seen[^1] >= limit)
            return new AlreadyThere(seen.Length);
        if (Trend.Of(seen) is not { } trend)
            return new TooFewPoints(seen.Length);
        var found = seen.Length < IntervalPoints ? Extrapolated(seen, limit, trend) : Interval(trend, limit);
        return found is Crossing crossing ? crossing with { Ahead = [.. crossing.Ahead.Select(outlook => Turned(outlook, sign))] } : found;
    }

    private static ThresholdForecast Extrapolated(decimal[] values, decimal limit, Trend trend)
    {
        var courses = Courses(values, trend);
        decimal?[] crossings = [.. courses.Select(course => course.Reaches(limit, values.Length))];
        decimal[] reached = [.. crossings.OfType<decimal>().Order()];
        if (reached.Length <= courses.Length / 2)
            return new NoCrossing(values.Length, trend.Line.Slope > 0 ? NoCrossingReason.TooFarAhead : NoCrossingReason.MovesAway, values.Length);

        // Those that never arrive count as the latest; more than half arrive, so there is a middle.
        var likely = (int)decimal.Ceiling(reached[(courses.Length - 1) / 2]);
        int? latest = reached.Length == courses.Length ? AtLeastNext(decimal.Ceiling(reached[^1])) : null;
        var ahead = Enumerable.Range(1, latest ?? values.Length).Select(periods => courses.Select(course => course.At(periods)).Order().ToList() is var at
            ? new Outlook(periods, at[0], Summary.MedianOfSorted(at), at[^1])
            : throw new System.Diagnostics.UnreachableException());
        return new Crossing(values.Length, AtLeastNext(decimal.Floor(reached[0])), Math.Max(1, likely), latest, ForecastMethod.SpreadOfExtrapolations, [.. ahead])
        {
            MayLevelOff = trend.Line.SlopeWithin(0.95) is (<= 0, >= 0),
        };
    }

    // A value is next seen when the next period ends, whatever the fraction says.
    private static int AtLeastNext(decimal periods) => Math.Max(1, (int)periods);

    internal static ImmutableArray<Course> Courses(IReadOnlyList<decimal> values, Trend trend)
    {
        var (n, last) = (values.Count, values[^1]);
        var median = trend.MedianSlope.Slope;
        var rest = Summary.Median(values.Select((value, index) => value - (median * (index + 1))));
        return
        [
            new(trend.Line.At(n), trend.Line.Slope),
            new(rest + (median * n), median),
            new(last, (last - values[0]) / (n - 1)),
            new(last, last - values[^2]),
        ];
    }

    private static ThresholdForecast Interval(Trend trend, decimal limit)
    {
        if (!trend.IsProven || trend.Line.Slope <= 0)
            return new NoCrossing(trend.N, trend.IsProven ? NoCrossingReason.MovesAway : NoCrossingReason.NoTrend, trend.N);
        var ahead = Enumerable.Range(1, trend.N).Select(periods => Expected(trend, periods)).ToList();
        if (First(outlook => outlook.High) is not { } earliest || First(outlook => outlook.Likely) is not { } likely)
            return new NoCrossing(trend.N, NoCrossingReason.TooFarAhead, trend.N);
        var latest = First(outlook => outlook.Low);
        return new Crossing(trend.N, earliest, likely, latest, ForecastMethod.PredictionInterval, [.. ahead.Take(latest ?? trend.N)]);

        int? First(Func<Outlook, decimal> edge) => ahead.Find(outlook => edge(outlook) >= limit)?.Periods;
    }

    private static Outlook Expected(Trend trend, int periods)
    {
        var (low, high) = trend.Line.NewValueWithin(Coverage, trend.N + periods);
        return new(periods, low, trend.Line.At(trend.N + periods), high);
    }

    private static Outlook Turned(Outlook outlook, int sign) => sign > 0
        ? outlook
        : new(outlook.Periods, -outlook.High, -outlook.Likely, -outlook.Low);

    /// <summary>A straight course from a value now, by a step each period.</summary>
    internal readonly record struct Course(decimal Now, decimal Step)
    {
        public decimal At(int periods) => Now + (Step * periods);

        /// <summary>After how many periods it reaches the limit, when it does within the horizon.</summary>
        public decimal? Reaches(decimal limit, int horizon) => Now >= limit ? 0 : At(horizon) >= limit ? (limit - Now) / Step : null;
    }
}
