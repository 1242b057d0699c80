using CsCheck;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Statistics;

public sealed class ProcessBehaviourTests
{
    // GitLab's Acme (2019): net profit / revenue of four quarters, in percent.
    private static readonly decimal[] s_margins = [-2.7m / 36.7m * 100, -3.3m / 44m * 100, -5.5m / 48.4m * 100, -7.9m / 50.9m * 100];

    private static readonly Gen<decimal[]> s_series = Gen.Int[-1_000_000, 1_000_000].Select(number => number / 100m).Array[2, 40];

    [Fact]
    public void Limits_of_negative_margins_stand_where_the_book_puts_them()
    {
        var limits = LimitsOf(s_margins);
        Assert.Equal((-10.4m, -17.7m, -3.2m), (Math.Round(limits.Centre, 1), Math.Round(limits.Lower, 1), Math.Round(limits.Upper, 1)));
        Assert.True(limits.IsProvisional);
        Assert.Empty(ProcessBehaviour.Of(s_margins, limits).Signals);
    }

    [Fact]
    public void The_mean_of_10_to_40_has_limits_at_2_66_moving_ranges_and_no_floor()
    {
        var limits = LimitsOf(10, 20, 30, 40);
        Assert.Equal((25m, 51.6m, -1.6m, 32.67m), (limits.Centre, limits.Upper, limits.Lower, limits.UpperRange));
    }

    [Fact]
    public void A_floor_is_kept_only_when_it_is_asked_for()
    {
        var limits = LimitsOf(10, 20, 30, 40) with { Floor = 0 };
        Assert.Equal((0m, 51.6m), (limits.Lower, limits.Upper));
        Assert.Empty(ProcessBehaviour.Of([0, 0], limits).Signals);
    }

    [Fact]
    public void One_point_has_no_limits() => Assert.Null(ProcessLimits.Of([5]));

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void Limits_are_provisional_below_twelve_points(int points, bool isProvisional) =>
        Assert.Equal(isProvisional, LimitsOf([.. Enumerable.Range(0, points).Select(index => (decimal)(index % 3))]).IsProvisional);

    [Fact]
    public void A_constant_series_has_limits_at_itself_and_no_signal_until_it_moves()
    {
        var limits = LimitsOf(5, 5, 5, 5, 5);
        Assert.Equal((5m, 5m), (limits.Lower, limits.Upper));
        Assert.Empty(ProcessBehaviour.Of([.. Enumerable.Repeat(5m, 20)], limits).Signals);
        var signal = Assert.Single(ProcessBehaviour.Of([5, 5, 5, 4.99m], limits).Signals);
        Assert.Equal((Heading.Down, 3), (signal.Heading, Assert.Single(signal.Points)));
    }

    [Fact]
    public void A_point_on_a_limit_is_routine_and_the_next_one_beyond_is_not()
    {
        var limits = LimitsOf(100, 110);
        Assert.Empty(ProcessBehaviour.Of([131.6m, 78.4m], limits).Signals);
        Assert.Equal(2, ProcessBehaviour.Of([131.61m, 78.39m], limits).Signals.Length);
    }

    [Fact]
    public void Eight_in_a_row_on_one_side_are_one_signal_and_seven_are_none()
    {
        var limits = LimitsOf(40, 60, 40, 60);
        Assert.Empty(ProcessBehaviour.Of([.. Enumerable.Repeat(55m, 7), 50, 55], limits).Signals);
        var signal = Assert.Single(ProcessBehaviour.Of([45, .. Enumerable.Repeat(55m, 9)], limits).Signals);
        Assert.Equal("8 in a row on one side of the centre line", signal.Rule.Name);
        Assert.Equal(Enumerable.Range(1, 9), signal.Points.AsEnumerable());
    }

    [Fact]
    public void Three_of_four_nearer_the_limit_are_a_signal_and_two_are_none()
    {
        var limits = LimitsOf(40, 60, 40, 60);
        Assert.Empty(ProcessBehaviour.Of([77, 50, 77, 50, 50], limits).Signals);
        var signal = Assert.Single(ProcessBehaviour.Of([77, 50, 77, 77], limits).Signals);
        Assert.Equal("3 of 4 nearer a limit than the centre line", signal.Rule.Name);
        Assert.Equal([0, 2, 3], signal.Points.AsEnumerable());
    }

    [Fact]
    public void Locked_limits_do_not_move_when_points_are_added() =>
        s_series.Select(s_series).Sample((baseline, more) =>
        {
            var limits = LimitsOf(baseline);
            var before = ProcessBehaviour.Of(baseline, limits);
            var after = ProcessBehaviour.Of([.. baseline, .. more], limits);
            return after.Limits == before.Limits && before.Signals.All(signal => signal.Points.All(point => after.SignalsAt(point).Any(same => same.Rule == signal.Rule)));
        });

    [Fact]
    public void Turning_a_series_over_turns_its_limits_and_signals_over() =>
        s_series.Sample(values =>
        {
            decimal[] turned = [.. values.Select(value => -value)];
            var (limits, mirrored) = (LimitsOf(values), LimitsOf(turned));
            var signals = ProcessBehaviour.Of(values, limits).Signals.Select(signal => Said(signal, signal.Heading)).Order();
            var others = ProcessBehaviour.Of(turned, mirrored).Signals.Select(signal => Said(signal, signal.Heading == Heading.Up ? Heading.Down : Heading.Up)).Order();
            return limits.Upper == -mirrored.Lower && limits.Lower == -mirrored.Upper && signals.SequenceEqual(others);
        });

    private static string Said(Signal signal, Heading heading) => $"{signal.Rule.Name} {heading} {string.Join(' ', signal.Points)}";

    private static ProcessLimits LimitsOf(params decimal[] baseline) => ProcessLimits.Of(baseline)!;
}
