using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>What agreed weights decide. They are renewal rate 43 (60 to 95 %), lead time 37 (120 to 30 days), support load 20 (900 to 200).</summary>
public sealed class InitiativeTests
{
    private static readonly Place s_elsewhere = new(Workspace, "C9");

    [Fact]
    public void Each_effect_is_its_share_of_the_way_times_its_weight()
    {
        var group = Score(Agreed(), Ana, "Self-service onboarding", "Growth", null, ("level-f1", "120 to 75"), ("level-f2", "60 to 67"), ("level-f3", "200 to 340"));
        Assert.Equal(23.1m, decimal.Round(Scores.Net(group.Model, group.Model.Initiatives[0]), 1));
        Assert.Contains("+23.1 points: Self-service onboarding", group.Posted, StringComparison.Ordinal);
        Assert.Contains("Last used on Self-service onboarding (Growth): +23.1 points.", group.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_teams_that_pull_a_factor_both_ways_are_told_in_both_channels()
    {
        var group = Score(Agreed(), Ana, "Fewer checks", "Delivery", null, ("level-f1", "88 to 57"));
        Score(group, Dana, "Four-eyes releases", "Security", s_elsewhere, ("level-f1", "88 to 97"), ("level-f3", "900 to 400"));
        var told = group.Last.Replies.OfType<Post>().Where(post => post.Card.Title == "Security and Delivery pull Lead time both ways").ToArray();
        Assert.Equal(["C1", "C9"], told.Select(post => post.Place.Channel).Order());
    }

    [Fact]
    public void A_score_keeps_the_link_to_what_it_came_from_and_so_does_that()
    {
        var group = Agreed();
        var board = new Found(new Subject(Workspace, "kata", "k7"), new Place(Workspace, "C1", "t7"), null, new PageIndex("Revenue grows again", true, [], []), Start, Start, null);
        var analysis = new Found(new Subject(Workspace, "why", "w3"), new Place(Workspace, "C1", "t3"), null, new PageIndex("Why is growth declining?", false, [], []), Start, Start, null);
        group.Shelf = need => need switch { OpenPages { Practice: null } => [board], EndedPages { Practice: null } => [analysis], _ => [] };
        Assert.Contains(group.Press(Ana, "score").Form.Fields.OfType<ChoiceField>().Single().Options, option => option.Label == "kata: Revenue grows again");
        Assert.Contains(group.Form.Fields.OfType<ChoiceField>().Single().Options, option => option.Label == "why: Why is growth declining?");
        Score(group, Ana, "Fast lane", "A", null, ("level-f1", "120 to 30"), ("from", "kata/k7"));
        Assert.Equal(new Linked("kata", "k7", "Revenue grows again"), group.Model.Initiatives[0].From);
        var told = group.Last.Replies.OfType<HandOver>().Single();
        Assert.Equal(("kata/k7/linked", new Linked("model", "m1", "Fast lane, +37 points")), (told.To, Linked.Of(told.Text)!));
        Score(group, Ana, "Slow lane", "A", null, ("level-f1", "30 to 40"), ("from", "kata/other"));
        Assert.Null(group.Model.Initiatives[1].From);
    }

    [Fact]
    public void The_order_says_at_which_weight_it_would_change()
    {
        var group = Score(Agreed(), Ana, "Fast lane", "A", null, ("level-f1", "120 to 30"));
        Score(group, Ana, "Renewal desk", "B", null, ("level-f2", "60 to 95"));
        Assert.Contains("The order of Renewal desk and Fast lane changes if Lead time weighs more than 40.6 (now 37).", group.Press(Ana, "scores").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void An_initiative_that_moves_nothing_is_refused_and_a_level_without_a_start_asks_for_it()
    {
        var group = Score(Agreed(), Ana, "Nothing", "A", null);
        Assert.Contains("moves none of the factors", group.Wrong.Values.Single(), StringComparison.Ordinal);
        Score(group, Ana, "Something", "A", null, ("level-f1", "57"));
        Assert.Contains("write both levels", group.Wrong["level-f1"], StringComparison.Ordinal);
        Score(group, Ana, "Something", "A", null, ("level-f1", "57 hours"));
        Assert.Contains("are in days", group.Wrong["level-f1"], StringComparison.Ordinal);
        Score(group, Ana, "Something", "A", null, ("level-f1", "88 to 20"));
        Assert.Contains("was weighed between 120 → 30 days", group.Wrong["level-f1"], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_author_takes_it_off_and_nobody_else_but_whoever_leads()
    {
        var group = Score(Agreed(), Dana, "Fast lane", "A", null, ("level-f1", "120 to 30"));
        Assert.Contains("Only Dana can take it off", group.Press(Ben, "drop-initiative", "i1").Whispered, StringComparison.Ordinal);
        group.Fill(Dana, "drop-initiative", "i1", ("reason", "Built already"));
        Assert.Empty(Scores.Ranked(group.Model));
    }

    private static Group Score(Group group, Person by, string name, string team, Place? from, params (string Field, string Text)[] levels) =>
        group.Fill(by, group.Subject.Press("score"), from ?? group.Page!.Place, [("name", name), ("team", team), .. levels]);
}
