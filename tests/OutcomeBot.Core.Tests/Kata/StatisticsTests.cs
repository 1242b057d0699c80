using NodaTime;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

public sealed class StatisticsTests
{
    [Fact]
    public void Cycles_predictions_and_days_are_counted_over_the_window()
    {
        var board = Acme.Learned();
        board.Say(Dana, "coach").Say(Ana, "o2").Say(Ana, "Invite the board weekly").Say(Ana, "2 releases in the month").Say(Ana, "tomorrow");
        board.Say(Ana, "step: Ask three customers");
        var statistics = KataStatistics.Of(board.Story, board.Story.OpenedAt + Duration.FromDays(14));
        Assert.Equal((1, 2.0, 0.5, 3, 2), (statistics.Cycles, statistics.Weeks, statistics.CyclesAWeek, statistics.Steps, statistics.Predicted));
        Assert.Equal(6, statistics.MedianDays!.Value, 2);
        Assert.Equal((2, 0), (statistics.ObstaclesOpen, statistics.ObstaclesOvercome));
    }

    [Fact]
    public void What_is_older_than_twelve_weeks_is_not_counted()
    {
        var statistics = KataStatistics.Of(Acme.Learned().Story, Start + Duration.FromDays(200));
        Assert.Equal((12.0, 0, 0), (statistics.Weeks, statistics.Steps, statistics.DaysToCheck.Length));
        Assert.Null(statistics.MedianDays);
    }

    [Fact]
    public void A_fresh_board_is_not_flattered() => Assert.Equal(1, KataStatistics.Of(Started().Story, Start + Duration.FromHours(1)).Weeks);

    [Fact]
    public void The_median_of_an_even_number_lies_between() =>
        Assert.Equal(3, new KataStatistics(Start, 1, 0, 0, 0, [2, 8, 1, 4], 0, 0).MedianDays);

    [Fact]
    public void Nothing_is_stuck_on_a_fresh_board() => Assert.Null(Bottleneck.Worst(Bottleneck.Of(Started().Story, Start)));

    [Fact]
    public void Unassigned_is_an_open_step_without_an_owner() => Stuck(BottleneckKind.Unassigned, 1,
        Acme.Obstacle().Fill(Ana, "step", null, ("step", "Ask three customers"), ("expect", ""), ("owner", ""), ("by", "")), 0);

    [Fact]
    public void Overdue_is_an_open_step_past_its_day() => Stuck(BottleneckKind.Overdue, 1, Acme.Running(), 8);

    [Fact]
    public void Awaiting_review_is_a_step_without_a_learning_and_a_target_condition_past_its_day()
    {
        Stuck(BottleneckKind.AwaitingReview, 1, Acme.Seen(), 0);
        Stuck(BottleneckKind.AwaitingReview, 3, Acme.Seen(), 60);
    }

    [Fact]
    public void Divergence_is_more_begun_than_finished()
    {
        var board = Acme.Obstacle();
        for (var number = 1; number <= 3; number++) board.Say(Ana, $"step: Ask customer number {number}");
        Stuck(BottleneckKind.Divergence, 3, board, 0);
    }

    [Fact]
    public void The_board_keeps_the_newest_cycles_and_counts_them_all()
    {
        var board = Acme.Obstacle();
        for (var cycle = 1; cycle <= Limits.Cycles + 5; cycle++) board.Say(Ana, "coach").Press(Ana, "stop-coaching");
        Assert.Equal((Limits.Cycles, Limits.Cycles + 5, "k6"), (board.Story.Cycles.Length, board.Story.CyclesNumbered, board.Story.Cycles[0].Id));
        board.Say(Ana, "undo");
        Assert.Equal("k5", board.Story.Cycles[0].Id);
    }

    private static void Stuck(BottleneckKind kind, int count, Board board, int daysLater)
    {
        var worst = Bottleneck.Worst(Bottleneck.Of(board.Story, board.Now + Duration.FromDays(daysLater)))!;
        Assert.Equal((kind, count), (worst.Kind, worst.Count));
    }
}
