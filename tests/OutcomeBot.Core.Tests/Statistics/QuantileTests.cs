using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class QuantileTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_R_comes_out_in_all_nine_types()
    {
        if (Shared.Json("3_weights/spread_quantiles.json", output) is not { } file) return;
        output.WriteLine($"Types R1 to R9 of Hyndman and Fan; ours is {Quantiles.Default}.");
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var values = test.Numbers("x");
            var spread = Spread.Of(values);
            Assert.Equal(test.GetProperty("n").GetInt32(), spread.N);
            Shared.Near(test.Number("mean"), (double)spread.Mean, "mean");
            Shared.Near(test.Number("median"), (double)spread.Median, "median");
            Assert.Equal(9, test.GetProperty("types").GetArrayLength());
            foreach (var expected in test.GetProperty("types").EnumerateArray())
            {
                var type = (QuantileType)expected.GetProperty("type").GetInt32();
                foreach (var (name, share) in new[] { ("q25", 0.25m), ("q50", 0.5m), ("q75", 0.75m), ("q85", 0.85m) })
                    Shared.Near(expected.Number(name), (double)Quantiles.Of(values, share, type), $"{type} {name}", 1e-12);
                Shared.Near(expected.Number("iqr"), (double)Spread.Of(values, type).Iqr, $"{type} iqr", 1e-12);
            }
        });
    }

    [Theory]
    [InlineData(QuantileType.R5, 20.25, 42.75)]
    [InlineData(QuantileType.R6, 15, 43)]
    [InlineData(QuantileType.R7, 25.5, 42.5)]
    public void The_quartiles_of_eleven_values_differ_by_type(QuantileType type, double lower, double upper)
    {
        // Wikipedia, Quartile, example 1: methods 3, 4 and 2.
        var spread = Spread.Of([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], type);
        Assert.Equal(((decimal)lower, 40m, (decimal)upper, 6m, 49m), (spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.Low, spread.High));
    }

    [Fact]
    public void One_value_is_all_of_its_spread() =>
        Assert.Equal(new Spread(1, 40, 40, 40, 40, 40, 40), Spread.Of([40]));

    [Fact]
    public void Nothing_has_no_quantile_and_no_share_lies_beyond_1()
    {
        Assert.Throws<ArgumentException>(() => Spread.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1], 0.5m, (QuantileType)10));
    }

    [Fact]
    public void The_five_numbers_stand_in_order_whatever_the_type_and_the_order_of_the_values() =>
        Gen.Select(Gen.Int[0, 100].Select(number => (decimal)number).Array[1, 30], Gen.Enum<QuantileType>()).Sample((values, type) =>
        {
            var spread = Spread.Of(values, type);
            return spread == Spread.Of([.. values.Reverse()], type)
                && spread.Low <= spread.LowerQuartile && spread.LowerQuartile <= spread.Median
                && spread.Median <= spread.UpperQuartile && spread.UpperQuartile <= spread.High;
        });
}
