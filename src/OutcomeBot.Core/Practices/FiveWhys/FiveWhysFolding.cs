using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The state after a change.</summary>
public static class FiveWhysFolding
{
    public static FiveWhysState Evolve(FiveWhysState state, FiveWhysChange change) => (state, change) switch
    {
        (Unasked, Drafted drafted) => new Unasked(drafted.Text),
        (Unasked, Asked asked) => new Open(Planted(asked)),
        (Unasked, Imported imported) => imported.State,
        (Unasked or Settings, CategoriesSet set) => new Settings(set.Categories),
        (Open(var tree), ConclusionDrawn drawn) => new Concluded(TreeFolding.After(tree, drawn) with { Focus = null }, ConclusionOf(drawn)),
        (Open(var tree), WasAbandoned why) => new Abandoned(TreeFolding.After(tree, why), why.Reason, why.By, why.At),
        (Open(var tree), _) => new Open(TreeFolding.After(tree, change)),
        (Concluded(var tree, var was), Reopened why) => new Open(Again(tree, why, was)),
        (Concluded(var tree, var conclusion), Amended { Of: Amend.Metric } amended) =>
            new Concluded(TreeFolding.After(tree, change), conclusion with { Metric = amended.Text }),
        (Concluded(var tree, var conclusion), EffectFound found) =>
            new Concluded(TreeFolding.After(tree, change), conclusion with { Effect = new Effect(found.Helped, found.Text, found.By, found.At) }),
        (Concluded(var tree, var conclusion), CheckNudged nudged) =>
            new Concluded(tree, conclusion with { Nudges = Nudges.After(conclusion.Nudges, count => Reminding.At(conclusion with { Nudges = count }, tree.Clock()), nudged.At) }),
        (Concluded concluded, _) => concluded with { Tree = TreeFolding.After(concluded.Tree, change) },
        (Abandoned(var tree, _, _, _), Reopened why) => new Open(Again(tree, why, null)),
        (Abandoned abandoned, _) => abandoned with { Tree = TreeFolding.After(abandoned.Tree, change) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static WhyTree Planted(Asked asked) => new()
    {
        Id = asked.Id,
        Problem = asked.Problem,
        Facilitator = asked.By,
        FacilitatorActedAt = asked.At,
        OpenedBy = asked.By,
        OpenedAt = asked.At,
        Zone = asked.Zone,
        Participants = [asked.By],
        From = asked.From,
        Last = new Step(asked.By, asked.At, "asked the question"),
    };

    private static Conclusion ConclusionOf(ConclusionDrawn drawn) =>
        new(drawn.RootCauses, drawn.Reach, drawn.Metric, drawn.CheckOn, drawn.WhyStop, drawn.By, drawn.At);

    private static WhyTree Again(WhyTree tree, Reopened why, Conclusion? was) => TreeFolding.After(tree, why) with
    {
        Reopenings = tree.Reopenings.Add(new Reopening(why.By, why.At, why.Reason, was)),
    };
}
