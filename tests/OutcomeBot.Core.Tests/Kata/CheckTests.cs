using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>What a coach would ask, heading by heading, and what they would leave alone.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(PartKind.Target, "Reduce lead time to 57 days", "A task")]
    [InlineData(PartKind.Target, "Requests wait in no queue for 5 days", "A negation")]
    [InlineData(PartKind.Target, "We need to release 2 times a week", "A solution")]
    [InlineData(PartKind.Target, "A new tool shows 5 queues", "A solution")]
    [InlineData(PartKind.Target, "Releases go smoothly", "Vague word")]
    [InlineData(PartKind.Target, "Requests are released in the week they are finished", "Not measurable")]
    [InlineData(PartKind.Actual, "I think it's about 80 days", "Hearsay")]
    [InlineData(PartKind.Actual, "On average 80 days", "The knowledge threshold")]
    [InlineData(PartKind.Actual, "Work waits for release", "No number")]
    [InlineData(PartKind.Obstacle, "We need to automate the tests", "A solution")]
    [InlineData(PartKind.Obstacle, "Lack of training", "A missing solution")]
    [InlineData(PartKind.Obstacle, "Technical debt", "The test")]
    [InlineData(PartKind.Obstacle, "Maybe the release board delays everything", "The knowledge threshold")]
    [InlineData(PartKind.Obstacle, "Planning has no owner and the budget is fixed once a year", "Several obstacles")]
    [InlineData(PartKind.Step, "Discuss the capacity rule", "Nothing to see")]
    [InlineData(PartKind.Expect, "It was released in time", "A result")]
    [InlineData(PartKind.Expect, "Hopefully 5 days less", "Hedged")]
    [InlineData(PartKind.Expect, "The team reacts quickly", "Vague word")]
    [InlineData(PartKind.Expect, "The reviewer joins refinement", "Hard to check")]
    [InlineData(PartKind.Happened, "It failed because the reviewer was ill", "An interpretation")]
    [InlineData(PartKind.Happened, "I think 4 of 6 were released", "Hearsay")]
    [InlineData(PartKind.Learned, "It worked", "Nothing new")]
    public void Words_that_are_worth_a_question(PartKind kind, string text, string check) =>
        Assert.Contains(check, KataChecks.Of(kind, text).Select(found => found.Name));

    [Theory]
    [InlineData(PartKind.Target, "Promised capabilities are released within 57 days of the request")]
    [InlineData(PartKind.Target, "Work waits at most 20 of 57 days")]
    [InlineData(PartKind.Actual, "88 days in Q4, from the finance table")]
    [InlineData(PartKind.Obstacle, "Release planning has no capacity rule")]
    [InlineData(PartKind.Obstacle, "we can't release within 57 days because the release board meets once a month")]
    [InlineData(PartKind.Obstacle, "We don't yet understand why reviews take 12 days")]
    [InlineData(PartKind.Step, "Reserve 20 % of one team's capacity for promised features in sprint 48")]
    [InlineData(PartKind.Expect, "Waiting time of its 6 promised features falls from 51 to 40 days or less")]
    [InlineData(PartKind.Expect, "Nobody asks for the old report before Friday")]
    [InlineData(PartKind.Happened, "4 of 6 promised features were released, their waiting time was 38 days")]
    [InlineData(PartKind.Learned, "Two features still waited for the security review, not for capacity")]
    [InlineData(PartKind.Target, "Die Durchlaufzeit beträgt 57 Tage")]
    [InlineData(PartKind.Obstacle, "Das Gremium tagt einmal im Monat")]
    public void Words_that_are_left_alone(PartKind kind, string text) => Assert.Empty(KataChecks.Of(kind, text));

    [Fact]
    public void The_obstacle_s_test_reads_it_aloud_with_the_target_condition() => Assert.Contains(
        "We can't have \"Promised capabilities are released within 57 days of the request\" because technical debt.",
        KataChecks.Of(PartKind.Obstacle, "Technical debt", Acme.Targets().Story.Aim())[0].Explanation, StringComparison.Ordinal);

    [Fact]
    public void A_question_never_blocks_and_only_the_author_sees_it()
    {
        var board = Acme.Targets().Say(Ben, "obstacle: Lack of training");
        Assert.Equal("Lack of training", board.Story.Obstacles.Single().Text);
        Assert.Equal("", board.Posted);
        board.Press(Ben, "keep", "o1.obstacle");
        Assert.Equal("Lack of training", board.Story.Obstacles.Single().Text);
        board.Press(Ben, "reword", "o1.obstacle").Fill(Ben, board.Form.Press, ("text", "Some file requests in three different ways"));
        Assert.Equal("Some file requests in three different ways", board.Story.Obstacles.Single().Text);
    }

    [Theory]
    [InlineData("2026-11-26", "Very near · Thu 26 Nov 2026 is 3 days away")]
    [InlineData("2027-03-31", "Far away")]
    public void A_date_outside_a_week_to_three_months_is_asked_about(string day, string asks)
    {
        var board = Acme.Challenge().Fill(Ana, "target", null, ("description", "Capabilities are released within 57 days"), ("metric", "lead-time"), ("from", ""), ("to", "57"), ("by", day), ("current", ""));
        Assert.Single(board.Story.Targets);
        Assert.Contains(asks, board.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_in_the_wrong_direction_is_asked_about()
    {
        var board = Acme.Challenge().Fill(Ana, "target", null, ("description", "Capabilities are released within 95 days"), ("metric", "lead-time"), ("from", ""), ("to", "95"), ("by", "2026-12-31"), ("current", ""));
        Assert.Contains("For lead-time, lower is better, and this goes from 88 to 95", board.Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_and_strange_texts_are_read_in_good_time()
    {
        foreach (var kind in Enum.GetValues<PartKind>())
            foreach (var text in new[] { "", "  ", new string('x', 500), string.Concat(Enumerable.Repeat("no need to ", 45)), "🚀🚀🚀", "<b>@all</b>", "\u202Ereversed" })
                _ = KataChecks.Of(kind, text);
    }
}
