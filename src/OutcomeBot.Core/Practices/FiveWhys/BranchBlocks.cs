using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The open ends of a tree, each with what can be done there now.</summary>
internal static class BranchBlocks
{
    private const int LineLength = 120;

    /// <summary>The branch in focus first, then in reading order; what doesn't fit is reached by choosing.</summary>
    public static IEnumerable<Block> Of(Subject subject, WhyTree tree)
    {
        var leaves = tree.Leaves();
        var order = tree.Rows().Where(row => leaves.Contains(row.Cause)).OrderBy(row => row.Cause.Id == tree.Focus ? 0 : 1).ToList();
        foreach (var row in order.Take(FiveWhysCards.Branches))
        {
            yield return new Prose(Words.Of(new Strong(row.Mark), new Plain(" " + Typed.Clip(row.Cause.Text, LineLength))));
            if (tree.WaitsFor(row.Cause) is { GoAndSee: { } task }) yield return new Aside($"Waits for {task.Owner} to go and see, by {task.Due}.");
            else if (row.Depth >= Limits.EnoughDeep) yield return new Aside(StopRule.Of(tree, row.Cause).Sentence);
            yield return new Buttons(Actions(subject, tree, row));
        }

        if (order.Count <= FiveWhysCards.Branches) yield break;
        yield return new Prose($"{FiveWhysCards.Count(order.Count - FiveWhysCards.Branches, "more branch is", "more branches are")} open.");
        yield return new Buttons(new Button("Choose a cause", subject.Press(PressVerb.Choose)));
    }

    /// <summary>All that can be done with one cause.</summary>
    public static IEnumerable<Button> Everything(Subject subject, WhyTree tree, Row row)
    {
        var (cause, id) = (row.Cause, row.Cause.Id);
        var about = $"{row.Mark} {Typed.Clip(cause.Text, LineLength)}";
        if (tree.IsAlive(cause))
            foreach (var button in Actions(subject, tree, row)) yield return button;
        yield return new Button("Reword", subject.Press(PressVerb.Reword, id), About: about);
        if (tree.ChildrenOf(id).Count(child => !child.IsRefuted) > 1) yield return new Button("AND / OR", subject.Press(PressVerb.Gate, id), About: about);
        yield return new Button("Category", subject.Press(PressVerb.Category, id), About: about);
        if (cause.Standing is Standing.Contested or Standing.Refuted && !cause.IsWaiting) yield return new Button("Restore", subject.Press(PressVerb.Restore, id), About: about);
        if (!cause.IsRefuted) yield return new Button("Refute", subject.Press(PressVerb.Refute, id), ButtonKind.Plain, about);
    }

    private static IEnumerable<Button> Actions(Subject subject, WhyTree tree, Row row)
    {
        var (id, about) = (row.Cause.Id, $"{row.Mark} {Typed.Clip(row.Cause.Text, LineLength)}");
        if (tree.WaitsFor(row.Cause) is { } waiting)
        {
            yield return new Button("I went and saw", subject.Press(PressVerb.Saw, waiting.Id), About: about);
            yield return new Button("Evidence", subject.Press(PressVerb.Evidence, id), About: about);
            yield break;
        }

        if (row.Depth < Limits.Deep) yield return new Button("Next why", subject.Press(PressVerb.Next, id), About: about);
        else yield return new Button("New analysis from here", subject.Press(PressVerb.Spin, id), About: about);
        yield return new Button("Another cause", subject.Press(PressVerb.Another, id), About: $"beside {about}");
        yield return new Button("Evidence", subject.Press(PressVerb.Evidence, id), About: about);
        yield return new Button("Contest", subject.Press(PressVerb.Contest, id), About: about);
    }
}
