using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The causation checks, applied to a cause in its tree.</summary>
internal static class Checking
{
    public static ImmutableArray<Check> Of(WhyTree tree, Cause cause) => CausationChecks.Of(cause.Text, new CheckContext(
        tree.TextOf(cause.Parent),
        tree.Problem.Statement,
        [.. tree.Causes.Where(other => other.Id != cause.Id && other.Id != cause.Parent && !other.IsRefuted).Select(other => other.Text)],
        tree.PeopleNames()));
}
