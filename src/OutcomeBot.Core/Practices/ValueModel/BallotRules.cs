using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Which ballots count. A ballot is sealed here, within the rule: what leaves it is closed.</summary>
internal static class BallotRules
{
    public static Decision Of(WeightingSession session, Round round, CastBallot cast)
    {
        var seat = session.SeatOf(cast.By);
        var group = SessionRules.Group(cast.Group) ?? seat?.Group;
        return (seat, cast.Seal) switch
        {
            _ when cast.At >= round.ClosesAt => new Refusal($"{Wordings.Round(round)} closed {Wordings.Time(round.ClosesAt, round.Zone)}, so nothing was changed. A new round takes new votes."),
            ({ Part: Part.Observer }, _) => new Refusal("You watch this one. To vote, take part first."),
            (null, _) when round.Electorate == Electorate.Named => new Refusal($"This round is for those who took part when it opened. {session.Names()} can add you."),
            (null, _) when session.Roll.Length >= Limits.Voters => new Refusal($"{Limits.Voters} people take part, which is as many as a session holds."),
            (_, null) => new Refusal("The key of this vote can't be opened just now, so your ballot was not taken. Try again; if it stays so, tell whoever runs the bot."),
            _ when Fault(round, cast) is { } refusal => refusal,
            (_, { } seal) => Cast(round, cast, seal, seat is null || seat.IsAway || group != seat.Group ? new Seat(cast.By, Part.Voter, group) : null),
        };
    }

    /// <summary>The pairs of so many factors, in the order of a ballot's judgements.</summary>
    public static ImmutableArray<(int First, int Second)> Pairs(int factors) =>
        [.. Enumerable.Range(0, factors).SelectMany(first => Enumerable.Range(first + 1, factors - first - 1).Select(second => (first, second)))];

    /// <summary>The comparisons of a ballot. Above 0 the first is so many times as important, below 0 the second.</summary>
    public static Pairwise Compared(Round round, Ballot ballot) => Pairwise.Of(
        round.Factors.Length,
        [.. Pairs(round.Factors.Length).Select((pair, at) => new Judgement(pair.First, pair.Second, ballot.Numbers[at] > 0 ? ballot.Numbers[at] : 1.0 / -ballot.Numbers[at]))]);

    private static BallotCast Cast(Round round, CastBallot cast, Seal seal, Seat? seat)
    {
        var revision = round.Ballots.GetValueOrDefault(cast.By.Id, []).Length + 1;
        var text = Sealing.Close(seal, cast.Subject, round.Number, cast.By.Id, revision, cast.Ballot, cast.Delivery);
        return new BallotCast(new SealedBallot(revision, text, cast.At), seat) { By = cast.By, At = cast.At };
    }

    private static Refusal? Fault(Round round, CastBallot cast) => (round.Method, cast.Ballot) switch
    {
        (_, { Abstains: true }) => null,
        _ when round.Top is not null && cast.Ballot.ForTop is null => new("Say whether you are for these top metrics.", "top"),
        (Method.PointAllocation, var ballot) => Points(round, ballot),
        (Method.Pairwise, var ballot) => Comparisons(round, ballot, cast.IsMeant),
        (Method.RankOrder, var ballot) => Order(round, ballot, round.Factors.Length),
        (Method.RankedCut, var ballot) => Order(round, ballot, 1),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Refusal? Points(Round round, Ballot ballot)
    {
        if (ballot.Numbers.Length != round.Factors.Length) return new("Give every factor its points; 0 is a number too.", BallotFields.Point(0));
        if (ballot.Numbers.Select((points, at) => (points, at)).FirstOrDefault(pair => pair.points is < 0 or > Hundred.Total) is { points: not 0 } wrong)
            return new($"Points go from 0 to {Hundred.Total}.", BallotFields.Point(wrong.at));
        return PointAllocation.Left(ballot.Numbers) switch
        {
            0 => null,
            > 0 and var left => new($"You gave {Hundred.Total - left} points; {left} are left to give.", BallotFields.Point(round.Factors.Length - 1)),
            var over => new($"You gave {Hundred.Total - over} points, {-over} too many. They have to sum to {Hundred.Total}.", BallotFields.Point(round.Factors.Length - 1)),
        };
    }

    /// <summary>A contradiction is asked about once. It isn't an error: who means it keeps it.</summary>
    private static Refusal? Comparisons(Round round, Ballot ballot, bool isMeant)
    {
        var pairs = Pairs(round.Factors.Length);
        if (ballot.Numbers.Length != pairs.Length || ballot.Numbers.Any(number => number is 0 or -1 or < -9 or > 9)) return new("Answer every comparison.", BallotFields.Pair(0));
        return !isMeant && Compared(round, ballot) is { IsConsistent: false, WorstTriad: { } triad } pairwise
            ? new(Contradictions.Sentence(round, triad, pairwise.ConsistencyRatio), BallotFields.Meant)
            : null;
    }

    private static Refusal? Order(Round round, Ballot ballot, int least)
    {
        if (ballot.Numbers.Any(at => at < 0 || at >= round.Factors.Length)) return new("Choose among the factors of this round.", BallotFields.Place(0));
        var twice = Enumerable.Range(0, ballot.Numbers.Length).FirstOrDefault(place => ballot.Numbers[..place].Contains(ballot.Numbers[place]), -1);
        return twice >= 0 ? new($"{round.Factors[ballot.Numbers[twice]].Name} stands there twice.", BallotFields.Place(twice))
            : ballot.Numbers.Length < least ? new("Put every factor in its place.", BallotFields.Place(ballot.Numbers.Length))
            : null;
    }
}

/// <summary>The names of a ballot's fields.</summary>
internal static class BallotFields
{
    public const string Top = "top";
    public const string Group = "group";
    public const string Meant = "meant";

    public static string Point(int factor) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{factor}");

    public static string Pair(int pair) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{pair}");

    public static string Place(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{place}");
}
