using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class ForecastTests(ITestOutputHelper output)
{
    private static readonly decimal[] s_margins = [-7.36m, -7.50m, -11.36m, -15.52m];

    [Fact]
    public void Acmes_margin_reaches_minus_20_percent_in_1_to_2_quarters()
    {
        var crossing = Assert.IsType<Crossing>(Forecast.Of(s_margins, -20, Heading.Down));
        Assert.Equal("1 to 2 quarters", crossing.Within("quarter", "quarters"));
        Assert.Equal((4, 2, ForecastMethod.SpreadOfExtrapolations, true), (crossing.N, crossing.Likely, crossing.Method, crossing.MayLevelOff));

        // The last step gives -19.7 next quarter, the straight line -17.5.
        Assert.Equal((-19.7m, -17.5m), (Math.Round(crossing.Ahead[0].Low, 1), Math.Round(crossing.Ahead[0].High, 1)));
    }

    [Fact]
    public void A_ceiling_is_a_floor_turned_over()
    {
        var crossing = Assert.IsType<Crossing>(Forecast.Of([.. s_margins.Select(value => -value)], 20, Heading.Up));
        Assert.Equal("1 to 2 quarters", crossing.Within("quarter", "quarters"));
    }

    [Fact]
    public void A_value_at_the_threshold_is_there_already() => Assert.IsType<AlreadyThere>(Forecast.Of([1, 2, 3], 3, Heading.Up));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Too_few_points_say_nothing(int points) => Assert.Equal(new TooFewPoints(points), Forecast.Of([.. Enumerable.Range(0, points).Select(index => (decimal)index)], 9, Heading.Up));

    [Fact]
    public void A_few_points_that_move_away_or_too_slowly_give_no_crossing()
    {
        Assert.Equal(new NoCrossing(4, NoCrossingReason.MovesAway, 4), Forecast.Of([4, 3, 2, 1], 10, Heading.Up));
        Assert.Equal(new NoCrossing(4, NoCrossingReason.TooFarAhead, 4), Forecast.Of([1, 1.1m, 1.2m, 1.3m], 10, Heading.Up));
    }

    [Fact]
    public void Noise_gives_no_crossing_however_it_ends() =>
        Assert.Equal(new NoCrossing(10, NoCrossingReason.NoTrend, 10), Forecast.Of([5, 7, 5, 7, 5, 7, 5, 6, 7, 8], 9, Heading.Up));

    [Fact]
    public void A_long_steady_series_gives_a_range_from_its_scatter()
    {
        decimal[] leadTimes = [31, 36, 33, 40, 41, 46, 43, 50, 52, 55, 54, 60];
        var crossing = Assert.IsType<Crossing>(Forecast.Of(leadTimes, 70, Heading.Up));
        Assert.Equal(ForecastMethod.PredictionInterval, crossing.Method);
        Assert.Equal("3 to 7 weeks", crossing.Within("week", "weeks"));
        Assert.InRange(crossing.Likely, crossing.Earliest, crossing.Latest!.Value);
    }

    [Fact]
    public void A_course_that_may_level_off_has_no_latest_period()
    {
        var crossing = Assert.IsType<Crossing>(Forecast.Of([1, 4, 8, 8], 10, Heading.Up));
        Assert.Equal("1 quarter or more", crossing.Within("quarter", "quarters"));
    }

    [Fact]
    public void Whatever_the_series_the_range_is_in_order_and_never_farther_ahead_than_the_series_is_long() =>
        Gen.Select(Gen.Int[-500, 500].Select(number => number / 10m).Array[0, 20], Gen.Int[-100, 100], Gen.Enum<Heading>()).Sample((values, threshold, beyond) =>
            Forecast.Of(values, threshold, beyond) is not Crossing crossing
            || (crossing.Earliest >= 1 && crossing.Likely >= crossing.Earliest && (crossing.Latest ?? crossing.Likely) >= crossing.Likely && (crossing.Latest ?? 0) <= values.Length
                && crossing.Ahead.All(outlook => outlook.Low <= outlook.Likely && outlook.Likely <= outlook.High)));

    [Fact]
    public void Every_extrapolation_of_Acme_crosses_where_the_reference_says()
    {
        if (Shared.Json("7_acme/acme.json", output) is not { } file) return;
        Assert.All(file.GetProperty("forecasts").EnumerateArray().ToList(), test =>
        {
            var (name, values) = (test.GetProperty("name").GetString()!, test.Numbers("y"));
            var (trend, linear) = (Trend.Of(values)!, test.GetProperty("linear"));
            var courses = Forecast.Courses(values, trend);
            foreach (var (key, course) in ((string[])["linear", "theil_sen", "drift", "last_step"]).Zip(courses))
                Shared.Near(test.GetProperty(key).Number("crosses_at_t"), 4 + (double)((-20 - course.Now) / course.Step), $"{name}, {key}");
            Shared.Near(linear.Number("slope"), (double)trend.Line.Slope, name);
            Shared.Near(linear.Number("intercept"), (double)trend.Line.Intercept, name);
            Shared.Near(linear.Number("slope_p"), trend.Line.P, name);
            Shared.Near(linear.Number("r2"), trend.Line.RSquared, name);
            Shared.Near(linear.Number("residual_sd"), trend.Line.ResidualDeviation, name);
            Within(linear.GetProperty("slope_ci95"), trend.Line.SlopeWithin(0.95), name);
            foreach (var point in linear.GetProperty("forecast").EnumerateArray())
            {
                Within(point.GetProperty("pi95"), trend.Line.NewValueWithin(0.95, point.GetProperty("t").GetInt32()), name);
                Within(point.GetProperty("pi80"), trend.Line.NewValueWithin(0.80, point.GetProperty("t").GetInt32()), name);
            }

            Assert.Equal("1 to 2 quarters", Assert.IsType<Crossing>(Forecast.Of(values, -20, Heading.Down)).Within("quarter", "quarters"));
        });
    }

    private static void Within(System.Text.Json.JsonElement expected, (decimal Low, decimal High) actual, string name)
    {
        Shared.Near(expected[0].GetDouble(), (double)actual.Low, name, 1e-8);
        Shared.Near(expected[1].GetDouble(), (double)actual.High, name, 1e-8);
    }
}
