using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Where an analysis stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Unasked), "unasked")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Concluded), "concluded")]
[JsonDerivedType(typeof(Abandoned), "abandoned")]
[JsonDerivedType(typeof(Settings), "settings")]
public abstract record FiveWhysState
{
    /// <summary>The tree, in the states that have one.</summary>
    [JsonIgnore]
    public virtual WhyTree? Known => null;
}

/// <summary>Nothing has been asked yet; a question that was refused is kept as a draft, so that nobody types it twice.</summary>
public sealed record Unasked(string? Draft = null) : FiveWhysState;

/// <summary>Anybody answers.</summary>
public sealed record Open(WhyTree Tree) : FiveWhysState
{
    public override WhyTree Known => Tree;
}

/// <summary>Root causes are named and something is done about them.</summary>
public sealed record Concluded(WhyTree Tree, Conclusion Conclusion) : FiveWhysState
{
    public override WhyTree Known => Tree;
}

/// <summary>Nobody goes on with it, and it is known why.</summary>
public sealed record Abandoned(WhyTree Tree, string Reason, Person By, Instant At) : FiveWhysState
{
    public override WhyTree Known => Tree;
}

/// <summary>What all analyses of a workspace share: the list of categories.</summary>
public sealed record Settings(ImmutableArray<string> Categories) : FiveWhysState
{
    /// <summary>The subject id of the one settings page of a workspace.</summary>
    public const string Id = "settings";

    public static Settings Default { get; } = new([
        "Demand/Promise", "Policy", "Process", "Priority/Capacity", "Skill",
        "Tooling", "Architecture/Debt", "Measurement", "Supplier", "Market"]);
}
