using System.Text.Json;
using CsCheck;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class PairwiseTests(ITestOutputHelper output)
{
    // Wikipedia, Analytic hierarchy process, leader example: experience, education, charisma, age.
    private static readonly Pairwise s_leader = Pairwise.Of(4, [new(0, 1, 4), new(0, 2, 3), new(0, 3, 7), new(2, 1, 3), new(1, 3, 3), new(2, 3, 5)]);

    private static readonly Gen<Judgement[]> s_judgements = Gen.Int[1, 6].SelectMany(items =>
        Gen.Int[-8, 8].Array[items * (items - 1) / 2].Select(steps => All(items).Zip(steps, (pair, step) => new Judgement(pair.First, pair.Second, step < 0 ? 1.0 / (1 - step) : step + 1)).ToArray()));

    [Fact]
    public void Every_case_of_Saaty_and_the_leader_example_comes_out()
    {
        if (Shared.Json("3_weights/ahp.json", output) is not { } file) return;
        output.WriteLine($"Conventions: eigenvector weights; CI = {file.GetProperty("CI").GetString()}; CR by the random index of {Pairwise.RandomIndexName}.");
        Assert.Equal(file.GetProperty("RI_saaty").EnumerateObject().Select(entry => entry.Value.GetDouble()), Pairwise.RandomIndex);
        var found = file.GetProperty("matrices").EnumerateArray().ToDictionary(test => test.GetProperty("name").GetString()!, test => (Test: test, Found: Read(test)));
        Assert.All(found.Values, pair =>
        {
            var (test, result) = pair;
            Shared.Near(test.Number("lambda_max"), result.LambdaMax, "lambda");
            Shared.Near(test.Number("CI"), result.ConsistencyIndex, "CI");
            Shared.Near(test.Number("CR_saaty"), result.ConsistencyRatio, "CR");
            foreach (var (name, weight) in Names(test).Zip(result.Weights))
                Shared.Near(test.GetProperty("weights_eigenvector").Number(name), weight, name);
        });
        Assert.All(file.GetProperty("hierarchies").EnumerateArray().ToList(), tree =>
        {
            var criteria = found[tree.GetProperty("criteria").GetString()!];
            foreach (var option in tree.GetProperty("overall_computed").EnumerateObject())
                Shared.Near(option.Value.GetDouble(), Names(criteria.Test).Zip(criteria.Found.Weights, (name, weight) =>
                {
                    var (test, below) = found[tree.GetProperty("children").GetProperty(name).GetString()!];
                    return weight * below.Weights[Names(test).IndexOf(option.Name)];
                }).Sum(), option.Name);
        });
    }

    [Fact]
    public void The_leader_example_has_its_published_weights_and_ratio()
    {
        Assert.Equal([0.548, 0.127, 0.270, 0.056], s_leader.Weights.Select(weight => Math.Round(weight, 3)));
        Assert.Equal(0.044, Math.Round(s_leader.ConsistencyRatio, 3));
        Assert.True(s_leader.IsConsistent);
    }

    [Fact]
    public void The_worst_contradiction_can_be_read_aloud()
    {
        // Experience is 4 × education and education 3 × age, so experience should be 12 × age; it is said to be 7: 1 − 7/12.
        // Charisma over education over age is worse by nothing: 3 × 3 against 5 is 1 − 5/9; experience over charisma over age 15 against 7 is 1 − 7/15.
        // Experience 3 × charisma, charisma 3 × education: 9 against 4, 1 − 4/9, is the worst.
        var worst = s_leader.WorstTriad!;
        Assert.Equal((0, 2, 1, 3.0, 3.0, 4.0, 9.0, 9), (worst.First, worst.Second, worst.Third, worst.FirstOverSecond, worst.SecondOverThird, worst.FirstOverThird, worst.Implied, worst.ImpliedOnScale));
        Shared.Near(5 / 9.0, worst.Inconsistency, "inconsistency");
    }

    [Fact]
    public void Three_that_go_round_in_a_circle_are_read_with_what_outweighs_in_front_and_cannot_stand()
    {
        var circle = Pairwise.Of(3, [new(0, 1, 2), new(1, 2, 3), new(2, 0, 4)]);
        Assert.False(circle.IsConsistent);
        var worst = circle.WorstTriad!;
        Assert.Equal(1 - (1 / 24.0), worst.Inconsistency, 12);
        Assert.True(worst is { FirstOverSecond: >= 1, SecondOverThird: >= 1, FirstOverThird: < 1 });
    }

    [Fact]
    public void What_is_implied_beyond_the_scale_is_its_end() =>
        Assert.Equal((63.0, 9), Pairwise.Of(3, [new(0, 1, 9), new(1, 2, 7), new(0, 2, 9)]).WorstTriad is { } worst ? (worst.Implied, worst.ImpliedOnScale) : default);

    [Fact]
    public void Judgements_that_follow_from_weights_give_these_weights_a_ratio_of_0_and_no_contradiction() =>
        Gen.Int[1, 9].Array[1, 8].Sample(parts =>
        {
            var found = Pairwise.Of(parts.Length, [.. All(parts.Length).Select(pair => new Judgement(pair.First, pair.Second, (double)parts[pair.First] / parts[pair.Second]))]);
            return found.Weights.Zip(parts, (weight, part) => Math.Abs(weight - (part / (double)parts.Sum()))).Max() < 1e-12
                && found.ConsistencyRatio < 1e-12 && found.WorstTriad is null;
        });

    [Fact]
    public void Weights_add_up_to_1_and_do_not_depend_on_the_order_or_the_direction_of_the_judgements() =>
        s_judgements.Sample(judgements =>
        {
            var items = judgements.Length == 0 ? 1 : judgements.Max(judgement => judgement.Second) + 1;
            var found = Pairwise.Of(items, judgements);
            var turned = Pairwise.Of(items, [.. judgements.Reverse().Select(judgement => new Judgement(judgement.Second, judgement.First, 1 / judgement.Times))]);
            return Math.Abs(found.Weights.Sum() - 1) < 1e-12 && found.ConsistencyRatio >= 0
                && found.Weights.Zip(turned.Weights, (one, other) => Math.Abs(one - other)).Max() < 1e-9
                && (found.WorstTriad is null) == (turned.WorstTriad is null);
        });

    [Fact]
    public void A_group_judges_by_the_geometric_mean()
    {
        var group = Pairwise.Together([Pairwise.Of(2, [new(0, 1, 8)]), Pairwise.Of(2, [new(1, 0, 2)])]);
        Shared.Near(2, Assert.Single(group.Judgements).Times, "√(8 · ½)");
        Shared.Near(2 / 3.0, group.Weights[0], "weight");
        Assert.Equal((0.0, 0.0), (group.ConsistencyIndex, group.ConsistencyRatio));
    }

    [Fact]
    public void A_missing_a_doubled_and_an_impossible_judgement_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Pairwise.Of(3, [new(0, 1, 2), new(1, 2, 2)]));
        Assert.Throws<ArgumentException>(() => Pairwise.Of(2, [new(0, 1, 2), new(1, 0, 2)]));
        Assert.Throws<ArgumentException>(() => Pairwise.Of(2, [new(0, 1, 0)]));
        Assert.Throws<ArgumentException>(() => Pairwise.Of(2, [new(0, 1, double.PositiveInfinity)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pairwise.Of(16, []));
        Assert.Throws<ArgumentException>(() => Pairwise.Together([]));
        Assert.Throws<ArgumentException>(() => Pairwise.Together([s_leader, Pairwise.Of(1, [])]));
    }

    private static IEnumerable<(int First, int Second)> All(int items) =>
        Enumerable.Range(0, items).SelectMany(first => Enumerable.Range(first + 1, items - first - 1).Select(second => (first, second)));

    private static List<string> Names(JsonElement test) => [.. test.GetProperty("elements").EnumerateArray().Select(name => name.GetString()!)];

    private static Pairwise Read(JsonElement test)
    {
        var rows = test.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray()).ToArray();
        return Pairwise.Of(rows.Length, [.. All(rows.Length).Select(pair => new Judgement(pair.First, pair.Second, rows[pair.First][pair.Second]))]);
    }
}
