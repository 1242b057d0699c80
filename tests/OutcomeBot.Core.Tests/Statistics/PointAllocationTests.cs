using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class PointAllocationTests(ITestOutputHelper output)
{
    private static readonly Gen<int[][]> s_ratings = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 6]).SelectMany((raters, items) =>
        Gen.Int[0, 100].Array[items - 1].Select(cuts => Points(cuts)).Array[raters]);

    [Fact]
    public void Every_case_of_points_comes_out_and_a_rater_with_90_points_is_refused()
    {
        if (Shared.Json("3_weights/points_allocation.json", output) is not { } file) return;
        output.WriteLine("Conventions: a list that isn't exactly 100 is refused; means and medians are brought to 100 by largest remainder.");
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var votes = test.GetProperty("votes").EnumerateObject().Select(vote => vote.Value.EnumerateObject().Select(entry => entry.Value.GetInt32()).ToArray()).ToArray();
            if (test.GetProperty("totals").EnumerateObject().Any(total => total.Value.GetInt32() != Hundred.Total))
            {
                Assert.Throws<ArgumentException>(() => PointAllocation.Of(votes, Middle.Mean));
                Assert.Contains(10, votes.Select(points => PointAllocation.Left(points)));
                return;
            }

            Assert.Equal(To100(test, "mean_of_normalised_shares"), PointAllocation.Of(votes, Middle.Mean).Weights);
            Assert.Equal(To100(test, "median"), PointAllocation.Of(votes, Middle.Median).Weights);
        });

        static IEnumerable<int> To100(System.Text.Json.JsonElement test, string name) =>
            Hundred.ByLargestRemainder([.. test.GetProperty(name).EnumerateObject().Select(share => share.Value.GetDecimal())]);
    }

    [Fact]
    public void The_means_of_three_raters_are_brought_to_100_by_the_largest_remainder() =>
        // Means 36⅔, 43⅓ and 20: the one point that is missing goes to ⅔.
        Assert.Equal([37, 43, 20], PointAllocation.Of([[50, 30, 20], [20, 60, 20], [40, 40, 20]], Middle.Mean).Weights.AsEnumerable());

    [Fact]
    public void Medians_that_make_less_than_100_are_brought_to_it() =>
        // Medians 30, 20 and 10 of 60.
        Assert.Equal([50, 33, 17], PointAllocation.Of([[100, 0, 0], [30, 20, 50], [20, 70, 10]], Middle.Median).Weights.AsEnumerable());

    [Fact]
    public void Where_every_median_is_0_the_means_are_taken_and_it_is_said()
    {
        var found = PointAllocation.Of([[100, 0, 0], [0, 100, 0], [0, 0, 100]], Middle.Median);
        Assert.Equal([34, 33, 33], found.Weights.AsEnumerable());
        Assert.Equal(Middle.Mean, found.By);
    }

    [Fact]
    public void Of_equal_remainders_the_earlier_item_gets_the_point()
    {
        Assert.Equal([34, 33, 33], Hundred.ByLargestRemainder([1, 1, 1]).AsEnumerable());
        Assert.Equal([15, 15, 14, 14, 14, 14, 14], Hundred.ByLargestRemainder([.. Enumerable.Repeat(1 / 7m, 7)]).AsEnumerable());
    }

    [Fact]
    public void An_election_of_Wikipedia_is_shared_out_by_Hamilton() =>
        // Largest remainder method, worked example: 47,000, 16,000, 15,800, 12,000, 6,100 and 3,100 votes, here over 100 seats.
        Assert.Equal([47, 16, 16, 12, 6, 3], Hundred.ByLargestRemainder([47000, 16000, 15800, 12000, 6100, 3100]).AsEnumerable());

    [Fact]
    public void A_sum_of_99_a_negative_point_and_nobody_are_refused()
    {
        Assert.False(PointAllocation.IsWhole([50, 49]));
        Assert.False(PointAllocation.IsWhole([101, -1]));
        Assert.True(PointAllocation.IsWhole([100, 0]));
        Assert.Equal(-5, PointAllocation.Left([80, 25]));
        Assert.Throws<ArgumentException>(() => PointAllocation.Of([[50, 49]], Middle.Mean));
        Assert.Throws<ArgumentException>(() => PointAllocation.Of([], Middle.Mean));
        Assert.Throws<ArgumentException>(() => Hundred.ByLargestRemainder([0, 0]));
        Assert.Throws<ArgumentException>(() => Hundred.ByLargestRemainder([2, -1]));
    }

    [Fact]
    public void Weights_add_up_to_100_and_a_point_is_all_that_is_rounded() =>
        Gen.Select(s_ratings, Gen.Enum<Middle>()).Sample((ratings, by) =>
        {
            var weights = PointAllocation.Of(ratings, by).Weights;
            var means = Enumerable.Range(0, weights.Length).Select(item => ratings.Average(points => (decimal)points[item]));
            return weights.Sum() == 100 && weights.All(weight => weight >= 0)
                && (by == Middle.Median || means.Zip(weights, (mean, weight) => Math.Abs(mean - weight)).Max() < 1);
        });

    [Fact]
    public void The_order_of_the_raters_does_not_matter_and_a_list_changed_and_changed_back_leaves_the_result() =>
        Gen.Select(s_ratings, Gen.Enum<Middle>()).Sample((ratings, by) =>
        {
            var found = PointAllocation.Of(ratings, by).Weights;
            int[][] changed = [[.. ratings[0].Reverse()], .. ratings[1..]];
            changed[0] = [.. changed[0].Reverse()];
            return found.SequenceEqual(PointAllocation.Of([.. ratings.Reverse()], by).Weights) && found.SequenceEqual(PointAllocation.Of(changed, by).Weights);
        });

    [Fact]
    public void Items_in_another_order_have_the_same_weights_but_for_a_point_between_equals() =>
        s_ratings.Sample(ratings =>
        {
            var turned = PointAllocation.Of([.. ratings.Select(points => points.Reverse().ToArray())], Middle.Mean).Weights;
            return PointAllocation.Of(ratings, Middle.Mean).Weights.Zip(turned.Reverse(), (one, other) => Math.Abs(one - other)).Max() <= 1;
        });

    private static int[] Points(int[] cuts)
    {
        int[] edges = [0, .. cuts.Order(), 100];
        return [.. edges.Zip(edges.Skip(1), (from, to) => to - from)];
    }
}
