using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>A group on its way from candidate factors to weights that it agrees on.</summary>
public sealed record WeightingSession
{
    public required string Id { get; init; }

    /// <summary>What the weights are for, in the words of whoever opened it.</summary>
    public required string Question { get; init; }

    /// <summary>Who leads it, and who does so when the owner is away.</summary>
    public required Person Owner { get; init; }

    public Person? Deputy { get; init; }

    /// <summary>The vital few: no more factors than this are weighed.</summary>
    public int VitalFewLimit { get; init; } = Limits.UsualFactors;

    /// <summary>The wrapped key that its ballots are sealed with.</summary>
    public required string Seal { get; init; }

    /// <summary>The model that this one is to take the place of; null for a first one.</summary>
    public EarlierModel? Earlier { get; init; }

    /// <summary>Everything that was proposed, oldest first.</summary>
    public ImmutableArray<Candidate> Candidates { get => field.OrNone(); init; } = [];

    /// <summary>Who takes part, in the order in which they came.</summary>
    public ImmutableArray<Seat> Roll { get => field.OrNone(); init; } = [];

    /// <summary>The rounds that have ended, oldest first, their ballots still sealed.</summary>
    public ImmutableArray<PastRound> Rounds { get => field.OrNone(); init; } = [];

    /// <summary>Who have shown their own weights of a revealed round, by their consent.</summary>
    public ImmutableArray<Shown> Shown { get => field.OrNone(); init; } = [];

    public required Instant OpenedAt { get; init; }

    /// <summary>When owner or deputy acted last: after long silence somebody else may take over.</summary>
    public required Instant LeadActedAt { get; init; }

    /// <summary>The newest step that others should know of.</summary>
    public required Step Last { get; init; }

    [JsonIgnore]
    public IEnumerable<Seat> Voters => Roll.Where(seat => seat is { Part: Part.Voter, IsAway: false });

    /// <summary>Candidates that are neither merged into another, nor cut, nor set aside, and that something measures.</summary>
    [JsonIgnore]
    public ImmutableArray<Candidate> Weighable => [.. Candidates.Where(candidate => candidate is { Standing: Standing.InPlay, IsMeasurable: true })];

    /// <summary>The newest round of weights that was revealed; null before the first.</summary>
    [JsonIgnore]
    public PastRound? LastWeights => Rounds.LastOrDefault(past => past.End is WeightsRevealed);

    /// <summary>What the next vote of this kind is called by number: ranked votes and rounds of weights are counted apart.</summary>
    public int NextOrdinal(Method method) => Rounds.Count(past => past.Round.IsCut == (method == Method.RankedCut)) + 1;

    public Candidate? Candidate(string? id) => Candidates.FirstOrDefault(candidate => candidate.Id == id);

    public Seat? SeatOf(Person person) => Roll.FirstOrDefault(seat => seat.Who.Is(person));

    /// <summary>Whether this person may lead: the owner, and the deputy.</summary>
    public bool Leads(Person person) => Owner.Is(person) || person.Is(Deputy);
}

/// <summary>The agreed model before this one.</summary>
public sealed record EarlierModel(string Id, int Version, TopMetrics Top);

/// <summary>Somebody who takes part.</summary>
/// <param name="Who">The person.</param>
/// <param name="Part">As voter or as observer.</param>
/// <param name="Group">Whom they stand for, such as finance; null when they named none.</param>
public sealed record Seat(Person Who, Part Part, string? Group = null)
{
    /// <summary>Away, and so not among those whose votes are waited for.</summary>
    public bool IsAway { get; init; }
}

/// <summary>How somebody takes part.</summary>
public enum Part
{
    Voter,
    Observer,
}

/// <summary>The last thing that happened: by whom, when, and what as a past tense.</summary>
public sealed record Step(Person By, Instant At, string What);

/// <summary>The metric of the value delivered to customers, and the one of the value captured by the business.</summary>
public sealed record TopMetrics(string NorthStar, string TopBusiness);

/// <summary>Somebody's own weights, shown because they wanted it.</summary>
public sealed record Shown(Person Who, int Round, ImmutableArray<decimal> Weights);
