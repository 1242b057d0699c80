using System.Globalization;
using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>Ten thousand check-ins come due in the same minute, while people go on working.</summary>
internal static class CheckInRun
{
    private const int Count = 10_000;

    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Slack tolerates one message a second in a channel: no bot is faster than the fullest channel allows.</summary>
    private static readonly TimeSpan s_floor = TimeSpan.FromSeconds((Count - 1) / Mix.Workspaces);

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var bot = new Bot(program, slack.Address, workshop.NewFolder());
        var (child, _) = await bot.StartAsync(cancellationToken);
        using var theBot = child;
        var due = Minute(DateTimeOffset.UtcNow + s_ahead);
        await PlanAsync(child.Port, due, cancellationToken);
        await Opening.UntilAsync(() => slack.Wall.CheckIns.Count == Count, "the cards of all check-ins", cancellationToken);
        if (DateTimeOffset.UtcNow > due - TimeSpan.FromSeconds(10)) throw new TimeoutException($"Planning {Count} check-ins took longer than {s_ahead.TotalMinutes} minutes.");

        var quiet = await Turns.WaitsAsync(child.Port, () => DateTimeOffset.UtcNow >= due - TimeSpan.FromSeconds(1), cancellationToken);
        var work = child.Work;
        var busy = await Turns.WaitsAsync(child.Port, () => DateTimeOffset.UtcNow > due + s_patience || slack.Wall.Rounds.Count == Count, cancellationToken);
        work = child.Work - work;
        child.Kill();
        Report(await Kept.ReadAsync(bot.Store, slack.Wall.CheckIns, due, cancellationToken), slack.Wall, due, work);
        Sheet.Print("Other turns meanwhile (ms)", ["", "turns", "median", "p99", "longest"], ["before", .. Turns.Row(quiet)], ["while they come due", .. Turns.Row(busy)]);
    }

    private static void Report(Kept kept, Wall wall, DateTimeOffset due, TimeSpan work)
    {
        var posted = wall.Rounds.Values.SelectMany(stamps => stamps).ToList();
        Sheet.Print($"{Count} check-ins due in the same minute", ["", "count", "seconds after it"],
            ["planned anew, on disk", Sheet.Number(kept.Planned), Sheet.Number(kept.PlannedAfter.TotalSeconds)],
            ["handed over to the outbox, on disk", Sheet.Number(kept.HandedOver), Sheet.Number(kept.HandedOverAfter.TotalSeconds)],
            ["posted", Sheet.Number(posted.Count), posted.Count == 0 ? "" : Sheet.Number((posted.Max() - due).TotalSeconds)],
            ["asked twice", Sheet.Number(wall.Rounds.Values.Count(stamps => stamps.Count > 1)), ""],
            ["the rate limits' own floor", "", Sheet.Number(s_floor.TotalSeconds)]);
        Sheet.Line($"  {Sheet.Number(work.TotalSeconds)} s of processor time, that of the other turns included.");
    }

    private static async Task PlanAsync(int port, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var time = due.ToString("HH:mm", CultureInfo.InvariantCulture);
        await Parallel.ForEachAsync(Enumerable.Range(0, Count).Chunk(Count / 16), cancellationToken, async (numbers, token) =>
        {
            using var line = await Line.OpenAsync(port, token);
            foreach (var number in numbers)
                if ((await line.SendAsync(Mix.Plan(number, time), token)).Status != 200)
                    throw new InvalidOperationException("A check-in could not be planned.");
        });
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, TimeSpan.Zero);
}
