using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>From the start of the process to the first right answer.</summary>
internal static class StartRun
{
    private const int Times = 5;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            var (bot, answer) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
            bot.Dispose();
            ours.Add(answer.TotalSeconds);
            using var peer = await workshop.StartPeerAsync("peer.js", SlackRequest.Settings, cancellationToken);
            theirs.Add((await peer.FirstAnswerAsync(() => Mix.Command(0, 0, "why " + Mix.Question(0)), cancellationToken)).TotalSeconds);
        }

        Sheet.Print($"Start to first answer, median of {Times} (s), new store", ["", "bot", "peer", "bar", ""],
            ["median", Sheet.Number(Median(ours)), Sheet.Number(Median(theirs)), "at most 1.5", Median(ours) <= 1.5 ? "met" : "missed"],
            ["slowest", Sheet.Number(ours.Max()), Sheet.Number(theirs.Max()), "", ""]);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
