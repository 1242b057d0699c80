using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>
/// The chain read backwards with "therefore": from every leaf to the problem. A link that an earlier chain has said is
/// not said again, so that the whole tree is read with every link once.
/// </summary>
public static class ReadBack
{
    /// <summary>The most links that are put to people at once.</summary>
    public const int AtOnce = 10;

    /// <summary>The chains of the living tree: each a run of causes from a leaf upwards, ending where an earlier chain took over or at the problem.</summary>
    public static ImmutableArray<Chain> Of(WhyTree tree)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var chains = ImmutableArray.CreateBuilder<Chain>();
        foreach (var leaf in tree.Leaves())
        {
            var causes = tree.Path(leaf).TakeWhile(cause => said.Add(cause.Id)).ToImmutableArray();
            chains.Add(new Chain(causes, causes[^1].Parent));
        }

        return chains.ToImmutable();
    }

    /// <summary>The links that nobody has said yes to yet, leaf first; each named by its cause.</summary>
    public static ImmutableArray<Cause> Unheld(WhyTree tree) =>
        [.. Of(tree).SelectMany(chain => chain.Causes).Where(cause => cause.Held is null)];

    /// <summary>A few letters that change when the wording of these links does.</summary>
    public static string Fingerprint(WhyTree tree, IEnumerable<string> causes)
    {
        var hash = 2166136261;
        foreach (var id in causes)
            foreach (var letter in $"{id}|{tree.TextOf(id)}|{tree.TextOf(tree.Find(id)?.Parent)}|")
                hash = (hash ^ letter) * 16777619;
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A run of causes, deepest first, and what the last one leads to: an already said cause, or the problem when null.</summary>
public sealed record Chain(ImmutableArray<Cause> Causes, string? LeadsTo);
