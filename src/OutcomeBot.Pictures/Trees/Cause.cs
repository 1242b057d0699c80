using OutcomeBot.Core.Chat;

namespace OutcomeBot.Pictures.Trees;

/// <summary>A node with its place in the tree. The problem is the cause that has no parent.</summary>
internal sealed class Cause(TreeNode node, Cause? parent)
{
    private readonly List<Cause> _children = [];
    private readonly List<string> _folds = [];

    public TreeNode Node { get; } = node;

    public Cause? Parent { get; } = parent;

    /// <summary>The problem stands at 0, its direct causes at 1.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public IReadOnlyList<Cause> Children => _children;

    /// <summary>Sentences about causes below this one that are counted and not drawn.</summary>
    public IReadOnlyList<string> Folds => _folds;

    /// <summary>One cause needs no word about how causes combine.</summary>
    public bool HasGate => _children.Count + _folds.Count > 1;

    /// <summary>This cause and all below it, in reading order.</summary>
    public IEnumerable<Cause> Family => _children.SelectMany(child => child.Family).Prepend(this);

    /// <summary>From just below the problem down to this cause's parent.</summary>
    public IEnumerable<Cause> Above =>
        Parent is null or { Depth: 0 } ? [] : Parent.Above.Append(Parent);

    public Cause Add(TreeNode child)
    {
        var cause = new Cause(child, this);
        _children.Add(cause);
        return cause;
    }

    /// <summary>Counts some children, with all below them, instead of drawing them.</summary>
    public int Fold(Predicate<Cause> isFolded, Func<IReadOnlyList<Cause>, string> sentence)
    {
        var folded = _children.Where(child => isFolded(child)).SelectMany(child => child.Family).ToList();
        if (folded.Count == 0)
            return 0;
        _children.RemoveAll(isFolded);
        _folds.Add(sentence(folded));
        return folded.Count;
    }
}
