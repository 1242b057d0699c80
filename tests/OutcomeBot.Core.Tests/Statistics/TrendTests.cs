using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class TrendTests(ITestOutputHelper output)
{
    [Fact]
    public void Four_falling_points_are_no_proof_because_2_of_24_orders_are_as_steady()
    {
        var trend = Trend.Of([-7, -8, -11, -16])!;
        Assert.Equal((-6, PValue.Exact, -3m, -3m, -2m), (trend.Test.S, trend.Test.Kind, trend.MedianSlope.Slope, trend.Line.Slope, trend.MedianSlope.Intercept));
        Shared.Near(2 / 24.0, trend.Test.P, "p");
        Assert.False(trend.IsProven);
    }

    [Fact]
    public void Two_points_have_no_trend() => Assert.Null(Trend.Of([1, 2]));

    [Fact]
    public void A_constant_series_has_no_trend_and_no_steepness()
    {
        var trend = Trend.Of([.. Enumerable.Repeat(0.1m, 30)])!;
        Assert.Equal((0, 1.0, 0m, 0m, 1.0, 1.0), (trend.Test.S, trend.Test.P, trend.MedianSlope.Slope, trend.Line.Slope, trend.Line.P, trend.Line.RSquared));
        Assert.Equal(1, Trend.Of([3, 3, 3])!.Test.P);
    }

    [Fact]
    public void Ties_are_counted_exactly() =>
        // The six orders of 1, 1, 2, 2 have S = 4, 2, 0, 0, −2, −4: two of them are as far out as this one.
        Shared.Near(2 / 6.0, MannKendall.Of([1, 1, 2, 2]).P, "p");

    [Fact]
    public void The_exact_p_value_is_the_share_of_all_orders() =>
        Gen.Int[0, 4].Select(number => (decimal)number).Array[3, 6].Sample(values =>
        {
            var s = Math.Abs(MannKendall.Of(values).S);
            var orders = Orders(values).ToList();
            var share = orders.Count(order => Math.Abs(MannKendall.Of(order).S) >= s) / (double)orders.Count;
            return Math.Abs(share - MannKendall.Of(values).P) < 1e-12;
        }, iter: 30);

    [Fact]
    public void A_series_turned_over_has_the_opposite_trend_and_the_same_p_value() =>
        Gen.Int[-500, 500].Select(number => number / 10m).Array[3, 30].Sample(values =>
        {
            var (trend, turned) = (Trend.Of(values)!, Trend.Of([.. values.Select(value => -value)])!);
            return trend.Test.P == turned.Test.P && trend.Test.S == -turned.Test.S && trend.MedianSlope.Slope == -turned.MedianSlope.Slope && trend.Test.P is > 0 and <= 1;
        });

    [Fact]
    public void The_published_series_have_the_published_trends()
    {
        if (Shared.Json("1_regression/trend.json", output) is not { } file) return;
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var (name, trend) = (test.GetProperty("name").GetString()!, Trend.Of(test.Numbers("y"))!);
            Assert.Equal((test.GetProperty("n").GetInt32(), test.GetProperty("S").GetInt32()), (trend.N, trend.Test.S));
            Shared.Near(test.Number("var_S"), trend.Test.VarianceOfS, name);
            Shared.Near(test.Number("z"), trend.Test.Z, name);
            Shared.Near(test.GetProperty("cross_check_cor_test_kendall").Number("tau_b"), trend.Test.TauB, name);
            Shared.Near(trend.N == 4 ? 2 / 24.0 : test.Number("p"), trend.Test.P, name, 1e-12);
            Shared.Near(test.Number("theil_sen_slope"), (double)trend.MedianSlope.Slope, name);
            Shared.Near(test.Number("theil_sen_intercept_median_form"), (double)trend.MedianSlope.Intercept, name);
            Shared.Near(test.GetProperty("sen_ci95_order_stats_interp")[0].GetDouble(), (double)trend.MedianSlope.Low, name);
            Shared.Near(test.GetProperty("sen_ci95_order_stats_interp")[1].GetDouble(), (double)trend.MedianSlope.High, name);
            Shared.Near(test.Number("ols_slope"), (double)trend.Line.Slope, name);
        });
    }

    private static IEnumerable<decimal[]> Orders(decimal[] values) => values.Length < 2
        ? [values]
        : values.SelectMany((first, index) => Orders([.. values[..index], .. values[(index + 1)..]]).Select(rest => (decimal[])[first, .. rest]));
}
