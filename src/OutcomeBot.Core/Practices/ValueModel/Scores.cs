using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What a model says about initiatives: points won or lost between worst and best level, weighed.</summary>
internal static class Scores
{
    /// <summary>How far an effect goes, as a share of the way from the worst level to the best; below 0 it makes things worse.</summary>
    public static decimal Share(ValueFactor factor, Effect effect) => (effect.To - effect.From) / (factor.BestLevel - factor.WorstLevel);

    /// <summary>The share of an initiative; 0 where it leaves the factor alone.</summary>
    public static decimal ShareOf(Initiative initiative, ValueFactor factor) => EffectOn(initiative, factor) is { } effect ? Share(factor, effect) : 0;

    /// <summary>The points of one effect: its share of the way, times the factor's weight.</summary>
    public static decimal Points(WeighedFactor weighed, Effect effect) => weighed.Weight * Share(weighed.Factor, effect);

    /// <summary>What an initiative wins less what it loses, in points of 100.</summary>
    public static decimal Net(AgreedModel model, Initiative initiative) =>
        model.Factors.Sum(weighed => weighed.Weight * ShareOf(initiative, weighed.Factor));

    public static Effect? EffectOn(Initiative initiative, ValueFactor factor) => initiative.Effects.FirstOrDefault(effect => effect.Factor == factor.Id);

    /// <summary>The initiatives that hold, the best first.</summary>
    public static ImmutableArray<Initiative> Ranked(AgreedModel model) =>
        [.. model.Initiatives.Where(initiative => initiative.Dropped is null).OrderByDescending(initiative => Net(model, initiative))];

    /// <summary>Where this one and another team's pull a factor both ways.</summary>
    public static IEnumerable<(WeighedFactor Weighed, Initiative Other)> Conflicts(AgreedModel model, Initiative initiative) =>
        from weighed in model.Factors
        let mine = EffectOn(initiative, weighed.Factor)
        where mine is not null
        from other in model.Initiatives
        where other.Id != initiative.Id && other.Dropped is null && other.Team != initiative.Team
        let theirs = EffectOn(other, weighed.Factor)
        where theirs is not null && Math.Sign(Share(weighed.Factor, mine)) == -Math.Sign(Share(weighed.Factor, theirs))
        select (weighed, other);
}
