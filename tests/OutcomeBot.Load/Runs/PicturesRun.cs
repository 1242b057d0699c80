using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>The built bot draws pictures for chat while people go on working: with and without, in alternation.</summary>
internal static class PicturesRun
{
    private const int Teams = 64;
    private const int Weeks = 24;
    private const int Rounds = 3;

    /// <summary>So many pictures are asked for ahead of those that have come.</summary>
    private const int Ahead = 16;

    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        await RecordAsync(bot.Port, cancellationToken);
        await PhaseAsync(bot.Port, slack.Wall, isDrawing: true, cancellationToken);

        var (quiet, busy, drawn, time) = (ImmutableArray<double>.Empty, ImmutableArray<double>.Empty, 0L, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            quiet = quiet.AddRange((await PhaseAsync(bot.Port, slack.Wall, isDrawing: false, cancellationToken)).Waits);
            var phase = await PhaseAsync(bot.Port, slack.Wall, isDrawing: true, cancellationToken);
            (busy, drawn, time) = (busy.AddRange(phase.Waits), drawn + phase.Drawn, time + phase.Time);
        }

        (quiet, busy) = ([.. quiet.Order()], [.. busy.Order()]);
        Sheet.Print($"Turns of the bot while it draws plots of {Weeks} weeks for {Teams} workspaces (ms), {Rounds} rounds in alternation", ["", "turns", "median", "p99", "longest"],
            ["nothing drawn", .. Turns.Row(quiet)],
            ["pictures drawn", .. Turns.Row(busy)]);
        Sheet.Line($"  {Sheet.Number(drawn / time.TotalSeconds)} pictures a second, drawn and uploaded; p99 of turns {Sheet.Number(Turns.P99(busy) / Turns.P99(quiet))} times that without drawing.");
    }

    private static async Task<(ImmutableArray<double> Waits, long Drawn, TimeSpan Time)> PhaseAsync(int port, Wall wall, bool isDrawing, CancellationToken cancellationToken)
    {
        var (watch, before) = (Stopwatch.StartNew(), wall.Pictures);
        var asking = isDrawing ? AskAsync(port, wall, () => watch.Elapsed > s_round, cancellationToken) : Task.CompletedTask;
        var waits = await Turns.WaitsAsync(port, () => watch.Elapsed > s_round, cancellationToken);
        var (drawn, time) = (wall.Pictures - before, watch.Elapsed);
        await asking;
        return (waits, drawn, time);
    }

    /// <summary>Every workspace has a metric of its own.</summary>
    private static async Task RecordAsync(int port, CancellationToken cancellationToken)
    {
        using var line = await Line.OpenAsync(port, cancellationToken);
        for (var team = 0; team < Teams; team++)
            for (var week = 1; week <= Weeks; week++)
                await line.SendAsync(Mix.Command(team, 1, $"metric lead-time {50 + (week * 7919 % 13)} days 2025-W{week:D2}"), cancellationToken);
    }

    private static async Task AskAsync(int port, Wall wall, Func<bool> isOver, CancellationToken cancellationToken)
    {
        using var line = await Line.OpenAsync(port, cancellationToken);
        var first = wall.Pictures;
        for (var asked = 0; !isOver(); asked++)
        {
            while (asked - (wall.Pictures - first) >= Ahead && !isOver()) await Task.Delay(5, cancellationToken);
            await line.SendAsync(Mix.Command(asked % Teams, 1, "metric lead-time picture"), cancellationToken);
        }

        // The next round begins with nothing left to draw.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        for (var seen = -1L; seen != wall.Pictures && !patience.IsCancellationRequested;)
        {
            seen = wall.Pictures;
            await Task.Delay(1_500, cancellationToken);
        }
    }
}
