using CsCheck;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class ScoringTests
{
    // Lead time 40, revenue 35, health 25. The first: 40·1 + 35·0 − 25·0.2 = 35. The second: 35·0.8 + 25·0.2 = 33.
    private static readonly Scoring s_two = Scoring.Of([40, 35, 25], [[1, 0, -0.2m], [0, 0.8m, 0.2m]]);

    private static readonly Gen<Scoring> s_scoring = Gen.Int[2, 5].SelectMany(factors => Gen.Select(
        Gen.Int[0, 100].Array[factors - 1],
        Gen.Int[-10, 10].Select(tenths => tenths / 10m).Array[factors].Array[2, 5],
        (cuts, lifts) => Scoring.Of([.. Points(cuts)], lifts)));

    [Fact]
    public void A_net_score_is_the_sum_of_weight_times_lift()
    {
        Assert.Equal((35m, 33m), (s_two.Net(0), s_two.Net(1)));
        Assert.Equal((40m, -5m), (s_two.Part(0, 0), s_two.Part(0, 2)));
        Assert.Equal([0, 1], s_two.Order.AsEnumerable());
    }

    [Fact]
    public void The_weights_at_which_two_options_change_places_are_those_worked_out_by_hand()
    {
        // Lead time: the lead elsewhere is −28 − 10 = −38 over 60; 100·38/(38 + 60). Revenue: 30 over 65; 100·30/(30 + 52). Health: 12 over 75; 100·12/(12 + 30).
        var tipping = s_two.TippingPoints(0, 1);
        Assert.Equal([typeof(Below), typeof(Above), typeof(Above)], tipping.Select(point => point.GetType()));
        Assert.Equal([38.78m, 36.59m, 28.57m], tipping.Select(point => decimal.Round(point.Weight!.Value, 2)));
        Assert.Equal((0, 1, 0), s_two.Nearest is { } nearest ? (nearest.Better, nearest.Worse, nearest.At.Factor) : default);
    }

    [Fact]
    public void An_option_that_is_better_everywhere_is_never_overtaken()
    {
        var scoring = Scoring.Of([60, 40], [[0.5m, 0.5m], [0.2m, -0.1m]]);
        Assert.Equal([new Never(0), new Never(1)], scoring.TippingPoints(0, 1).AsEnumerable());
        Assert.Null(scoring.Nearest);
    }

    [Fact]
    public void An_option_that_is_only_as_good_at_the_end_of_the_scale_does_not_overtake() =>
        // Without the first factor both are equal, and no weight is less than 0.
        Assert.Equal(new Never(0), Scoring.Of([50, 50], [[1, 0.5m], [0, 0.5m]]).TippingPoints(0, 1)[0]);

    [Fact]
    public void One_factor_alone_never_changes_the_order() =>
        Assert.Equal(new Never(0), Assert.Single(Scoring.Of([100], [[1m], [0.5m]]).TippingPoints(0, 1)));

    [Fact]
    public void Where_one_factor_has_all_the_weight_the_others_share_evenly_what_it_gives_up() =>
        // Lead on the factor 1, on the others −1 on average: equal at 50.
        Assert.Equal(new Below(0, 50), Scoring.Of([100, 0, 0], [[1, 0, -1], [0, 0.5m, 0.5m]]).TippingPoints(0, 1)[0]);

    [Fact]
    public void Equal_options_stand_in_the_order_given_and_tip_at_once()
    {
        var scoring = Scoring.Of([50, 50], [[1, 0], [0, 1]]);
        Assert.Equal([0, 1], scoring.Order.AsEnumerable());
        Assert.Equal([new Below(0, 50), new Above(1, 50)], scoring.TippingPoints(0, 1).AsEnumerable<Tipping>());
    }

    [Fact]
    public void Weights_of_99_a_missing_lift_and_a_lift_beyond_1_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Scoring.Of([50, 49], [[0, 0]]));
        Assert.Throws<ArgumentException>(() => Scoring.Of([50, 50], [[0]]));
        Assert.Throws<ArgumentException>(() => Scoring.Of([50, 50], [[0, 1.1m]]));
        Assert.Throws<ArgumentException>(() => s_two.TippingPoints(1, 0));
    }

    [Fact]
    public void On_one_side_of_a_tipping_point_the_better_leads_and_on_the_other_the_worse() =>
        s_scoring.Sample(scoring =>
        {
            var (better, worse) = (scoring.Order[0], scoring.Order[1]);
            return scoring.TippingPoints(better, worse).All(tipping => tipping switch
            {
                Below below => below.Limit <= scoring.Weights[below.Factor] && below.Limit > 0 && Lead(scoring, below.Factor, below.Limit / 2, better, worse) < 0,
                Above above => above.Limit >= scoring.Weights[above.Factor] && above.Limit < 100 && Lead(scoring, above.Factor, (above.Limit + 100) / 2, better, worse) < 0,
                _ => Lead(scoring, tipping.Factor, 0, better, worse) >= -1e-20m && Lead(scoring, tipping.Factor, 100, better, worse) >= -1e-20m,
            });
        });

    // Said anew, by scaling the weights: what the product works out in one step.
    private static decimal Lead(Scoring scoring, int factor, decimal weight, int better, int worse)
    {
        var all = 100m - scoring.Weights[factor];
        return scoring.Weights.Select((old, index) =>
            (index == factor ? weight : all == 0 ? (100 - weight) / (scoring.Weights.Length - 1) : old * (100 - weight) / all)
            * (scoring.Lifts[better][index] - scoring.Lifts[worse][index])).Sum();
    }

    private static IEnumerable<int> Points(int[] cuts)
    {
        int[] edges = [0, .. cuts.Order(), 100];
        return edges.Zip(edges.Skip(1), (from, to) => to - from);
    }
}
