using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What an agreed model may be used on.</summary>
internal static partial class InitiativeRules
{
    public static Decision Of(AgreedModel model, ScoreInitiative score)
    {
        var (name, team) = (Typed.Line(score.Name), Typed.Line(score.Team));
        var read = model.Factors.Select(weighed => EffectOf(weighed.Factor, score)).ToImmutableArray();
        var known = model.Initiatives.FirstOrDefault(initiative => string.Equals(initiative.Name, name, StringComparison.OrdinalIgnoreCase) && initiative.Team == team && initiative.Dropped is null);
        return (name, team) switch
        {
            _ when model.SupersededBy is not null => new Refusal($"Version {model.Version} is no longer in force. Type model to find the one that is."),
            ("", _) => new Refusal("Name what you want to build.", "name"),
            ({ Length: > Limits.Question }, _) => new Refusal($"{Limits.Question} characters fit.", "name"),
            (_, "") => new Refusal("Whose is it? A team's name, so that conflicts find them.", "team"),
            (_, { Length: > Limits.Team }) => new Refusal($"{Limits.Team} characters fit.", "team"),
            _ when read.Select(pair => pair.Refusal).OfType<Refusal>().FirstOrDefault() is { } refusal => refusal,
            _ when read.All(pair => pair.Effect is null) => new Refusal("It moves none of the factors, so the model has nothing to say about it. Say what it lifts or lowers.", LevelField(model.Factors[0].Factor)),
            _ when known is null && model.Initiatives.Count(initiative => initiative.Dropped is null) >= Limits.Initiatives => new Refusal($"{Limits.Initiatives} initiatives are scored. Take some off first."),
            _ => new InitiativeScored(new Initiative
            {
                Id = known?.Id ?? $"i{(model.Initiatives.Length + 1).ToString(CultureInfo.InvariantCulture)}",
                Name = name,
                Team = team,
                Place = score.Place,
                Effects = [.. read.Select(pair => pair.Effect).OfType<Effect>()],
                From = score.From,
                By = score.By,
                At = score.At,
            }) { By = score.By, At = score.At },
        };
    }

    public static Decision Of(WeightingSession session, AgreedModel model, DropInitiative drop) => (model.Initiative(drop.Id), Typed.Line(drop.Reason)) switch
    {
        (not { Dropped: null }, _) => new Refusal("That initiative isn't on the list any more."),
        ({ } known, _) when !known.By.Is(drop.By) && !session.Leads(drop.By) => new Refusal($"Only {known.By.Name} can take it off, and {session.Names()}."),
        (_, "") => new Refusal("Say why.", "reason"),
        (_, { Length: > Limits.Note }) => new Refusal($"{Limits.Note} characters fit.", "reason"),
        var (_, reason) => new InitiativeDropped(drop.Id, reason) { By = drop.By, At = drop.At },
    };

    /// <summary>The field in which a factor's levels are typed.</summary>
    public static string LevelField(ValueFactor factor) => $"level-{factor.Id}";

    /// <summary>Reads "57", from where the metric stands now, or "88 to 57". An empty field leaves the factor alone.</summary>
    private static (Effect? Effect, Refusal? Refusal) EffectOf(ValueFactor factor, ScoreInitiative score)
    {
        var typed = Typed.Line(score.Levels.GetValueOrDefault(LevelField(factor), ""));
        if (typed.Length == 0) return default;
        if (typed.Length > Limits.Level) return (null, new("Write the level alone, such as 57, or both: 88 to 57.", LevelField(factor)));
        var match = FromTo().Match(typed);
        var from = match.Success ? Quantity.Read(match.Groups["from"].Value) : null;
        var to = Quantity.Read(match.Success ? match.Groups["to"].Value : typed);
        if (to is null || (match.Success && from is null)) return (null, new("Write the level that it brings, such as 57, or both: 88 to 57.", LevelField(factor)));
        if (new[] { from, to }.OfType<Quantity>().Any(level => level.Unit.Length > 0 && factor.Unit.Length > 0 && level.Unit != factor.Unit)) return (null, new($"The levels of {factor.Name} are in {factor.Unit}.", LevelField(factor)));
        var start = from?.Value ?? (score.Current.TryGetValue(MetricName.IdOf(factor.Metric), out var current) ? current : null);
        if (new[] { start, to.Value.Value }.OfType<decimal>().Any(level => !IsWithin(factor, level)))
            return (null, new($"{factor.Name} was weighed between {Wordings.Levels(factor)}. A level beyond that has no weight: choose one within, or agree on a new version.", LevelField(factor)));
        return start is null ? (null, new($"Nothing is recorded for {factor.Metric} yet, so write both levels: 88 to 57.", LevelField(factor)))
            : (start == to.Value.Value ? null : new Effect(factor.Id, start.Value, to.Value.Value), null);
    }

    private static bool IsWithin(ValueFactor factor, decimal level) =>
        level >= Math.Min(factor.WorstLevel, factor.BestLevel) && level <= Math.Max(factor.WorstLevel, factor.BestLevel);

    [GeneratedRegex(@"\A(from )?(?<from>.+?)\s*(\bto\b|→|->)\s*(?<to>.+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FromTo();
}
