using System.Diagnostics;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures;
using OutcomeBot.Runtime;

namespace OutcomeBot.Load.Runs;

/// <summary>Plots drawn a second, and how long a small piece of other work waits for a thread while many are being drawn.</summary>
internal static class RenderRun
{
    private const int Pictures = 64;

    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(4);
    private static readonly LocalDate s_first = new(2026, 6, 1);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var painter = new Painter();
        using var easel = new Easel(painter);
        var (half, full) = (Weeks(24), Weeks(200));
        painter.Png(half);
        painter.Svg(half);
        Sheet.Print("Plots drawn one after another", ["", "PNG a second", "processor ms", "SVG a second", "processor ms"],
            ["24 weeks", .. Drawn(() => painter.Png(half)), .. Drawn(() => painter.Svg(half))],
            ["200 weeks", .. Drawn(() => painter.Png(full)), .. Drawn(() => painter.Svg(full))]);

        var quiet = await WaitsAsync(Task.Delay(s_each, cancellationToken));
        var bounded = await WaitsAsync(Task.WhenAll(Enumerable.Range(0, Pictures).Select(_ => easel.PngAsync(half, cancellationToken))));
        var unbounded = await WaitsAsync(Task.WhenAll(Enumerable.Range(0, Pictures).Select(_ => Task.Run(() => painter.Png(half), cancellationToken))));
        Sheet.Print($"How long other work waits for a thread while {Pictures} plots are drawn (ms)", ["", "median", "p99", "longest"],
            ["nothing drawn", .. Row(quiet)],
            ["drawn on the easel", .. Row(bounded)],
            ["all at once", .. Row(unbounded)]);
    }

    private static string[] Drawn(Action draw)
    {
        var (watch, before, times) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0);
        for (; watch.Elapsed < s_each; times++)
            draw();
        return [Sheet.Number(times / watch.Elapsed.TotalSeconds), Sheet.Number((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times)];
    }

    /// <summary>A turn comes in as a piece of work at the end of the pool's queue: this asks for one after another until the drawing ends.</summary>
    private static async Task<List<double>> WaitsAsync(Task drawing)
    {
        var waits = new List<double>();
        while (!drawing.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            var served = new TaskCompletionSource<double>();
            ThreadPool.UnsafeQueueUserWorkItem(served => served.SetResult(Stopwatch.GetElapsedTime(asked).TotalMilliseconds), served, preferLocal: false);
            waits.Add(await served.Task);
            await Task.Delay(1);
        }

        await drawing;
        return [.. waits.Order()];
    }

    private static string[] Row(List<double> waits) =>
        [Sheet.Number(waits[waits.Count / 2]), Sheet.Number(waits[waits.Count * 99 / 100]), Sheet.Number(waits[^1])];

    private static Plot Weeks(int count) => new(
        "Lead time has shifted: the last 8 weeks were all above the mean",
        $"Lead time, median a week, n = {count}",
        "Source: the team's board",
        "Lead time has shifted.",
        new PlotUnit(" days"),
        [.. Enumerable.Range(0, count).Select(week => new PlotPoint(s_first.PlusWeeks(week), 55 + (week * 7919 % 13) + (week > count - 9 ? 12 : 0), $"W{week}"))])
    {
        Target = new(50),
        Baseline = new(0, 11),
        Limits = new(61, 44, 78),
        Threshold = new("Limit", 90, 80),
        Signals = [new("8 in a row on one side of the centre line", [.. Enumerable.Range(count - 8, 8)])],
    };
}
