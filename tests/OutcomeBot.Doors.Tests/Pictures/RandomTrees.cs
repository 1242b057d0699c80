using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Trees of any shape, with anything that people type or paste.</summary>
internal static class RandomTrees
{
    private static readonly Gen<string> s_sentence = Gen.OneOf(
        Gen.Char.AlphaNumeric.Array[1, 9].Select(letters => new string(letters)).Array[0, 40].Select(words => Short(string.Join(' ', words))),
        Gen.Char["Wi \u0001\n漢ع😀"].Array[0, 500].Select(letters => new string(letters)),
        Gen.Char.Array[0, 500].Select(letters => new string(letters)),
        Gen.Const(new string('W', 500)));

    private static readonly Gen<TreeNode> s_node =
        Gen.Select(s_sentence, s_sentence, Gen.Enum<CauseMark>(), Gen.Enum<Branching>(), Gen.Bool)
            .Select((text, quiet, mark, children, isRoot) => new TreeNode("", null, "", text, quiet, mark, children) { IsRootCause = isRoot });

    /// <summary>Up to so many nodes; a reach of 1 makes a chain, a large one a bush.</summary>
    public static Gen<Tree> UpTo(int nodes) =>
        Gen.Select(s_node.Array[1, nodes], Gen.Int[1, 60], Gen.Int[0, int.MaxValue], s_sentence)
            .Select((made, reach, seed, title) => new Tree(title, "Why?", "n = 5", Grown(made, reach, seed), "Said aloud."));

    private static ImmutableArray<TreeNode> Grown(TreeNode[] made, int reach, int seed) =>
        [.. made.Select((node, index) => node with
        {
            Id = Name(index),
            Parent = index == 0 ? null : Name(index - 1 - ((seed / (index + 1)) % Math.Min(index, reach))),
            Mark = index == 0 ? "" : Name(index),
            Is = index == 0 ? CauseMark.Problem : node.Is == CauseMark.Problem ? CauseMark.Open : node.Is,
            IsRootCause = index > 0 && node.IsRootCause,
        })];

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length > 500 ? text[..500] : text;
}
