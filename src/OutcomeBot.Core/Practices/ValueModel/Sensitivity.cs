using System.Globalization;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What would change the order of the initiatives with the least shift of one weight, the others keeping their proportions.</summary>
internal static class Sensitivity
{
    /// <summary>A sentence; null with fewer than two initiatives.</summary>
    public static string? Of(AgreedModel model)
    {
        var ranked = Scores.Ranked(model);
        if (ranked.Length < 2) return null;
        var scoring = Scoring.Of([.. model.Factors.Select(weighed => weighed.Weight)], [.. ranked.Select(initiative => model.Factors.Select(weighed => Scores.ShareOf(initiative, weighed.Factor)).ToArray())]);
        return scoring.Nearest switch
        {
            null => "No weight of a single factor would change this order.",
            { At: Below(var factor, var limit) } turn => Sentence(turn, model.Factors[factor], "less", limit),
            { At: Above(var factor, var limit) } turn => Sentence(turn, model.Factors[factor], "more", limit),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Sentence(Overtaking turn, WeighedFactor weighed, string direction, decimal limit) =>
            $"The order of {ranked[turn.Better].Name} and {ranked[turn.Worse].Name} changes if {weighed.Factor.Name} weighs {direction} than {decimal.Round(limit, 1).ToString("0.#", CultureInfo.InvariantCulture)} (now {weighed.Weight.ToString(CultureInfo.InvariantCulture)}).";
    }
}
