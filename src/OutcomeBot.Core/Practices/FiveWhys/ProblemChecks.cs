using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Reads a problem before anybody spends an hour on it.</summary>
public static class ProblemChecks
{
    /// <summary>Why this can't be the problem to ask about: it is a solution, or a person. Null when it can.</summary>
    public static Check? Refused(string problem, ImmutableArray<string> peopleNames) => null;

    /// <summary>What the problem doesn't say yet, of "metric", "baseline", "when" and "where", in this order.</summary>
    public static ImmutableArray<string> Missing(string problem) => [];
}
