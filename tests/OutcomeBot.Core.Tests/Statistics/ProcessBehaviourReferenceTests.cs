using System.Text.Json;
using OutcomeBot.Core.Statistics;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests.Statistics;

/// <summary>Every published case: Lighthouse, Montgomery with qicharts2, and NHSRplotthedots, each with its own conventions.</summary>
public sealed class ProcessBehaviourReferenceTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> s_lighthouse = new()
    {
        ["Outside the natural process limits"] = "outside",
        ["2 of 3 beyond 2 sigma"] = "2of3",
        ["4 of 5 beyond 1 sigma"] = "4of5",
        ["8 in a row on one side of the centre line"] = "run8",
    };

    [Fact]
    public void Every_case_of_Lighthouse_comes_out_without_its_rounding_and_its_floor()
    {
        if (Shared.Json("4_xmr/lighthouse_rules.json", output) is not { } file) return;
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var limits = ProcessLimits.Of(test.Numbers("baseline"))!;
            Assert.Equal((test.GetProperty("average").GetDecimal(), test.GetProperty("upper").GetDecimal(), test.GetProperty("lower").GetDecimal()), (limits.Centre, limits.Upper, limits.Lower));
            var display = test.Numbers("display");
            var seen = ProcessBehaviour.Of(display, limits, DetectionRule.WesternElectric);
            var causes = display.Select((_, point) => seen.SignalsAt(point).Select(signal => s_lighthouse[signal.Rule.Name]));
            Assert.Equal(test.GetProperty("causes").EnumerateArray().Select(names => names.EnumerateArray().Select(name => name.GetString()!)), causes);
        });
    }

    [Fact]
    public void Montgomerys_mortgage_costs_have_his_limits_and_the_signals_that_qicharts2_finds()
    {
        if (Shared.Json("4_xmr/montgomery_6_5.json", output) is not { } file) return;
        var (values, expected) = (file.Numbers("values"), file.GetProperty("expected"));
        var limits = ProcessLimits.Of(values[..file.GetProperty("baseline_n").GetInt32()])!;
        Shared.Near(expected.Number("centre"), (double)limits.Centre, "centre");
        Shared.Near(expected.Number("lower"), (double)limits.Lower, "lower", 1e-3 / 20);
        Shared.Near(expected.Number("upper"), (double)limits.Upper, "upper", 1e-3 / 20);
        Shared.Near(expected.Number("mean_moving_range"), (double)limits.MeanMovingRange, "mean moving range");
        Shared.Near(expected.Number("mr_upper"), (double)limits.UpperRange, "upper range");
        var seen = ProcessBehaviour.Of(values, limits, new OutsideLimits());
        Assert.Equal(expected.Numbers("points_beyond_limits"), seen.Signals.SelectMany(signal => signal.Points).Select(point => point + 1m));
        Assert.Equal([expected.GetProperty("mr_points_beyond").GetInt32()], seen.ExceptionalSteps.Select(point => point + 1));

        var (runs, anhoej) = (RunsAnalysis.Of(values, limits.Centre)!, expected.GetProperty("anhoej"));
        Assert.Equal(
            (anhoej.GetProperty("longest_run").GetInt32(), anhoej.GetProperty("longest_run_max").GetInt32(), anhoej.GetProperty("crossings").GetInt32(), anhoej.GetProperty("crossings_min").GetInt32(), anhoej.GetProperty("signal").GetBoolean()),
            (runs.LongestRun, runs.MostLongestRun, runs.Crossings, runs.LeastCrossings, runs.IsSignal));
    }

    [Fact]
    public void Every_case_of_plot_the_dots_comes_out_with_its_screening_and_its_rules()
    {
        if (Shared.Json("4_xmr/nhs_plotthedots.json", output) is not { } file) return;
        Assert.All(file.GetProperty("cases").EnumerateArray().ToList(), test =>
        {
            var (values, fix) = (test.Numbers("values"), test.GetProperty("fix_after_n_points"));
            var baseline = fix.ValueKind == JsonValueKind.Number ? values[..fix.GetInt32()] : values;
            var limits = ProcessLimits.Of(baseline, test.GetProperty("screen_outliers").GetBoolean() ? Screening.ExceptionalRanges : Screening.None)!;
            Shared.Near(test.Number("mean"), (double)limits.Centre, "mean");
            Shared.Near(test.Number("lower"), (double)limits.Lower, "lower");
            Shared.Near(test.Number("upper"), (double)limits.Upper, "upper");
            var seen = ProcessBehaviour.Of(values, limits, DetectionRule.MakingDataCount);
            Assert.Equal(test.GetProperty("special_cause").EnumerateArray().Select(cause => cause.GetString()), values.Select((_, point) => CauseOf(seen.SignalsAt(point).FirstOrDefault())));
        });
    }

    // The peer names one rule for a point, the first in this order; our signals come in it.
    private static string CauseOf(Signal? signal) => (signal?.Rule, signal?.Heading) switch
    {
        (null, _) => "Common Cause",
        (OutsideLimits, Heading.Up) => "Above UCL",
        (OutsideLimits, _) => "Below LCL",
        (SteadyTrend, Heading.Up) => "7 Point Trend (Increasing)",
        (SteadyTrend, _) => "7 Point Trend (Decreasing)",
        (NearLimit, Heading.Up) => "2 in 3 Above CL",
        (NearLimit, _) => "2 in 3 Below CL",
        (_, Heading.Up) => "7 Points Above CL",
        _ => "7 Points Below CL",
    };
}
