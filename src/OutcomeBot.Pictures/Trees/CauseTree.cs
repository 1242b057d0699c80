using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Trees;

/// <summary>A tree within the limits of a picture: what was beyond them is counted, and said in the footnote.</summary>
/// <param name="Problem">Null when there is nothing to draw.</param>
/// <param name="Drawn">How many nodes are drawn.</param>
/// <param name="Folded">How many are counted in a note instead.</param>
/// <param name="Remarks">Sentences for the footnote.</param>
internal sealed record CauseTree(Cause? Problem, int Drawn, int Folded, ImmutableArray<string> Remarks)
{
    public const int MostNodes = 200;
    public const int MostLetters = 500;

    // Sixteen steps to the right are what a page holds with room for 34 letters a line; a team stops at nine.
    public const int MostLevels = 16;

    // Up to here a picture shows everything; beyond it, what was refuted makes room for what was not.
    public const int MostUnfolded = 12;

    /// <summary>All that fits; a page in the browser scrolls, so nothing refuted needs to make room.</summary>
    public static CauseTree Whole(Tree tree) => Of(tree, int.MaxValue);

    /// <summary>For pages of limited height: refuted branches of a large tree are folded.</summary>
    public static CauseTree ForPages(Tree tree) => Of(tree, MostUnfolded);

    private static CauseTree Of(Tree tree, int mostUnfolded)
    {
        var nodes = tree.Nodes.IsDefault ? [] : tree.Nodes;
        if (nodes.IsEmpty)
            return new(null, 0, 0, []);
        var (problem, isCut) = Grow([.. nodes.Take(MostNodes)]);
        var folded = Fold(problem, foldsRefuted: nodes.Length > mostUnfolded);
        return new(problem, problem.Family.Count(), folded, Beyond(nodes.Length, isCut));
    }

    // From the problem downwards, so that nothing is counted that is already gone.
    private static int Fold(Cause cause, bool foldsRefuted)
    {
        var folded = foldsRefuted ? cause.Fold(IsRefutedBranch, RefutedNote) : 0;
        if (cause.Depth == MostLevels - 1)
            folded += cause.Fold(static _ => true, DeepNote);
        return folded + cause.Children.Sum(child => Fold(child, foldsRefuted));
    }

    private static (Cause Problem, bool IsCut) Grow(IReadOnlyList<TreeNode> nodes)
    {
        var isCut = false;
        var known = new Dictionary<string, Cause>();
        Cause? problem = null;
        foreach (var node in nodes)
        {
            var (text, wasCut) = CleanText.Of(node.Text, MostLetters);
            isCut |= wasCut;
            var clean = node with
            {
                Id = CleanText.Of(node.Id, 100).Text,
                Mark = CleanText.Of(node.Mark, 24).Text,
                Text = text,
                Quiet = CleanText.Of(node.Quiet, MostLetters).Text,
            };
            var parent = node.Parent is not null && known.TryGetValue(node.Parent, out var named) ? named : problem;
            var cause = parent is null ? problem = new(clean, null) : parent.Add(clean);
            known.TryAdd(node.Id, cause);
        }

        return (problem!, isCut); // The caller has seen that there is a first node.
    }

    // A root cause under a refuted cause would be a contradiction worth seeing.
    private static bool IsRefutedBranch(Cause cause) =>
        cause.Node.Is == CauseMark.Refuted && !cause.Family.Any(below => below.Node.IsRootCause);

    private static string RefutedNote(IReadOnlyList<Cause> folded) => folded switch
    {
        [_] => "1 refuted cause folded",
        _ when folded.All(cause => cause.Node.Is == CauseMark.Refuted) => Said($"{folded.Count} refuted causes folded"),
        _ => Said($"{folded.Count} causes folded: refuted, or below"),
    };

    private static string DeepNote(IReadOnlyList<Cause> folded) =>
        folded is [_] ? "1 deeper cause folded" : Said($"{folded.Count} deeper causes folded");

    private static ImmutableArray<string> Beyond(int count, bool isCut)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (count > MostNodes)
            remarks.Add(Said($"Drawn: the first {MostNodes} of {count}."));
        if (isCut)
            remarks.Add(Said($"Drawn: the first {MostLetters} letters of longer texts."));
        return remarks.ToImmutable();
    }

    private static string Said(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
