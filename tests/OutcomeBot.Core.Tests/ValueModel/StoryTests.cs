using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>From proposals that nobody sees to a version that holds.</summary>
public sealed class StoryTests
{
    [Fact]
    public void Proposals_are_seen_by_their_authors_and_whoever_leads_until_all_are_shown()
    {
        var group = Begun().Propose(Ben, "Renewal rate", "renewal-rate", "60 %", "95 %").Propose(Chen, "Support load", "support-tickets", "900", "200");
        Assert.Contains("2 factors by 2 people", group.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("Renewal", group.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("Renewal", group.Press(Chen, "proposals").Whispered, StringComparison.Ordinal);
        Assert.Contains("Support load", group.Whispered, StringComparison.Ordinal);
        Assert.Contains("Renewal rate", group.Press(Ana, "proposals").Whispered, StringComparison.Ordinal);
        Assert.Contains("nothing to export yet", group.Press(Chen, "export").Whispered, StringComparison.Ordinal);
        Assert.Contains("Renewal rate · What renewal rate is for a customer", group.Press(Ana, "candidates").Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_that_nothing_measures_is_kept_aside_visibly()
    {
        var group = WithCandidates().Fill(Dana, "propose", ("name", "Innovation"), ("meaning", "New things"));
        Assert.Contains("Which metric measures it? It's kept aside, visibly, until there is one.", group.Whispered, StringComparison.Ordinal);
        Assert.Contains("Kept aside until something measures them · 1", group.Card, StringComparison.Ordinal);
        Assert.Equal(3, group.OpenRound().Round.Factors.Length);
    }

    [Fact]
    public void A_close_with_its_quorum_reveals_median_mean_spread_and_weights()
    {
        var group = Closed();
        Assert.Equal([40m, 40, 20], group.Weights.Spreads.Select(spread => spread.Median));
        Assert.Equal(36.7m, decimal.Round(group.Weights.Spreads[0].Mean, 1));
        Assert.Equal((3, 3, 0), (group.Weights.Weighed, group.Weights.Voters, group.Weights.Abstained));
        Assert.Equal(new Tally(3, 0), group.Weights.Top);
        Assert.Contains("Too few voters to speak of agreement", group.Posted, StringComparison.Ordinal);
        Assert.Contains("You differ most on", group.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agreed_weights_sum_to_100_and_name_the_top_metrics()
    {
        var group = Agreed();
        Assert.Equal(["Renewal rate 43", "Lead time 37", "Support load 20"], group.Model.Factors.Select(weighed => $"{weighed.Factor.Name} {weighed.Weight}"));
        Assert.Equal(new TopMetrics("active-fleets", "revenue-growth"), group.Model.Top);
        Assert.Equal("Value model 1: Renewal rate 43, Lead time 37, Support load 20", group.Index.Title);
        Assert.Contains(group.Last.Replies.OfType<Post>(), post => post.IsForChannel);
    }

    [Fact]
    public void A_second_round_keeps_the_first_and_says_what_moved()
    {
        var group = Closed().OpenRound().Vote(Ana, 45, 35, 20).Vote(Ben, 30, 50, 20).Vote(Chen, 40, 40, 20).Fill(Ana, "close");
        Assert.Equal(2, group.Session.Rounds.Count(past => past.End is WeightsRevealed));
        Assert.True(group.Weights.Moved!.IsStable);
        Assert.Contains("which is stable (15 or fewer)", group.Posted, StringComparison.Ordinal);
        Assert.Contains("Round 2", group.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_takes_the_place_of_the_one_before()
    {
        var first = Agreed();
        var second = first.Beside("m2");
        second.Shelf = need => need is OpenPages ? [first.AsFound()] : [];
        second.Type(Ana, "The second quarter").Propose(Ana, "Lead time", "lead-time", "120 days", "30 days").Propose(Ana, "Renewal rate", "renewal-rate", "60 %", "95 %").Press(Ana, "candidates");
        Assert.Equal(new EarlierModel("m1", 1, first.Model.Top), second.Session.Earlier);
        second.Fill(Ana, "open", ("method", "PointAllocation"), ("quorum", "1"), ("span", "1h"), ("who", "Anybody"));
        Assert.Null(second.Round.Top);
        second.Vote(Ana, 60, 40).Fill(Ana, "close").Fill(Ana, "agree", ("rationale", "Speed first"), ("review", "2027-06-01"));
        Assert.Equal((2, first.Model.Top), (second.Model.Version, second.Model.Top));
        Assert.Equal("model/m1/superseded", second.Last.Replies.OfType<HandOver>().Single().To);

        first.Take(new HandedOver("model/m1/superseded", "", "model", "m2") { Delivery = "h", Place = first.Page!.Place, By = Ana, At = second.Now });
        Assert.Equal("m2", first.Model.SupersededBy);
        Assert.False(first.Index.IsOpen);
        Assert.Contains("A newer version is in force. This one stays readable.", first.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ranked_vote_cuts_to_the_vital_few_and_keeps_the_reason()
    {
        var group = WithCandidates();
        foreach (var name in new[] { "Adoption", "Uptime", "Onboarding" }) group.Propose(Dana, name, name, "10 %", "90 %");
        Assert.Contains("A ranked vote finds the vital few", group.Card, StringComparison.Ordinal);
        Assert.Contains("6 factors are more than the 5", group.Press(Ana, "open").Whispered, StringComparison.Ordinal);
        group.Fill(Ana, "cut", ("quorum", "2"), ("span", "1h"), ("who", "Anybody")).Vote(Ana, 0, 1, 2, 3, 4).Vote(Ben, 1, 0, 3, 2, 4).Fill(Ana, "close");
        Assert.Equal("came 6th of 6 in the ranked vote of 2", group.Session.Candidate("f6")!.Reason);
        Assert.Equal(5, group.Session.Weighable.Length);
        Assert.Contains("Left out · 1", group.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("stand level", group.Posted, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_level_at_the_cut_are_named_and_the_first_vote_on_weights_is_round_1()
    {
        var group = WithCandidates();
        foreach (var name in new[] { "Adoption", "Uptime", "Onboarding" }) group.Propose(Dana, name, name, "10 %", "90 %");
        group.Fill(Ana, "cut", ("quorum", "2"), ("span", "1h"), ("who", "Anybody")).Vote(Ana, 0, 1, 2, 3, 4, 5).Vote(Ben, 1, 0, 3, 2, 5, 4).Fill(Ana, "close");
        Assert.Contains("Uptime and Onboarding stand level even then: the one that was proposed first stays.", group.Posted, StringComparison.Ordinal);
        group.Fill(Ana, "open", ("method", "PointAllocation"), ("quorum", "2"), ("span", "1h"), ("who", "Anybody"), ("north", "Lead time"), ("business", "Revenue growth"));
        Assert.Contains("Round 1", group.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadline_reminds_the_rest_and_then_closes_by_itself()
    {
        var group = Open(quorum: "2").Vote(Ana, 50, 30, 20).Vote(Ben, 20, 60, 20);
        group.Ring();
        Assert.Equal("U3", group.Last.Replies.OfType<Post>().Single().Place.Channel);
        Assert.Contains("Your vote is still missing", group.Posted, StringComparison.Ordinal);
        group.Ring();
        Assert.IsType<Revealed>(group.State);
        Assert.Empty(group.Page!.Reminders);
    }

    [Fact]
    public void A_deadline_without_its_quorum_opens_nothing_and_more_time_takes_it_up_again()
    {
        var group = Open().Vote(Ana, 50, 30, 20);
        group.Ring();
        group.Ring();
        Assert.IsType<BelowQuorum>(group.State);
        Assert.Contains("1 of 3 voted", group.Card, StringComparison.Ordinal);
        Assert.Contains("closed", group.Press(Ben, "vote").Whispered, StringComparison.Ordinal);
        group.Fill(Ana, "extend", ("span", "1h")).Vote(Ben, 20, 60, 20).Vote(Chen, 40, 40, 20).Fill(Ana, "close");
        Assert.Equal(3, group.Weights.Weighed);
    }

    [Fact]
    public void Closed_as_not_valid_nothing_is_ever_opened()
    {
        var group = Open().Vote(Ana, 50, 30, 20).Fill(Ana, "void", ("reason", "Half of us were ill"));
        Assert.IsType<Choosing>(group.State);
        Assert.IsType<NotValid>(group.Session.Rounds[0].End);
        Assert.Contains("closed as not valid by Ana: Half of us were ill", group.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_review_is_asked_for_on_its_day_in_the_channel()
    {
        var group = Agreed();
        group.Ring();
        Assert.Equal(new LocalDate(2027, 3, 1), group.Now.InUtc().Date);
        Assert.Contains("Review is due: Value model 1", group.Posted, StringComparison.Ordinal);
        Assert.Single(group.Page!.Reminders);
    }
}
