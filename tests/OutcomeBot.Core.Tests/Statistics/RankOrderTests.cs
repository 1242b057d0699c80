using CsCheck;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class RankOrderTests
{
    [Fact]
    public void Four_and_five_places_weigh_what_Barron_and_Barrett_print()
    {
        Assert.Equal([0.5208m, 0.2708m, 0.1458m, 0.0625m], RankOrder.Centroid(4).Select(weight => decimal.Round(weight, 4)));
        Assert.Equal([0.4567m, 0.2567m, 0.1567m, 0.0900m, 0.0400m], RankOrder.Centroid(5).Select(weight => decimal.Round(weight, 4)));
        Assert.Equal(1m, Assert.Single(RankOrder.Centroid(1)));
    }

    [Fact]
    public void Two_people_who_say_the_opposite_make_equal_weights() =>
        Assert.Equal([50, 50], RankOrder.Weights([[0, 1], [1, 0]]).AsEnumerable());

    [Fact]
    public void An_order_gives_each_item_the_weight_of_its_place() =>
        // 15⅔, 4, 45⅔, 25⅔ and 9: the two points that are missing go to the first two of three equal remainders.
        Assert.Equal([16, 4, 46, 25, 9], RankOrder.Weights([[2, 3, 0, 4, 1]]).AsEnumerable());

    [Fact]
    public void An_order_with_a_gap_and_nobodys_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RankOrder.Weights([[0, 2]]));
        Assert.Throws<ArgumentException>(() => RankOrder.Weights([[0, 1], [0]]));
        Assert.Throws<ArgumentException>(() => RankOrder.Weights([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankOrder.Centroid(0));
    }

    [Fact]
    public void Weights_add_up_to_100_and_fall_with_the_place() =>
        Gen.Int[1, 8].SelectMany(items => Gen.Shuffle(Enumerable.Range(0, items).ToArray())).Sample(order =>
        {
            var weights = RankOrder.Weights([order]);
            return weights.Sum() == 100 && order.Zip(order.Skip(1), (higher, lower) => weights[higher] >= weights[lower]).All(right => right);
        });
}
