using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>How an analysis is joined to the number that asked for it and to the obstacle that comes of it.</summary>
public sealed class LinkTests
{
    private static readonly Concern s_margin = new(
        "Why does the profit margin fall towards its limit?", "profit-margin", "-15.5 % in Q4, -7.4 % in Q1, limit -20 %", "Q4", "finance report");

    [Fact]
    public void A_metric_in_danger_begins_an_analysis_with_the_numbers_filled_in_and_learns_of_it()
    {
        var thread = new Thread().Hand("why/metric", s_margin.ToText(), "metric", "profitmargin");
        var tree = Assert.IsType<Open>(thread.State).Tree;
        Assert.Equal("profit-margin", tree.Problem.Metric);
        Assert.Equal(s_margin.Baseline, tree.Problem.Baseline);
        Assert.Contains("Belongs to: metric \"profit-margin\".", thread.Card, StringComparison.Ordinal);
        var back = Assert.Single(thread.Last.Replies.OfType<HandOver>());
        Assert.Equal("metric/profitmargin/linked", back.To);
        Assert.Equal(thread.Subject.Id, Linked.Of(back.Text)!.Id);
    }

    [Theory]
    [InlineData("why/metric", "{")]
    [InlineData("why/metric", "null")]
    [InlineData("why/s1/linked", "[]")]
    [InlineData("why/unknown", "{}")]
    public void What_can_not_be_read_changes_nothing(string to, string text) =>
        Assert.Empty(new Thread().Hand(to, text, "metric", "profitmargin").Last.Changes);

    [Fact]
    public void A_root_cause_becomes_an_obstacle_once_and_the_link_comes_back()
    {
        var thread = Acme.Concluded().Press(Ben, "obstacle", "c4");
        var handed = Assert.Single(thread.Last.Replies.OfType<HandOver>());
        Assert.Equal(FoundCause.Address, handed.To);
        Assert.Equal("Release planning has no capacity rule", FoundCause.Of(handed.Text)!.Text);
        Assert.Contains("an obstacle already", thread.Press(Chen, "obstacle", "c4").Whispered, StringComparison.Ordinal);

        thread.Hand("why/s1/linked", new Linked("kata", "k1", "Lead time 88 to 57 days", "c4").ToText(), "kata", "k1");
        Assert.Contains("Belongs to: kata \"Lead time 88 to 57 days\".", thread.Card, StringComparison.Ordinal);
        Assert.Empty(thread.Hand("why/s1/linked", new Linked("kata", "k1", "Lead time 88 to 57 days", "c4").ToText(), "kata", "k1").Last.Changes);
    }

    [Fact]
    public void Only_a_root_cause_becomes_an_obstacle_and_only_after_the_conclusion()
    {
        Assert.Contains("Only a root cause", Acme.Concluded().Press(Ben, "obstacle", "c1").Whispered, StringComparison.Ordinal);
        Assert.Contains("Conclude first", Acme.ReadyToConclude().Press(Ben, "obstacle", "c4").Whispered, StringComparison.Ordinal);
    }
}
