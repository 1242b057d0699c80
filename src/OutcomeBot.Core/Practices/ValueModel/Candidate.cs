using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Something that may make what the team builds valuable, as it was proposed in round 0.</summary>
public sealed record Candidate
{
    public required string Id { get; init; }

    /// <summary>A few words that stand on ballots.</summary>
    public required string Name { get; init; }

    /// <summary>What is meant, so that everybody weighs the same thing.</summary>
    public required string Meaning { get; init; }

    /// <summary>The metric that measures it, by its name; null keeps it aside, visibly.</summary>
    public string? Metric { get; init; }

    /// <summary>The unit of both levels.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The worst and the best level that are realistic: a weight says what it is worth to get from one to the other.</summary>
    public decimal? WorstLevel { get; init; }

    public decimal? BestLevel { get; init; }

    /// <summary>The screening questions that its proposer answers with yes.</summary>
    public ImmutableArray<Screen> Passes { get => field.OrNone(); init; } = [];

    /// <summary>Who proposed it, or something that was merged into it. Not shown on the shared card.</summary>
    public ImmutableArray<Person> ProposedBy { get => field.OrNone(); init; } = [];

    /// <summary>The names of what was merged into it, and the owner's note.</summary>
    public ImmutableArray<string> Merged { get => field.OrNone(); init; } = [];

    public string? Note { get; init; }

    public Standing Standing { get; init; }

    /// <summary>Why it was cut or set aside.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a metric measures it between two different levels.</summary>
    [JsonIgnore]
    public bool IsMeasurable => Metric is not null && WorstLevel is { } worst && BestLevel is { } best && worst != best;

    /// <summary>The screening questions that got no yes.</summary>
    [JsonIgnore]
    public ImmutableArray<Screen> Fails => [.. Enum.GetValues<Screen>().Except(Passes)];

    /// <summary>The factor as it stands on ballots: its wording is frozen for the round.</summary>
    public ValueFactor Frozen() => new(Id, Name, Meaning, Metric ?? "", Unit, WorstLevel ?? 0, BestLevel ?? 0);
}

/// <summary>What became of a candidate.</summary>
public enum Standing
{
    InPlay,
    Merged,
    Cut,
    SetAside,
}

/// <summary>The seven questions that a factor of value is asked (after the checklist for North Star metrics by Amplitude).</summary>
public enum Screen
{
    ExpressesValue,
    RepresentsStrategy,
    LeadsResults,
    Actionable,
    Understandable,
    Measurable,
    NotVanity,
}

/// <summary>A factor as it is weighed: wording, metric and levels as they stood when the round was opened.</summary>
public sealed record ValueFactor(
    string Id,
    string Name,
    string Meaning,
    string Metric,
    string Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal WorstLevel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal BestLevel);
