using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>A yes and a no for what may happen.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData(50, 30, 16, "You gave 96 points; 4 are left to give.")]
    [InlineData(50, 30, 21, "You gave 101 points, 1 too many. They have to sum to 100.")]
    [InlineData(120, -10, -10, "Points go from 0 to 100.")]
    public void Points_have_to_sum_to_a_hundred(int first, int second, int third, string sentence) =>
        Assert.Contains(sentence, Open().Vote(Ana, first, second, third).Wrong.Values);

    [Fact]
    public void What_isnt_a_number_is_said_at_its_field()
    {
        var group = Open().Fill(Ana, "vote", ("p0", "fifty"), ("p1", "50"), ("p2", ""), ("top", "yes"));
        Assert.Equal(["p0", "p2"], group.Wrong.Keys.Order());
        Assert.Empty(group.Round.Ballots);
    }

    [Fact]
    public void The_form_carries_its_budget_so_that_a_door_can_show_what_is_left()
    {
        var form = Open().Press(Ana, "vote").Form;
        Assert.Equal((100, "points"), (form.Budget!.Total, form.Budget.Unit));
        Assert.Equal("p0 p1 p2", string.Join(' ', form.Budget.Fields));
        Assert.Contains(form.Fields, field => field.Hint!.StartsWith("120 → 30 days", StringComparison.Ordinal));
    }

    [Fact]
    public void Comparisons_that_contradict_each_other_are_asked_about_in_words_and_kept_when_they_are_meant()
    {
        var group = Open("Pairwise", "1").Vote(Ana, 9, -9, 9);
        Assert.Contains("These contradict each other: ", group.Wrong["meant"], StringComparison.Ordinal);
        Assert.Contains("random index: Saaty 1980", group.Wrong["meant"], StringComparison.Ordinal);
        Assert.Empty(group.Round.Ballots);
        group.Fill(Ana, "vote", ("c0", "9"), ("c1", "-9"), ("c2", "9"), ("top", "yes"), ("meant", "yes"));
        Assert.Single(group.Round.Ballots);
    }

    [Fact]
    public void Consistent_comparisons_become_weights()
    {
        var group = Open("Pairwise", "1").Vote(Ana, 3, 9, 3).Fill(Ana, "close");
        Assert.Equal([69m, 23, 8], group.Weights.Spreads.Select(spread => decimal.Round(spread.Median)));
    }

    [Fact]
    public void An_order_becomes_weights_by_its_centroid_and_names_no_factor_twice()
    {
        var group = Open("RankOrder", "1").Vote(Ana, 2, 2, 0);
        Assert.Contains("Support load stands there twice.", group.Wrong.Values);
        group.Vote(Ana, 2, 0, 1).Fill(Ana, "close");
        Assert.Equal([27.8m, 11.1m, 61.1m], group.Weights.Spreads.Select(spread => decimal.Round(spread.Median, 1)));
    }

    [Fact]
    public void An_abstention_counts_for_the_quorum_and_weighs_nothing()
    {
        var group = Open(quorum: "2").Vote(Ana, 50, 30, 20).Press(Ben, "abstain").Fill(Ana, "close");
        Assert.Equal((1, 1), (group.Weights.Weighed, group.Weights.Abstained));
    }

    [Fact]
    public void Observers_and_those_who_are_away_count_on_neither_side()
    {
        var group = Open(quorum: "100%").Press(Dana, "observe").Fill(Ana, "away", ("who", "U3"), ("is", "away"));
        Assert.Contains("2 votes now", group.Card, StringComparison.Ordinal);
        Assert.Contains("You watch this one", group.Press(Dana, "vote").Whispered, StringComparison.Ordinal);
        group.Vote(Ana, 50, 30, 20).Vote(Ben, 50, 30, 20).Fill(Ana, "close");
        Assert.Equal(2, group.Weights.Voters);
    }

    [Fact]
    public void A_vote_brings_somebody_back_who_was_away()
    {
        var group = Open().Fill(Chen, "away", ("who", "U3"), ("is", "away")).Vote(Chen, 50, 30, 20);
        Assert.False(group.Session.SeatOf(Chen)!.IsAway);
    }

    [Fact]
    public void Where_voters_are_named_nobody_else_votes_until_they_are_added()
    {
        var group = Open(who: "Named");
        Assert.Contains("Ana can add you", group.Press(Dana, "vote").Whispered, StringComparison.Ordinal);
        Assert.Contains("Only Ana can add voters", group.Fill(Ben, "add", ("who", "U4")).Wrong.Values.Concat([group.Whispered]).First(), StringComparison.Ordinal);
        group.Fill(Ana, "add", ("who", "U4")).Vote(Dana, 50, 30, 20);
        Assert.True(group.Round.HasVoted(Dana));
    }

    [Fact]
    public void The_right_to_close_is_checked_when_the_form_opens_and_again_when_it_comes_back()
    {
        var group = Open().Vote(Ana, 50, 30, 20);
        Assert.Contains("Only Ana can close a round", group.Press(Ben, "close").Whispered, StringComparison.Ordinal);
        Assert.Contains("Only Ana can close a round", group.Fill(Ben, "close").Whispered, StringComparison.Ordinal);
        group.Fill(Ana, "deputy", ("to", "U2"));
        Assert.NotNull(group.Press(Ben, "close").Form);
        Assert.IsType<BelowQuorum>(group.Fill(Ben, "close").State);
    }

    [Fact]
    public void After_a_close_a_vote_is_refused_with_the_time_and_a_way_to_round_two()
    {
        var group = Closed().Press(Ben, "vote");
        Assert.Contains("Round 1 closed Mon 23 Nov 2026, ", group.Whispered, StringComparison.Ordinal);
        Assert.Contains("[Start round 2]", group.Whispered, StringComparison.Ordinal);
        Assert.Contains("closes only once", group.Fill(Ana, "close").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vote_after_the_deadline_is_refused_though_nobody_has_closed_yet()
    {
        var group = Open().After(Duration.FromDays(2)).Press(Ben, "vote");
        Assert.Contains("so nothing was changed", group.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wording_of_factors_is_frozen_while_a_round_is_open()
    {
        var group = Open();
        Assert.Contains("its wording is frozen", group.Press(Ana, "reword", "f1").Whispered, StringComparison.Ordinal);
        Assert.Contains("its wording is frozen", group.Propose(Ben, "Uptime", "uptime", "90 %", "99 %").Wrong["name"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_version_needs_both_top_metrics_and_a_change_of_them_needs_a_reason_and_a_majority()
    {
        var group = WithCandidates().Fill(Ana, "open", ("method", "PointAllocation"), ("quorum", "1"), ("span", "1h"), ("who", "Anybody"));
        Assert.StartsWith("Name the North Star Metric", group.Wrong["north"], StringComparison.Ordinal);
        group.OpenRound(quorum: "2").VoteFor(Ana, "", "no", 50, 30, 20).VoteFor(Ben, "", "yes", 50, 30, 20).Fill(Ana, "close");
        Assert.Contains("found no majority", group.Posted, StringComparison.Ordinal);
        Assert.Contains("found no majority (1 for, 1 against)", group.Press(Ana, "agree").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_is_for_or_against_the_top_metrics_says_so()
    {
        var group = Open().Fill(Ana, "vote", ("p0", "50"), ("p1", "30"), ("p2", "20"));
        Assert.Equal("Say whether you are for these top metrics.", group.Wrong["top"]);
    }

    [Fact]
    public void Groups_are_compared_only_from_three_on()
    {
        var group = Open(quorum: "1");
        for (var at = 0; at < 3; at++)
            group.VoteFor(new Person($"P{at}", $"P{at}"), "product", "yes", 40, 40, 20).VoteFor(new Person($"F{at}", $"F{at}"), "Finance", "yes", 10, 70, 20);
        group.VoteFor(Ben, "Sales", "yes", 0, 0, 100).Fill(Ana, "close");
        Assert.Equal(new GroupGap("f1", "Finance", 10, 3, "Product", 40, 3), group.Weights.Gap);
        Assert.Contains("Finance and Product differ most on Lead time (median 10 of 3, and 40 of 3).", group.Posted, StringComparison.Ordinal);
        Assert.NotNull(group.Weights.Concord);
    }

    [Fact]
    public void Merged_factors_keep_one_wording_and_say_what_went_into_it()
    {
        var group = Begun().Propose(Ben, "Lead time", "lead-time", "120 days", "30 days").Propose(Chen, "Speed", "lead-time", "100 days", "20 days");
        Assert.Contains("Only Ana can merge factors", group.Press(Ben, "merge").Whispered, StringComparison.Ordinal);
        group.Fill(Ana, "merge", ("same", "f1"), ("same", "f2"), ("into", "f1"), ("note", "Both are days until use")).Press(Ana, "candidates");
        Assert.Equal("Speed", Assert.Single(group.Session.Candidate("f1")!.Merged));
        Assert.Contains("with Speed · Both are days until use", group.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void After_long_silence_of_owner_and_deputy_anybody_may_take_over()
    {
        var group = Closed();
        Assert.Contains("Ana leads it", group.Press(Ben, "takeover").Whispered, StringComparison.Ordinal);
        group.After(Duration.FromDays(3)).Press(Ben, "takeover");
        Assert.Equal(Ben, group.Session.Owner);
    }

    [Theory]
    [InlineData("0", "quorum")]
    [InlineData("101%", "quorum")]
    [InlineData("many", "quorum")]
    public void A_quorum_is_a_number_or_a_share(string typed, string field) => Assert.Contains(field, WithCandidates().OpenRound(quorum: typed).Wrong.Keys);

    [Fact]
    public void A_deadline_on_the_clock_is_that_of_the_zone()
    {
        var group = WithCandidates();
        group.Take(new Filled(group.Subject.Press("open"), FormValues.Of(("method", "RankOrder"), ("quorum", "1"), ("span", "clock"), ("date", "2026-11-24"), ("time", "17:00"), ("who", "Anybody"), ("north", "a"), ("business", "b")))
        {
            Delivery = "x", Place = group.Page!.Place, By = Ana, At = group.Now, Zone = "Europe/Berlin", Door = OpenDoor.FieldErrors,
        });
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 16, 0), group.Round.ClosesAt);
        Assert.Contains("17:00 Europe/Berlin", group.After(Duration.FromDays(2)).Press(Ben, "vote").Whispered, StringComparison.Ordinal);
    }
}
