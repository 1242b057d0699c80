using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class RankedVoteTests(ITestOutputHelper output)
{
    private static readonly Gen<RankedBallot[]> s_ballots =
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 5).ToArray()), Gen.Int[0, 5], Gen.Int[1, 4]).Select((order, named, count) => new RankedBallot([.. order[..named]], count)).Array[1, 12];

    [Fact]
    public void Every_case_of_ranked_voting_comes_out_by_Schulze_and_by_Borda()
    {
        if (Shared.Json("3_weights/ranked_voting.json", output) is not { } file) return;
        output.WriteLine("Conventions: Schulze by winning votes; Borda from n − 1 down to 0.");
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var names = test.GetProperty("borda_n_minus_1_to_0").EnumerateObject().Select(entry => entry.Name).ToList();
            var found = RankedVote.Of(names.Count, [.. test.GetProperty("ballots").EnumerateArray().Select(ballot =>
                new RankedBallot([.. ballot.GetProperty("order").EnumerateArray().Select(name => names.IndexOf(name.GetString()!))], ballot.GetProperty("count").GetInt32()))]);
            var schulze = test.GetProperty("schulze");
            foreach (var (part, counts) in new[] { ("pairs", found.Pairs), ("strongest_paths", found.Paths) })
                foreach (var entry in schulze.GetProperty(part).EnumerateObject())
                    Assert.Equal(entry.Value.GetInt32(), entry.Name.Split('>') is [var one, var other] ? counts[names.IndexOf(one), names.IndexOf(other)] : -1);
            Assert.Equal(schulze.GetProperty("order").EnumerateArray().Select(name => name.GetString()), found.Order.Select(item => names[item]));
            Assert.Equal(schulze.GetProperty("wins").EnumerateObject().Select(entry => (entry.Name, entry.Value.GetInt32())), names.Select((name, item) => (name, found.Wins(item))));
            Assert.Equal(test.GetProperty("borda_n_minus_1_to_0").EnumerateObject().Select(entry => entry.Value.GetDecimal()), found.BordaPoints);
        });
    }

    [Fact]
    public void The_election_of_45_comes_out_as_Schulze_published_it()
    {
        // M. Schulze (2011) and Wikipedia, Schulze method: A to E are 0 to 4, the order is E, A, C, B, D.
        var found = RankedVote.Of(5,
        [
            new([0, 2, 1, 4, 3], 5), new([0, 3, 4, 2, 1], 5), new([1, 4, 3, 0, 2], 8), new([2, 0, 1, 4, 3], 3),
            new([2, 0, 4, 1, 3], 7), new([2, 1, 0, 3, 4], 2), new([3, 2, 4, 1, 0], 7), new([4, 1, 0, 3, 2], 8),
        ]);
        Assert.Equal([4, 0, 2, 1, 3], found.Order.AsEnumerable());
        Assert.Equal((28, 30, 31, 24), (found.Paths[0, 1], found.Paths[0, 3], found.Paths[4, 3], found.Paths[3, 4]));
    }

    [Fact]
    public void The_capital_of_Tennessee_is_Nashville_by_both_counts()
    {
        // Wikipedia, Borda count: Memphis 126, Nashville 194, Chattanooga 173, Knoxville 107.
        var found = RankedVote.Of(4, [new([0, 1, 2, 3], 42), new([1, 2, 3, 0], 26), new([2, 3, 1, 0], 15), new([3, 2, 1, 0], 17)]);
        Assert.Equal([126m, 194m, 173m, 107m], found.BordaPoints.AsEnumerable());
        Assert.Equal([1, 2, 0, 3], found.BordaOrder.AsEnumerable());
        Assert.Equal([1, 2, 3, 0], found.Order.AsEnumerable());
    }

    [Fact]
    public void What_is_left_out_stands_last_and_shares_the_points_that_are_left()
    {
        var found = RankedVote.Of(4, [new([2])]);
        Assert.Equal([1m, 1m, 3m, 1m], found.BordaPoints.AsEnumerable());
        Assert.Equal([2, 0, 1, 3], found.Order.AsEnumerable());
        Assert.Equal(found.Paths[0, 3], found.Paths[3, 0]);
        Assert.NotEqual(found.Paths[2, 0], found.Paths[0, 2]);
    }

    [Fact]
    public void Without_a_ballot_the_items_stay_as_they_came_and_all_are_tied()
    {
        var found = RankedVote.Of(3, []);
        Assert.Equal([0, 1, 2], found.Order.AsEnumerable());
        Assert.Equal(found.Paths[0, 2], found.Paths[2, 0]);
    }

    [Fact]
    public void A_tie_over_the_strongest_paths_is_broken_by_Borda_points_and_then_by_the_earlier_item()
    {
        // 1 and 2 have the same strongest paths to each other; 2 has more points.
        var circle = RankedVote.Of(3, [new([1, 0, 2]), new([2, 1, 0]), new([0, 2, 1])]);
        Assert.Equal(circle.Paths[0, 1], circle.Paths[1, 0]);
        Assert.Equal([0, 1, 2], circle.Order.AsEnumerable());
        var even = RankedVote.Of(3, [new([0, 1, 2]), new([2, 0, 1])]);
        Assert.Equal(even.Paths[0, 2], even.Paths[2, 0]);
        Assert.Equal([0, 2, 1], even.Order.AsEnumerable());
    }

    [Fact]
    public void A_ballot_with_an_item_twice_or_with_a_stranger_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RankedVote.Of(3, [new([0, 0])]));
        Assert.Throws<ArgumentException>(() => RankedVote.Of(3, [new([3])]));
        Assert.Throws<ArgumentException>(() => RankedVote.Of(3, [new([0], -1)]));
    }

    [Fact]
    public void Every_item_has_one_place_the_order_of_ballots_does_not_matter_and_who_beats_all_others_comes_first() =>
        s_ballots.Sample(ballots =>
        {
            var found = RankedVote.Of(5, ballots);
            var beatsAll = Enumerable.Range(0, 5).Where(item => Enumerable.Range(0, 5).All(other => other == item || found.Pairs[item, other] > found.Pairs[other, item]));
            var points = ballots.Sum(ballot => ballot.Count) * 10m;
            return found.Order.Order().SequenceEqual(Enumerable.Range(0, 5)) && found.Order.SequenceEqual(RankedVote.Of(5, [.. ballots.Reverse()]).Order)
                && beatsAll.All(item => found.Order[0] == item) && found.BordaPoints.Sum() == points
                && found.Order.Zip(found.Order.Skip(1), (better, worse) => found.Paths[better, worse] >= found.Paths[worse, better]).All(right => right);
        });
}
