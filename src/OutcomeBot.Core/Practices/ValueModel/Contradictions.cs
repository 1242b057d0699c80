using System.Globalization;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Three comparisons that don't go together, in words.</summary>
internal static class Contradictions
{
    public static string Sentence(Round round, Triad triad, double ratio)
    {
        var (first, second, third) = (Name(round, triad.First), Name(round, triad.Second), Name(round, triad.Third));
        return $"These contradict each other: {first} {Times(triad.FirstOverSecond)} {second}, {second} {Times(triad.SecondOverThird)} {third}, and yet {first} {Times(triad.FirstOverThird)} {third}. "
            + $"From the first two, {first} against {third} would be about {triad.ImpliedOnScale.ToString(CultureInfo.InvariantCulture)}. Consistency ratio {ratio.ToString("0.00", CultureInfo.InvariantCulture)}, over {Pairwise.Limit.ToString("0.00", CultureInfo.InvariantCulture)} (random index: {Pairwise.RandomIndexName}). Change one of them, or choose to keep them.";
    }

    private static string Times(double times) => times switch
    {
        > 1 => $"counts {Number(times)} times as much as",
        1 => "counts as much as",
        _ => $"counts only 1/{Number(1 / times)} as much as",
    };

    private static string Number(double times) => times.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Name(Round round, int factor) => round.Factors[factor].Name;
}
