using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The spread of a revealed round, a row a factor, with the medians of the round before.</summary>
internal static class SpreadPicture
{
    public static Spreads Of(WeightingSession session)
    {
        var (round, revealed) = (session.LastWeights!.Round, (WeightsRevealed)session.LastWeights.End);
        var before = session.Rounds.Where(past => past.End is WeightsRevealed && past != session.LastWeights).Select(past => (WeightsRevealed)past.End).LastOrDefault();
        return Spreads.Of(
            Title(round, revealed),
            $"Weights out of 100 for: {session.Question}",
            $"{Wordings.Round(round)}, {Wordings.Count(revealed.Weighed, "ballot", "ballots")}. The box holds the middle half of them (quartiles of type 7).",
            new PlotUnit("", 1),
            [.. revealed.Spreads.Select(spread => Row(round, revealed, spread, before))]);
    }

    private static string Title(Round round, WeightsRevealed revealed) => RevealCards.Widest(revealed) is { InterquartileRange: > 0 } widest
        ? $"You differ most on {RevealCards.Factor(round, widest.Factor)}"
        : "The middle half of you gives every factor the same weight";

    private static SpreadRow Row(Round round, WeightsRevealed revealed, FactorSpread spread, WeightsRevealed? before) => new(
        RevealCards.Factor(round, spread.Factor), revealed.Weighed, spread.Low, spread.LowerQuartile, spread.Median, spread.UpperQuartile, spread.High, spread.Mean,
        before?.Spreads.FirstOrDefault(earlier => earlier.Factor == spread.Factor)?.Median);
}
