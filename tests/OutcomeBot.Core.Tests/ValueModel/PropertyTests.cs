using CsCheck;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>What holds for any ballots.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<int[]> s_points =
        from first in Gen.Int[0, 100]
        from second in Gen.Int[0, 100 - first]
        select new[] { first, second, 100 - first - second };

    [Fact]
    public void Agreed_weights_sum_to_exactly_a_hundred() => s_points.Array[1, 9].Sample(
        ballots => Assert.Equal(100, Outcome(ballots).Model.Factors.Sum(factor => factor.Weight)), iter: 60);

    [Fact]
    public void The_order_in_which_people_vote_doesnt_matter() => s_points.Array[2, 6].Sample(
        ballots => Assert.Equal(Said(Outcome(ballots)), Said(Outcome([.. ballots.Reverse()], voters: number => ballots.Length - 1 - number))), iter: 40);

    [Fact]
    public void A_ballot_changed_and_changed_back_leaves_the_result_unchanged() => Gen.Select(s_points.Array[2, 5], s_points).Sample(
        (ballots, other) =>
        {
            var wavering = Voted(ballots).Vote(Voter(0), other).Vote(Voter(0), ballots[0]);
            Assert.Equal(Said(Outcome(ballots)), Said(Agree(wavering)));
        }, iter: 40);

    [Fact]
    public void A_ballot_opens_to_what_was_sealed() => Gen.Select(Gen.Int[-9, 9].Array[0, 10], Gen.Bool).Sample((numbers, forTop) =>
    {
        var seal = new Group().Seal!;
        var ballot = new Ballot([.. numbers], forTop);
        var closed = new SealedBallot(1, Sealing.Close(seal, new Group().Subject, 1, "U1", 1, ballot, "d1"), Start);
        var opened = Sealing.Open(seal, new Group().Subject, 1, "U1", closed);
        Assert.Equal((ballot.Write(), ballot.ForTop), (opened.Write(), opened.ForTop));
    });

    private static Group Outcome(int[][] ballots, Func<int, int>? voters = null) => Agree(Voted(ballots, voters));

    private static Group Voted(int[][] ballots, Func<int, int>? voters = null) =>
        ballots.Select((ballot, number) => (ballot, number)).Aggregate(Open(quorum: "1"), (group, vote) => group.Vote(Voter(voters?.Invoke(vote.number) ?? vote.number), vote.ballot));

    private static Group Agree(Group group) => group.Fill(Ana, "close").Fill(Ana, "agree", ("rationale", "We said so"), ("review", "2027-03-01"));

    private static string Said(Group group) => $"{string.Join(", ", group.Model.Factors)} {string.Join(", ", group.Weights.Spreads)} {group.Weights.Concord}";

    private static Chat.Person Voter(int number) => new($"V{number}", $"Voter {number}");
}
