namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>How an analysis is joined to what it came from and to what comes of it.</summary>
internal static class LinkRules
{
    public static Decision Of(WhyTree tree, KeepLink link) => tree.Links.Length >= Limits.Links || tree.Links.Any(known => known.Practice == link.To.Practice && known.Id == link.To.Id)
        ? Decision.Of()
        : new PageLinked(link.To) { By = link.By, At = link.At };

    public static Decision Of(Concluded concluded, HandOn hand) => concluded.Tree.Find(hand.Cause) switch
    {
        null => AnswerRules.Gone,
        var cause when !concluded.Conclusion.RootCauses.Contains(cause.Id) => new Refusal("Only a root cause becomes an obstacle: the others lead to one."),
        var cause when concluded.Tree.HandedOn.Contains(cause.Id) => new Refusal("That cause is an obstacle already. Its storyboard is named on this card once it is there."),
        var cause => new CauseHandedOn(cause.Id) { By = hand.By, At = hand.At },
    };
}
