using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Opens the ballots of a round that has closed, and says what they say together.</summary>
internal static class Revealing
{
    public static RoundEnd Of(WeightingSession session, Round round, Seal seal, Subject subject)
    {
        var opened = round.Ballots.Select(pair => (Voter: pair.Key, Ballot: Sealing.Open(seal, subject, round.Number, pair.Key, pair.Value[^1]))).ToImmutableArray();
        var weighed = opened.Where(pair => !pair.Ballot.Abstains).ToImmutableArray();
        var voters = session.Voters.Count();
        return round.IsCut
            ? Cut(session, round, weighed) with { Abstained = opened.Length - weighed.Length, Voters = voters }
            : Weights(session, round, [.. weighed.Select(pair => (pair.Voter, WeightsOf(round, pair.Ballot)))]) with
            {
                Abstained = opened.Length - weighed.Length,
                Voters = voters,
                Top = round.Top is null ? null : new Tally(weighed.Count(pair => pair.Ballot.ForTop == true), weighed.Count(pair => pair.Ballot.ForTop == false)),
            };
    }

    /// <summary>The weights that a ballot gives, summing to 100: points as they are, comparisons by their eigenvector, an order by its centroid.</summary>
    public static ImmutableArray<decimal> WeightsOf(Round round, Ballot ballot) => round.Method switch
    {
        Method.PointAllocation => [.. ballot.Numbers.Select(points => (decimal)points)],
        Method.Pairwise => [.. BallotRules.Compared(round, ballot).Weights.Select(weight => decimal.Round((decimal)weight * Hundred.Total, 4))],
        Method.RankOrder => Placed(round, ballot),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<decimal> Placed(Round round, Ballot ballot)
    {
        var centroid = RankOrder.Centroid(round.Factors.Length);
        return [.. round.Factors.Select((_, factor) => decimal.Round(centroid[ballot.Numbers.IndexOf(factor)] * Hundred.Total, 4))];
    }

    private static CutRevealed Cut(WeightingSession session, Round round, ImmutableArray<(string Voter, Ballot Ballot)> ballots)
    {
        var vote = RankedVote.Of(round.Factors.Length, [.. ballots.Select(pair => new RankedBallot(pair.Ballot.Numbers))]);
        var order = vote.Order;
        return new CutRevealed
        {
            Order = [.. order.Select(at => round.Factors[at].Id)],
            IsCutInATie = vote.AreLevel(order[session.VitalFewLimit - 1], order[session.VitalFewLimit]),
            Weighed = ballots.Length,
            Voters = 0,
        };
    }

    private static WeightsRevealed Weights(WeightingSession session, Round round, ImmutableArray<(string Voter, ImmutableArray<decimal> Weights)> ballots)
    {
        ImmutableArray<FactorSpread> spreads = ballots.IsEmpty ? [] : [.. round.Factors.Select((factor, at) => SpreadOf(factor, [.. ballots.Select(ballot => ballot.Weights[at])]))];
        return new WeightsRevealed
        {
            Spreads = spreads,
            Weighed = ballots.Length,
            Voters = 0,
            Concord = Concordance.Of([.. ballots.Select(ballot => (IReadOnlyList<decimal>)ballot.Weights)]) is Agreement { Test: var test } ? new Concord(test.W, test.P) : null,
            Gap = Gap(session, round, ballots),
            Moved = MovedSince(session, round, spreads),
        };
    }

    private static FactorSpread SpreadOf(ValueFactor factor, ImmutableArray<decimal> weights) => Spread.Of(weights) is var spread
        ? new FactorSpread(factor.Id, spread.Low, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.High, spread.Mean)
        : throw new System.Diagnostics.UnreachableException();

    /// <summary>The largest distance between two groups' medians; groups that would show single persons are left out.</summary>
    private static GroupGap? Gap(WeightingSession session, Round round, ImmutableArray<(string Voter, ImmutableArray<decimal> Weights)> ballots)
    {
        var groupOf = session.Roll.Where(seat => seat.Group is not null).ToDictionary(seat => seat.Who.Id, seat => seat.Group!);
        var groups = ballots.Where(ballot => groupOf.ContainsKey(ballot.Voter)).GroupBy(ballot => groupOf[ballot.Voter])
            .Where(group => group.Count() >= Limits.SmallestGroup)
            .Select(group => (Name: group.Key, Count: group.Count(), Medians: round.Factors.Select((_, at) => Summary.Median([.. group.Select(ballot => ballot.Weights[at])])).ToArray()))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ToArray();
        var gaps =
            from first in Enumerable.Range(0, groups.Length)
            from second in Enumerable.Range(first + 1, groups.Length - first - 1)
            from at in Enumerable.Range(0, round.Factors.Length)
            let one = groups[first]
            let other = groups[second]
            where one.Medians[at] != other.Medians[at]
            orderby Math.Abs(one.Medians[at] - other.Medians[at]) descending
            select new GroupGap(round.Factors[at].Id, one.Name, one.Medians[at], one.Count, other.Name, other.Medians[at], other.Count);
        return gaps.FirstOrDefault();
    }

    private static Moved? MovedSince(WeightingSession session, Round round, ImmutableArray<FactorSpread> spreads)
    {
        if (session.LastWeights is not { End: WeightsRevealed { Spreads: { IsEmpty: false } before } } past || spreads.IsEmpty) return null;
        if (!past.Round.Factors.Select(factor => factor.Id).SequenceEqual(round.Factors.Select(factor => factor.Id))) return null;
        var stability = Stability.Between([.. before.Select(spread => spread.Mean)], [.. spreads.Select(spread => spread.Mean)]);
        return new Moved(decimal.Round(stability.PointsMoved, 1), round.Factors[stability.Largest.Item].Id, decimal.Round(stability.Largest.Change, 1), stability.IsStable);
    }
}
