using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Reads a cause as an experienced colleague would, and says what is worth asking about it.</summary>
public static class CausationChecks
{
    /// <summary>The checks that this answer sets off, at most one of each; none for most good causes.</summary>
    public static ImmutableArray<Check> Of(string answer, CheckContext context) => [];
}
