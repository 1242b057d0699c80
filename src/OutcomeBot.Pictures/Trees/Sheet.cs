using System.Collections.Immutable;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Trees;

/// <summary>The size of a page, and how much of a long sentence it shows.</summary>
internal sealed record Format(float Width, float LeastHeight, float MostHeight, int MostLines)
{
    public const float Margin = 40;

    /// <summary>For chat, up to a dozen nodes: 36-pixel letters are still 8 when a phone shows the picture 360 wide.</summary>
    public static Format Chat { get; } = new(1600, 900, 3000, TextRoom.Any);

    /// <summary>For chat, more than a dozen: more of it on a page.</summary>
    public static Format LargeChat { get; } = new(2000, 1125, 3750, 7);

    /// <summary>For the browser, which scrolls.</summary>
    public static Format Browser { get; } = new(1600, 0, float.MaxValue, TextRoom.Any);

    public float Inner => Width - (2 * Margin);
}

/// <summary>The boxes of one page from top to bottom.</summary>
internal sealed record Sheet(ImmutableArray<Bubble> Bubbles, float Height)
{
    /// <summary>Between two boxes.</summary>
    public const float Gap = 26;

    /// <summary>Shares a tree out over pages of this height: a branch stays together where it can, and what a page continues is said again at its top.</summary>
    public static ImmutableArray<Sheet> Of(Cause problem, Typesetter type, int mostLines, float mostHeight)
    {
        var pages = ImmutableArray.CreateBuilder<Sheet>();
        var page = new Draft(Whole.Of(problem, type, mostLines), mostHeight);
        foreach (var branch in Branches(problem, type, mostLines))
        {
            if (page.HasCauses && !page.Holds(branch) && new Draft(Again.Of(problem, type), mostHeight).Holds(branch))
                TurnPage(branch[0]);
            foreach (var bubble in branch)
            {
                if (page.HasCauses && !page.Holds([bubble]))
                    TurnPage(bubble);
                page.Add(bubble);
            }
        }

        pages.Add(page.Done());
        return pages.ToImmutable();

        void TurnPage(Bubble next)
        {
            pages.Add(page.Done());
            page = new(Again.Of(problem, type), mostHeight);
            var above = next is Fold && next.Cause.Depth > 0 ? next.Cause.Above.Append(next.Cause) : next.Cause.Above;
            foreach (var cause in above)
                page.Repeat(Again.Of(cause, type));
        }
    }

    private static IEnumerable<List<Bubble>> Branches(Cause problem, Typesetter type, int mostLines)
    {
        foreach (var branch in problem.Children)
            yield return [.. Below(branch, type, mostLines)];
        foreach (var fold in problem.Folds)
            yield return [new Fold(problem, fold)];
    }

    private static IEnumerable<Bubble> Below(Cause cause, Typesetter type, int mostLines)
    {
        yield return Whole.Of(cause, type, mostLines);
        foreach (var bubble in cause.Children.SelectMany(child => Below(child, type, mostLines)))
            yield return bubble;
        foreach (var fold in cause.Folds)
            yield return new Fold(cause, fold);
    }

    private sealed class Draft(Bubble first, float mostHeight)
    {
        private readonly List<Bubble> _bubbles = [first];
        private float _height = first.Height;

        public bool HasCauses { get; private set; }

        public bool Holds(IReadOnlyList<Bubble> more) => _height + more.Sum(bubble => bubble.Height + Gap) <= mostHeight;

        public void Add(Bubble bubble)
        {
            Repeat(bubble);
            HasCauses = true;
        }

        public void Repeat(Bubble bubble)
        {
            _bubbles.Add(bubble);
            _height += Gap + bubble.Height;
        }

        public Sheet Done() => new([.. _bubbles], _height);
    }
}
