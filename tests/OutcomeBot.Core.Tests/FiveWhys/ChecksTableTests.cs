using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class ChecksTableTests(ITestOutputHelper output)
{
    private static readonly CheckContext s_context =
        new(ChecksTable.Parent, ChecksTable.Parent, [.. ChecksTable.Others], [.. ChecksTable.People]);

    [Fact]
    public void The_checks_find_what_a_colleague_would_ask_and_little_else()
    {
        var rows = ChecksTable.Rows.Select(row => (row.Said, row.Expected, Found: Found(row.Said))).ToArray();
        var hits = rows.Sum(row => row.Expected.Intersect(row.Found).Count());
        var precision = (double)hits / rows.Sum(row => row.Found.Length);
        var recall = (double)hits / rows.Sum(row => row.Expected.Length);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} sentences, precision {precision:0.000}, recall {recall:0.000}"));
        foreach (var row in rows.Where(row => !row.Expected.ToHashSet().SetEquals(row.Found)))
            output.WriteLine($"{row.Said}: expected {string.Join(' ', row.Expected)}, found {string.Join(' ', row.Found)}");

        Assert.True(rows.Length >= 120);
        Assert.True(precision >= 0.9, $"precision {precision}");
        Assert.True(recall >= 0.9, $"recall {recall}");
    }

    [Fact]
    public void A_good_cause_is_left_in_peace()
    {
        var nagged = ChecksTable.Rows.Where(row => row.Expected.Length == 0 && Found(row.Said).Length > 0).Select(row => row.Said);

        Assert.Empty(nagged);
        Assert.True(ChecksTable.Rows.Count(row => row.Expected.Length == 0) >= 40);
    }

    private static ImmutableArray<CheckId> Found(string said) => [.. CausationChecks.Of(said, s_context).Select(check => check.Id)];
}
