using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>One sealed vote: on which factors to keep, or on their weights. How it is held is fixed when it opens.</summary>
public sealed record Round
{
    /// <summary>Which vote of the session it is, from 1: ballots are sealed under it.</summary>
    public required int Number { get; init; }

    /// <summary>Which vote of its kind it is, from 1, as people count them: a ranked vote before it is no round of weights.</summary>
    public int Ordinal { get => field == 0 ? Number : field; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Method Method { get; init; }

    /// <summary>What is voted on, in the order in which it stands on ballots.</summary>
    public required ImmutableArray<ValueFactor> Factors { get; init; }

    public required Instant OpenedAt { get; init; }

    public required Instant ClosesAt { get; init; }

    /// <summary>The IANA zone in which the deadline was said.</summary>
    public required string Zone { get; init; }

    public required Quorum Quorum { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Electorate Electorate { get; init; }

    /// <summary>The top metrics that this round also decides on; null when it leaves them as they are.</summary>
    public TopMetrics? Top { get; init; }

    /// <summary>Why they shall change.</summary>
    public string? TopReason { get; init; }

    /// <summary>The sealed ballots by the id of their voter, every version of them, the newest last.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<SealedBallot>> Ballots { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<SealedBallot>>.Empty;

    /// <summary>How often the rest was reminded.</summary>
    public int Reminded { get; init; }

    [JsonIgnore]
    public bool IsCut => Method == Method.RankedCut;

    public bool HasVoted(Person person) => Ballots.ContainsKey(person.Id);
}

/// <summary>How a round is voted in.</summary>
public enum Method
{
    /// <summary>100 points over the factors.</summary>
    PointAllocation,

    /// <summary>Each factor against each other one, on Saaty's scale.</summary>
    Pairwise,

    /// <summary>The factors in order of weight.</summary>
    RankOrder,

    /// <summary>The candidates in order, to find the vital few.</summary>
    RankedCut,
}

/// <summary>Who may vote.</summary>
public enum Electorate
{
    /// <summary>Everybody in the channel; a vote makes somebody a voter.</summary>
    Anybody,

    /// <summary>Those who take part when it opens, and whom the owner adds.</summary>
    Named,
}

/// <summary>How many votes make a round valid: a number, or a share of the voters in per cent. Observers and those who are away count on neither side.</summary>
public sealed record Quorum(int? Votes, int? Percent)
{
    /// <summary>The votes that are needed among so many voters; at least one.</summary>
    public int Of(int voters) => Math.Max(1, Votes ?? ((voters * (Percent ?? 0)) + 99) / 100);
}

/// <summary>A ballot as it is stored: only the session's key opens it. Its length says nothing of what is in it.</summary>
/// <param name="Revision">Which version of this voter's ballot it is, from 1.</param>
/// <param name="Text">Nonce, cipher text and tag, in Base64.</param>
/// <param name="At">When it was cast.</param>
public sealed record SealedBallot(int Revision, string Text, Instant At);

/// <summary>A round that has ended, and how.</summary>
public sealed record PastRound(Round Round, RoundEnd End, Instant At);

/// <summary>How a round ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(WeightsRevealed), "weights")]
[JsonDerivedType(typeof(CutRevealed), "cut")]
[JsonDerivedType(typeof(NotValid), "not-valid")]
public abstract record RoundEnd;

/// <summary>Closed as not valid: no ballot was opened.</summary>
public sealed record NotValid(string Reason, Person By) : RoundEnd;
