using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>From revealed weights to a version that holds, and what becomes of it.</summary>
internal static class ModelRules
{
    public static Decision Of(WeightingSession session, ShowWeights show)
    {
        var round = session.LastWeights!.Round;
        return (round.Ballots.GetValueOrDefault(show.By.Id, []), show.Seal) switch
        {
            ([], _) => new Refusal("You didn't vote in that round, so there's nothing of yours to show."),
            _ when session.Shown.Any(shown => shown.Round == round.Number && shown.Who.Is(show.By)) => new Refusal("Your weights are shown already."),
            (_, null) => new Refusal("The key of this vote can't be opened just now. Try again; if it stays so, tell whoever runs the bot."),
            ([.., var last], { } seal) => Sealing.Open(seal, show.Subject, round.Number, show.By.Id, last) is { Abstains: false } ballot
                ? new WeightsShown(new Shown(show.By, round.Number, Revealing.WeightsOf(round, ballot))) { By = show.By, At = show.At }
                : new Refusal("You abstained, so there's nothing of yours to show."),
        };
    }

    public static Decision Of(WeightingSession session, AgreeModel agree)
    {
        var (round, revealed) = (session.LastWeights!.Round, (WeightsRevealed)session.LastWeights.End);
        var rationale = Typed.Line(agree.Rationale);
        var from = agree.EffectiveFrom ?? Deadline.Today(agree.At, agree.Zone);
        return (rationale, OpeningRules.TopOf(session), agree.ReviewBy) switch
        {
            _ when !session.Leads(agree.By) => session.OnlyLeads("agree on the weights"),
            _ when revealed.Spreads.IsEmpty => new Refusal("Everybody abstained, so there are no weights to agree on. Vote again."),
            (_, null, _) => new Refusal($"The top metrics found no majority ({revealed.Top!.Yes} for, {revealed.Top.No} against), and a model needs both. Propose others in the next round."),
            ("", _, _) => new Refusal("Say why these weights: whoever reads them in half a year wasn't here.", "rationale"),
            ({ Length: > Limits.Rationale }, _, _) => new Refusal($"{Limits.Rationale} characters fit.", "rationale"),
            (_, _, null) => new Refusal("Choose the day on which you look at the weights again.", "review"),
            (_, _, { } review) when review <= from => new Refusal("The review has to come after the day from which the weights hold.", "review"),
            (_, { } top, { } review) => new ModelAgreed(new AgreedModel
            {
                Version = (session.Earlier?.Version ?? 0) + 1,
                Factors = Weighed(round, revealed),
                Top = top,
                Rationale = rationale,
                EffectiveFrom = from,
                ReviewBy = review,
                By = agree.By,
                At = agree.At,
                Zone = agree.Zone,
            }) { By = agree.By, At = agree.At },
        };
    }

    public static Decision Of(AgreedModel model, PromptReview prompt) => model.SupersededBy is null && prompt.At >= Reminding.At(model)
        ? new ReviewPrompted(Nudges.After(model.Prompts, count => Reminding.At(model with { Prompts = count }), prompt.At)) { By = prompt.By, At = prompt.At }
        : Decision.Of();

    public static Decision Of(AgreedModel model, Supersede supersede) => model.SupersededBy is null
        ? new ModelSuperseded(supersede.ById) { By = supersede.By, At = supersede.At }
        : Decision.Of();

    /// <summary>The mean of what everybody gave, so that every voter weighs the same, brought to exactly 100 by the largest remainder.</summary>
    public static ImmutableArray<WeighedFactor> Weighed(Round round, WeightsRevealed revealed) =>
        [.. Hundred.ByLargestRemainder([.. revealed.Spreads.Select(spread => spread.Mean)])
            .Select((weight, at) => new WeighedFactor(round.Factors[at], weight))
            .OrderByDescending(factor => factor.Weight)];
}
