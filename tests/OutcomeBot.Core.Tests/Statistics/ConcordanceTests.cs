using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class ConcordanceTests(ITestOutputHelper output)
{
    private static readonly Gen<decimal[][]> s_ratings =
        Gen.Select(Gen.Int[4, 12], Gen.Int[2, 6]).SelectMany((raters, items) => Gen.Int[0, 5].Select(number => (decimal)number).Array[items].Array[raters]);

    [Fact]
    public void Every_case_of_irr_and_of_the_textbooks_comes_out()
    {
        if (Shared.Json("3_weights/kendall_w.json", output) is not { } file) return;
        output.WriteLine($"Conventions: {file.GetProperty("definition").GetString()}; average ranks; p from chi-square.");
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var items = test.GetProperty("ratings_rows_are_subjects").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDecimal()).ToArray()).ToArray();
            var raters = Enumerable.Range(0, test.GetProperty("raters").GetInt32()).Select(rater => items.Select(row => row[rater]).ToArray()).ToArray();
            var found = KendallsW.Of(raters)!;
            var name = test.GetProperty("name").GetString()!;
            Assert.Equal((test.GetProperty("subjects").GetInt32(), raters.Length, test.GetProperty("df").GetInt32()), (found.Items, found.Raters, found.DegreesOfFreedom));
            Assert.Equal(test.GetProperty("S").GetDecimal(), found.S);
            Shared.Near(test.Number("W_tie_corrected"), found.W, name, 1e-12);
            Shared.Near(test.Number("chi2"), found.ChiSquare, name, 1e-12);
            Shared.Near(test.Number("p_chi2"), found.P, name);
            Assert.Equal(raters.Length < Concordance.LeastRaters, Concordance.Of(raters) is TooFewRaters);
        });
    }

    [Fact]
    public void Three_executives_and_six_applicants_agree_as_Siegel_says()
    {
        // S. Siegel, Nonparametric Statistics for the Behavioral Sciences (1956), chapter 9: rank sums 8, 14, 11, 11, 11, 8 and W = .16.
        var found = KendallsW.Of([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]])!;
        Assert.Equal(25.5m, found.S);
        Shared.Near(306 / 1890.0, found.W, "W");
    }

    [Fact]
    public void Equal_values_are_corrected_for_so_that_the_same_order_with_ties_is_full_agreement()
    {
        // Ranks 1.5, 1.5, 3 four times: S = 24, W = 12·24/(16·24 − 4·24) = 1, χ² = 8 with 2 degrees of freedom, p = e^−4.
        var found = Assert.IsType<Agreement>(Concordance.Of([[10, 10, 80], [20, 20, 60], [0, 0, 100], [30, 30, 40]]));
        Assert.Equal((24m, 1.0, 8.0, AgreementLevel.VeryStrong, true), (found.Test.S, found.Test.W, found.Test.ChiSquare, found.Level, found.IsProven));
        Shared.Near(Math.Exp(-4), found.Test.P, "p");
    }

    [Fact]
    public void Three_raters_are_too_few_to_speak_of_agreement() =>
        Assert.Equal(new TooFewRaters(3), Concordance.Of([[1, 2], [1, 2], [1, 2]]));

    [Fact]
    public void No_rater_is_too_few_and_raters_without_an_order_have_nothing_to_agree_on()
    {
        Assert.Equal(new TooFewRaters(0), Concordance.Of([]));
        Assert.Equal(new NoOrder(), Concordance.Of([[50, 50], [50, 50], [50, 50], [50, 50]]));
        Assert.Equal(new NoOrder(), Concordance.Of([[100], [100], [100], [100]]));
    }

    [Fact]
    public void Raters_of_different_items_are_refused() =>
        Assert.Throws<ArgumentException>(() => Concordance.Of([[1, 2], [1, 2], [1, 2], [1, 2, 3]]));

    [Theory]
    [InlineData(0, AgreementLevel.VeryWeak)]
    [InlineData(0.2999, AgreementLevel.VeryWeak)]
    [InlineData(0.3, AgreementLevel.Weak)]
    [InlineData(0.5, AgreementLevel.Moderate)]
    [InlineData(0.7, AgreementLevel.Strong)]
    [InlineData(0.9, AgreementLevel.VeryStrong)]
    public void A_level_begins_where_Schmidt_names_it(double w, AgreementLevel level) =>
        Assert.Equal(level, new Agreement(new KendallsW(4, 3, 0, w, 0, 1)).Level);

    [Fact]
    public void Agreement_lies_between_0_and_1_and_knows_neither_the_order_of_raters_nor_that_of_items() =>
        s_ratings.Sample(ratings =>
        {
            if (Concordance.Of(ratings) is not Agreement found) return ratings.All(values => values.Distinct().Count() == 1);
            var turned = ratings.Reverse().Select(values => values.Reverse().ToArray()).ToArray();
            var doubled = ratings.Select(values => values.Select(value => (2 * value) + 7).ToArray()).ToArray();
            return found.Test.W is >= 0 and <= 1 && found.Test.P is >= 0 and <= 1
                && found == Concordance.Of(turned) && found == Concordance.Of(doubled);
        });

    [Fact]
    public void The_mean_rank_correlation_of_all_pairs_follows_from_W()
    {
        // Kendall (1975), 6.3: mean ρ = (mW − 1)/(m − 1) where there are no ties.
        decimal[][] ratings = [[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [5, 1, 2, 3, 4], [1, 3, 2, 5, 4]];
        var pairs = ratings.SelectMany((one, index) => ratings.Skip(index + 1).Select(other => Ranks.Spearman(one, other)!.Value));
        Shared.Near(((4 * KendallsW.Of(ratings)!.W) - 1) / 3, pairs.Average(), "mean rank correlation");
    }

    [Fact]
    public void Equal_values_share_the_average_of_their_places() =>
        Assert.Equal([3.5m, 1m, 3.5m, 2m, 5m], Ranks.Of([7, -1, 7, 3, 9]).AsEnumerable());

    [Fact]
    public void An_order_turned_over_correlates_by_minus_1_and_no_order_with_nothing()
    {
        Assert.Equal(-1, Ranks.Spearman([1, 2, 3], [9, 5, 1]));
        Assert.Null(Ranks.Spearman([1, 2, 3], [5, 5, 5]));
        Assert.Throws<ArgumentException>(() => Ranks.Spearman([1, 2], [1]));
    }
}
