using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>A version of the value model: weights that sum to exactly 100, why, from when on, and when to look again.</summary>
public sealed record AgreedModel
{
    public required int Version { get; init; }

    /// <summary>The factors with their weights, the heaviest first.</summary>
    public required ImmutableArray<WeighedFactor> Factors { get; init; }

    public required TopMetrics Top { get; init; }

    /// <summary>Why these weights.</summary>
    public required string Rationale { get; init; }

    public required LocalDate EffectiveFrom { get; init; }

    public required LocalDate ReviewBy { get; init; }

    public required Person By { get; init; }

    public required Instant At { get; init; }

    /// <summary>The zone in which its dates were said.</summary>
    public required string Zone { get; init; }

    /// <summary>What it was used on, oldest first.</summary>
    public ImmutableArray<Initiative> Initiatives { get => field.OrNone(); init; } = [];

    /// <summary>The id of the model that took its place; null while it is in force.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>How often the review was asked for.</summary>
    public int Prompts { get; init; }

    public Initiative? Initiative(string? id) => Initiatives.FirstOrDefault(initiative => initiative.Id == id);
}

/// <summary>A factor and what it weighs: whole points out of 100.</summary>
public sealed record WeighedFactor(ValueFactor Factor, int Weight);

/// <summary>Something that a team wants to build, as the model scores it.</summary>
public sealed record Initiative
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Team { get; init; }

    /// <summary>Where it was declared: conflicts are told there.</summary>
    public required Place Place { get; init; }

    /// <summary>What it lifts and lowers; a factor that it leaves alone isn't among them.</summary>
    public ImmutableArray<Effect> Effects { get => field.OrNone(); init; } = [];

    /// <summary>The kata or analysis it came from, as an address of this workspace; null when none was named.</summary>
    public string? From { get; init; }

    public required Person By { get; init; }

    public required Instant At { get; init; }

    /// <summary>Given up, with a reason.</summary>
    public string? Dropped { get; init; }
}

/// <summary>What an initiative does to a factor: from which level to which, in the unit of its metric.</summary>
public sealed record Effect(
    string Factor,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] decimal From,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] decimal To);
