using CsCheck;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class StabilityTests
{
    [Fact]
    public void Points_that_leave_one_item_and_arrive_at_another_have_moved_once()
    {
        var found = Stability.Between([40, 35, 25], [30, 40, 30]);
        Assert.Equal((10m, true), (found.PointsMoved, found.IsStable));
        Assert.Equal(new Movement(0, 40, 30), found.Largest);
        Assert.Equal([-10m, 5m, 5m], found.Movements.Select(movement => movement.Change));
        Assert.Equal(0.0, found.Spearman); // Ranks 3, 2, 1 and 1.5, 3, 1.5.
    }

    [Theory]
    [InlineData(35, true)]
    [InlineData(34, false)]
    public void Fifteen_of_a_hundred_points_are_the_limit(int after, bool isStable) =>
        Assert.Equal(isStable, Stability.Between([50, 50], [after, 100 - after]).IsStable);

    [Fact]
    public void Medians_that_do_not_add_up_to_100_are_brought_to_it() =>
        Assert.Equal(0, Stability.Between([30, 20, 10], [60, 40, 20]).PointsMoved);

    [Fact]
    public void Rounds_over_different_items_and_a_round_of_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Stability.Between([50, 50], [100]));
        Assert.Throws<ArgumentException>(() => Stability.Between([0, 0], [50, 50]));
        Assert.Throws<ArgumentException>(() => Stability.Between([50, 50], [110, -10]));
        Assert.Throws<ArgumentException>(() => Stability.Between([], []));
    }

    [Fact]
    public void No_more_than_all_points_move_and_back_is_as_far_as_there() =>
        Gen.Select(Gen.Int[1, 100].Array[4], Gen.Int[1, 100].Array[4]).Sample((before, after) =>
        {
            var (first, second) = (before.Select(point => (decimal)point).ToArray(), after.Select(point => (decimal)point).ToArray());
            var found = Stability.Between(first, second);
            return found.PointsMoved is >= 0 and < 100 && found.PointsMoved == Stability.Between(second, first).PointsMoved && Stability.Between(first, first) is { PointsMoved: 0, IsStable: true };
        });
}
