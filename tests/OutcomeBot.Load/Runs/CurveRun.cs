using System.Diagnostics;
using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>What a turn costs, how large the store is and how long a restart takes as changes pile up.</summary>
internal static class CurveRun
{
    private const int SessionsPerLine = 8;
    private const int Portion = 16_384;
    private static readonly int[] s_marks = [0, 10_000, 100_000, 1_000_000];
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_mostFilling = TimeSpan.FromMinutes(12);

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var bot = new Bot(program, slack.Address, workshop.NewFolder());
        var (child, _) = await bot.StartAsync(cancellationToken);
        try
        {
            var sessions = await new Opening(child.Port, slack.Wall).WithTwoCausesAsync(SessionsPerLine * Volley.Lines, 1, cancellationToken);
            var (scripts, stored, rows, watch) = (new Scripts(sessions), 3L * sessions.Count, new List<string[]>(), Stopwatch.StartNew());
            foreach (var mark in s_marks)
            {
                while (stored < mark && watch.Elapsed < s_mostFilling)
                    stored += (await Volley.FireAsync(child.Port, scripts.For((int)Math.Min(Portion, mark - stored)), s_mostFilling, cancellationToken)).Waits.Length;
                var score = await Volley.FireAsync(child.Port, scripts.For(40_000), s_measured, cancellationToken);
                var (peak, before) = (child.PeakMegabytes, stored);
                stored += score.Waits.Length;
                child.Kill();
                child.Dispose();
                var size = bot.StoreMegabytes;
                (child, var start) = await bot.StartAsync(cancellationToken);
                rows.Add([before.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), Sheet.Number(score.PerSecond), Sheet.Number(score.Percentile(0.5)), Sheet.Number(score.Percentile(0.99)), Sheet.Number(score.Failures), Sheet.Number(size), Sheet.Number(start.TotalSeconds), Sheet.Number(peak)]);
                Sheet.Line($"  measured at {before:N0} stored changes");
            }

            Sheet.Print($"Cost of a turn as changes pile up ({Volley.Lines} connections)", ["stored changes", "turns/s", "p50 ms", "p99 ms", "failed", "store MB", "start after kill s", "peak MB"], rows);
        }
        finally
        {
            child.Dispose();
        }
    }
}
