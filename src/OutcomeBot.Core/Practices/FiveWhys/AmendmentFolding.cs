namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A concluded tree after an amendment: the new text in its place, the old one on record.</summary>
internal static class AmendmentFolding
{
    public static WhyTree After(WhyTree tree, Amended amended) => Text(tree, amended) with
    {
        Amendments = tree.Amendments.Add(new Amendment(amended.Of, amended.Was, amended.Text, amended.Why, amended.By, amended.At)),
    };

    private static WhyTree Text(WhyTree tree, Amended amended) => amended.Of switch
    {
        Amend.Problem => TreeFolding.ProblemAs(tree, amended.Text, amended, amended.Why),
        Amend.Metric => tree,
        var cause when tree.Find(cause) is not null => TreeFolding.TextAs(tree, cause, amended.Text, amended, amended.Why),
        var measure => tree with
        {
            Countermeasures = [.. tree.Countermeasures.Select(known => known.Id == measure ? known with { Text = amended.Text } : known)],
        },
    };
}
