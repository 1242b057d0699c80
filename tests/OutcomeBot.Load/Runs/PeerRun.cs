using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>The bot against the peer: the same signed requests, in alternation, the other one standing still.</summary>
internal static class PeerRun
{
    private const int Rounds = 5;
    private const int SessionsPerLine = 4;
    private const int MostPerSecond = 16_000;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(4);

    // Both compile what is hot while they run; a figure is about the months after, not about the first seconds.
    private const int WarmUpRequests = 24_000;
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        using var peer = await workshop.StartPeerAsync(cancellationToken);
        await peer.FirstAnswerAsync(() => Mix.Command(0, 0, "why " + Mix.Question(0)), cancellationToken);

        var sessions = await new Opening(bot.Port, slack.Wall).WithTwoCausesAsync(SessionsPerLine * Volley.Lines, 1, cancellationToken);
        var scripts = new Scripts(sessions);
        var first = (await WarmUpAsync(bot, peer, scripts, cancellationToken)).Asked;
        await WarmUpAsync(peer, bot, scripts, cancellationToken);
        var (ours, theirs) = (Score.None, Score.None);
        for (var round = 0; round < Rounds; round++)
        {
            ours += await RoundAsync(bot, peer, scripts, cancellationToken);
            theirs += await RoundAsync(peer, bot, scripts, cancellationToken);
        }

        var lost = await LostAsync(slack.Wall, [.. first, .. ours.Asked], cancellationToken);
        Print(ours, theirs, bot.PeakMegabytes, peer.PeakMegabytes);
        Sheet.Line($"Acknowledged commands whose card arrived once: {first.Length + ours.Asked.Length - lost} of {first.Length + ours.Asked.Length}. Updates of cards: {slack.Wall.Updates}.");
    }

    private static Task<Score> WarmUpAsync(Child measured, Child other, Scripts scripts, CancellationToken cancellationToken) =>
        FireAsync(measured, other, scripts.For(WarmUpRequests), s_longestWarmUp, cancellationToken);

    private static Task<Score> RoundAsync(Child measured, Child other, Scripts scripts, CancellationToken cancellationToken) =>
        FireAsync(measured, other, scripts.For((int)(MostPerSecond * s_round.TotalSeconds)), s_round, cancellationToken);

    private static async Task<Score> FireAsync(Child measured, Child other, IReadOnlyList<IReadOnlyList<Shot>> prepared, TimeSpan time, CancellationToken cancellationToken)
    {
        GC.Collect();
        other.Freeze();
        try
        {
            var before = measured.Work;
            var score = await Volley.FireAsync(measured.Port, prepared, time, cancellationToken);
            return score with { Work = measured.Work - before };
        }
        finally
        {
            other.Thaw();
        }
    }

    /// <summary>Cards are posted one a second in a channel, so the last ones come a little later.</summary>
    private static async Task<int> LostAsync(Wall wall, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        try
        {
            await Opening.UntilAsync(() => asked.All(question => wall.CardsOf(question) > 0), "the last cards", cancellationToken);
        }
        catch (TimeoutException)
        {
            // Counted below: a measurement says how many, it doesn't stop.
        }

        return asked.Count(question => wall.CardsOf(question) != 1);
    }

    private static void Print(Score ours, Score theirs, double ourPeak, double theirPeak)
    {
        Sheet.Print(
            $"Bot and Bolt for JavaScript 5.1.0, {Volley.Lines} connections, 1 command to {Mix.ClicksPerCommand} clicks, {Rounds} rounds of {s_round.TotalSeconds} s each in alternation",
            ["", "bot", "peer", "ratio", "bar", ""],
            Row("requests/s", ours.PerSecond, theirs.PerSecond, "at least 1, aim 2", ratio => ratio >= 1),
            Row("p50 ms", ours.Percentile(0.5), theirs.Percentile(0.5), "", _ => true),
            Row("p99 ms", ours.Percentile(0.99), theirs.Percentile(0.99), "at most 0.5", ratio => ratio <= 0.5),
            Row("processor µs/request", ours.WorkEach, theirs.WorkEach, "", _ => true),
            Row("peak MB", ourPeak, theirPeak, "at most 1.5", ratio => ratio <= 1.5),
            ["not acknowledged", Sheet.Number(ours.Failures), Sheet.Number(theirs.Failures), "", "0", ours.Failures == 0 ? "met" : "missed"]);
        if (ours.RanOut || theirs.RanOut) Sheet.Line("A script ran out before its round was over: raise MostPerSecond.");
    }

    private static string[] Row(string name, double ours, double theirs, string bar, Func<double, bool> isMet) =>
        [name, Sheet.Number(ours), Sheet.Number(theirs), Sheet.Number(ours / theirs), bar, bar.Length == 0 ? "" : isMet(ours / theirs) ? "met" : "missed"];
}
