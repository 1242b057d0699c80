using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The causation checks, applied to a cause in its tree.</summary>
internal static class Checking
{
    public static ImmutableArray<Check> Of(WhyTree tree, Cause cause) =>
        Of(tree, cause, [.. tree.Causes.Where(other => other.Id != cause.Id && other.Id != cause.Parent && !other.IsRefuted).Select(other => other.Text)]);

    /// <summary>The same without a look at the other causes, which is what takes time.</summary>
    public static ImmutableArray<Check> Alone(WhyTree tree, Cause cause) => Of(tree, cause, []);

    private static ImmutableArray<Check> Of(WhyTree tree, Cause cause, ImmutableArray<string> others) =>
        CausationChecks.Of(cause.Text, new CheckContext(tree.TextOf(cause.Parent), tree.Problem.Statement, others, tree.PeopleNames()));
}
