using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What the ballots of a round of weights said together. Whose were whose isn't in it.</summary>
public sealed record WeightsRevealed : RoundEnd
{
    /// <summary>A spread for each factor of the round, in its order.</summary>
    public required ImmutableArray<FactorSpread> Spreads { get; init; }

    /// <summary>Ballots with weights; abstentions are not among them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Weighed { get; init; }

    public int Abstained { get; init; }

    /// <summary>Whose votes were waited for when it closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Voters { get; init; }

    /// <summary>Kendall's W with tie correction and its p; null with fewer than four ballots or two factors.</summary>
    public Concord? Concord { get; init; }

    /// <summary>The two groups that differ most, on which factor; null when there aren't two of at least three.</summary>
    public GroupGap? Gap { get; init; }

    /// <summary>Ballots for and against the proposed top metrics; null when none were proposed.</summary>
    public Tally? Top { get; init; }

    /// <summary>How it moved since the round before; null for the first, or when the factors were others.</summary>
    public Moved? Moved { get; init; }
}

/// <summary>The weights that voters gave one factor, out of 100. Quartiles are those of type 7, which spreadsheets call inclusive.</summary>
public sealed record FactorSpread(
    string Factor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal Low,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal LowerQuartile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal Median,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal UpperQuartile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal High,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal Mean)
{
    [JsonIgnore]
    public decimal InterquartileRange => UpperQuartile - LowerQuartile;
}

/// <summary>Kendall's W of the voters' orders, corrected for ties, and the chance of as much agreement by luck.</summary>
public sealed record Concord(double W, double P);

/// <summary>Two groups, the factor on which their medians lie farthest apart, and how many stand for each.</summary>
public sealed record GroupGap(string Factor, string First, decimal FirstMedian, int FirstCount, string Second, decimal SecondMedian, int SecondCount);

/// <summary>Votes for and against.</summary>
public sealed record Tally(int Yes, int No)
{
    [JsonIgnore]
    public bool IsCarried => Yes > No;
}

/// <summary>How the group moved since the round before.</summary>
/// <param name="PointsMoved">How many of its 100 points went from one factor to another, see <see cref="Statistics.Stability"/>.</param>
/// <param name="Factor">The factor that moved most.</param>
/// <param name="Change">By how many points it gained or lost.</param>
/// <param name="IsStable">Whether voting again would hardly change anything.</param>
public sealed record Moved(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal PointsMoved,
    string Factor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal Change,
    bool IsStable);

/// <summary>Which candidates the ranked vote kept, best first, and how many ballots made the order.</summary>
public sealed record CutRevealed : RoundEnd
{
    /// <summary>All candidates of the round, best first.</summary>
    public required ImmutableArray<string> Order { get => field.OrNone(); init; }

    /// <summary>Whether neither the vote nor Borda's points put the last that stays before the first that goes: the earlier proposal stayed.</summary>
    public bool IsCutInATie { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Weighed { get; init; }

    public int Abstained { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Voters { get; init; }
}
