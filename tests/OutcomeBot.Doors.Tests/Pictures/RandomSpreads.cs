using CsCheck;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Any rows of any numbers under any names.</summary>
internal static class RandomSpreads
{
    private static readonly Gen<decimal> s_value = Gen.OneOf(
        Gen.Int[0, 100].Select(number => (decimal)number),
        Gen.Int[-1_000_000, 1_000_000].Select(number => number / 100m),
        Gen.OneOf(0m, 1e-9m, -1e-9m, 1e15m, -1e15m, 1e24m, -1e24m));

    private static readonly Gen<decimal?> s_maybe = Gen.Select(Gen.Bool, s_value, (isThere, value) => isThere ? value : (decimal?)null);

    private static readonly Gen<string> s_words = Gen.OneOf("", "Lead time", "漢字", "\ud800", new string('x', 300), "Security findings older than 30 days that nobody has looked at");

    private static readonly Gen<SpreadRow> s_row = Gen.Select(s_words, s_value.Array[1, 9], s_maybe, (label, values, before) => SpreadRow.Of(label, Spread.Of(values), before));

    public static Gen<Spreads> UpTo(int rows) =>
        Gen.Select(s_words, s_row.Array[0, rows], Gen.OneOf("%", " days", "", " points of a hundred"), Gen.Int[0, 4], s_maybe)
            .Select((title, made, suffix, decimals, reach) => Spreads.Of(title, "n", "f", new PlotUnit(suffix, decimals), made) with { Reach = reach });
}
