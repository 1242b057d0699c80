using System.Collections.Immutable;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Core.Practices.Desk;
using OutcomeBot.Core.Practices.FiveWhys;
using OutcomeBot.Core.Practices.Kata;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Core.Practices.ValueModel;

namespace OutcomeBot.Core.Practices;

/// <summary>Every practice that the bot knows, one line each. The desk knows the others only by what can be typed.</summary>
public static class Catalog
{
    private static readonly ImmutableArray<IPractice> s_practices =
    [
        new FiveWhysPractice(),
        new KataPractice(),
        new MetricsPractice(),
        new ValueModelPractice(),
        new CheckInPractice(),
    ];

    /// <summary>All of them, the desk last.</summary>
    public static ImmutableArray<IPractice> All { get; } =
        [.. s_practices, new DeskPractice([.. s_practices.SelectMany(practice => practice.Usages)], new Starter("Ask why", FiveWhysPractice.Name))];

    /// <summary>The practice of a word; null when there is none.</summary>
    public static IPractice? Of(string word) => All.FirstOrDefault(practice => practice.Word == word);
}
