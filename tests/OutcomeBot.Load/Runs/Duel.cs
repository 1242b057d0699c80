using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>One of the two that are compared, and what is sent to it: so many requests, ready to fire.</summary>
internal sealed record Side(Child Server, Func<int, IReadOnlyList<IReadOnlyList<Shot>>> Prepare);

/// <summary>The bot and a peer take the same kind of requests in alternation, the other one standing still.</summary>
internal sealed class Duel(Side bot, Side peer, CancellationToken cancellationToken)
{
    private const int Rounds = 5;
    private const int MostPerSecond = 16_000;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(4);

    // Both compile what is hot while they run; a figure is about the months after, not about the first seconds.
    private const int WarmUpRequests = 24_000;
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(20);

    /// <summary>Runs it and prints the ratios; every question that the bot was asked.</summary>
    public async Task<IReadOnlyList<int>> RunAsync(string title)
    {
        var first = await WarmUpAsync(bot, peer);
        await WarmUpAsync(peer, bot);
        var (ours, theirs) = (Score.None, Score.None);
        for (var round = 0; round < Rounds; round++)
        {
            ours += await RoundAsync(bot, peer);
            theirs += await RoundAsync(peer, bot);
        }

        Print($"{title}, {Volley.Lines} connections, {Rounds} rounds of {s_round.TotalSeconds} s each in alternation", ours, theirs);
        return [.. first.Asked, .. ours.Asked];
    }

    private Task<Score> WarmUpAsync(Side measured, Side other) => FireAsync(measured, other, WarmUpRequests, s_longestWarmUp);

    private Task<Score> RoundAsync(Side measured, Side other) => FireAsync(measured, other, (int)(MostPerSecond * s_round.TotalSeconds), s_round);

    private async Task<Score> FireAsync(Side measured, Side other, int requests, TimeSpan time)
    {
        var prepared = measured.Prepare(requests);
        GC.Collect();
        other.Server.Freeze();
        try
        {
            var before = measured.Server.Work;
            var score = await Volley.FireAsync(measured.Server.Port, prepared, time, cancellationToken);
            return score with { Work = measured.Server.Work - before };
        }
        finally
        {
            other.Server.Thaw();
        }
    }

    private void Print(string title, Score ours, Score theirs)
    {
        Sheet.Print(
            title,
            ["", "bot", "peer", "ratio", "bar", ""],
            Row("requests/s", ours.PerSecond, theirs.PerSecond, "at least 1, aim 2", ratio => ratio >= 1),
            Row("p50 ms", ours.Percentile(0.5), theirs.Percentile(0.5), "", _ => true),
            Row("p99 ms", ours.Percentile(0.99), theirs.Percentile(0.99), "at most 0.5", ratio => ratio <= 0.5),
            Row("processor µs/request", ours.WorkEach, theirs.WorkEach, "", _ => true),
            Row("peak MB", bot.Server.PeakMegabytes, peer.Server.PeakMegabytes, "at most 1.5", ratio => ratio <= 1.5),
            ["not acknowledged", Sheet.Number(ours.Failures), Sheet.Number(theirs.Failures), "", "0", ours.Failures == 0 ? "met" : "missed"]);
        if (ours.RanOut || theirs.RanOut) Sheet.Line("A script ran out before its round was over: raise MostPerSecond.");
    }

    private static string[] Row(string name, double ours, double theirs, string bar, Func<double, bool> isMet) =>
        [name, Sheet.Number(ours), Sheet.Number(theirs), Sheet.Number(ours / theirs), bar, bar.Length == 0 ? "" : isMet(ours / theirs) ? "met" : "missed"];
}
