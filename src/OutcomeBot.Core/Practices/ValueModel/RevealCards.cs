using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What a round said, once it is open: the spread first, then agreement, disagreement and movement.</summary>
internal static class RevealCards
{
    public static ImmutableArray<Block> Blocks(WeightingSession session) => session.LastWeights is { End: WeightsRevealed revealed, Round: var round }
        ?
        [
            new Prose(Standing(round, revealed)),
            .. revealed.Spreads.IsEmpty ? ImmutableArray<Block>.Empty : [Numbers(session, round, revealed)],
            .. Findings(session, round, revealed),
        ]
        : [];

    /// <summary>The message of the reveal, with its picture.</summary>
    public static Card Message(WeightingSession session) => session.LastWeights is { End: WeightsRevealed { Spreads.IsEmpty: false }, Round: var round }
        ? new Card($"{Wordings.Round(round)} is revealed", [SpreadPicture.Of(session), .. Blocks(session).Where(block => block is not Table)])
        : new Card("The round is revealed", Blocks(session));

    public static Card OfCut(WeightingSession session, Round round, CutRevealed cut) => new("The ranked vote is revealed",
    [
        new Prose($"{Wordings.Count(cut.Weighed, "ballot", "ballots")}{Abstained(cut.Abstained)}. The order is Schulze's: each pair of candidates decided by the strongest chain of majorities; where that leaves two level, by Borda's points."),
        new Outline([.. cut.Order.Select((id, at) => new OutlineRow(0, Wordings.Ordinal(at + 1), round.Factors.First(factor => factor.Id == id).Name, at < session.VitalFewLimit ? "stays" : "cut, and kept with this reason"))]),
        .. cut.IsCutInATie ? [new Prose($"{Factor(round, cut.Order[session.VitalFewLimit - 1])} and {Factor(round, cut.Order[session.VitalFewLimit])} stand level even then: the one that was proposed first stays.")] : ImmutableArray<Block>.Empty,
    ]);

    private static Words Standing(Round round, WeightsRevealed revealed) =>
        $"{Wordings.Round(round)}: {Wordings.Count(revealed.Weighed, "ballot", "ballots")} of {Wordings.Count(revealed.Voters, "voter", "voters")}{Abstained(revealed.Abstained)} · {Wordings.Of(round.Method)}";

    private static Table Numbers(WeightingSession session, Round round, WeightsRevealed revealed) => new(
        "Weights out of 100; half of the ballots lie within the middle half (quartiles of type 7)",
        [new Column("Factor"), new Column("Median", ColumnKind.Number), new Column("Middle half"), new Column("Mean", ColumnKind.Number), .. session.Shown.Where(shown => shown.Round == round.Number).Select(shown => new Column(shown.Who.Name, ColumnKind.Number))],
        [.. revealed.Spreads.Select((spread, at) => ImmutableArray.Create<Words>(
        [
            Factor(round, spread.Factor),
            Number(spread.Median),
            $"{Number(spread.LowerQuartile)} to {Number(spread.UpperQuartile)}",
            Number(spread.Mean),
            .. session.Shown.Where(shown => shown.Round == round.Number).Select(shown => (Words)Number(shown.Weights[at])),
        ]))]);

    private static IEnumerable<Block> Findings(WeightingSession session, Round round, WeightsRevealed revealed)
    {
        if (Widest(revealed) is { InterquartileRange: > 0 } widest)
            yield return new Prose($"{"You differ most":strong} on {Factor(round, widest.Factor)}: the middle half lies between {Number(widest.LowerQuartile)} and {Number(widest.UpperQuartile)}.");
        if (revealed.Gap is { } gap)
            yield return new Prose($"{gap.First} and {gap.Second} differ most on {Factor(round, gap.Factor)} (median {Number(gap.FirstMedian)} of {gap.FirstCount}, and {Number(gap.SecondMedian)} of {gap.SecondCount}).");
        yield return new Prose(Wordings.Agreement(revealed));
        if (revealed.Moved is { } moved) yield return new Prose(Movement(round, moved));
        if (revealed.Top is { } tally && round.Top is { } top)
            yield return new Prose($"Top metrics {top.NorthStar} and {top.TopBusiness}: {tally.Yes} for, {tally.No} against. {(tally.IsCarried ? "They hold with the next version." : OpeningRules.TopOf(session) is { } now ? $"{now.NorthStar} and {now.TopBusiness} stay." : "They found no majority: propose others in the next round.")}");
    }

    private static Words Movement(Round round, Moved moved) => moved.IsStable
        ? (Words)$"Since the round before {Number(moved.PointsMoved)} of 100 points moved, which is stable (15 or fewer): another round would hardly change it, agreed or not. {Factor(round, moved.Factor)} moved most, by {Quantity.WithSign(moved.Change)}."
        : $"Since the round before {Number(moved.PointsMoved)} of 100 points moved, more than the 15 at which it counts as stable. {Factor(round, moved.Factor)} moved most, by {Quantity.WithSign(moved.Change)}.";

    public static FactorSpread? Widest(WeightsRevealed revealed) => revealed.Spreads.IsEmpty ? null : revealed.Spreads.MaxBy(spread => spread.InterquartileRange);

    public static string Factor(Round round, string id) => round.Factors.First(factor => factor.Id == id).Name;

    public static string Number(decimal number) => decimal.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Abstained(int abstained) => abstained == 0 ? "" : $", {Wordings.Count(abstained, "abstention", "abstentions")}";
}
