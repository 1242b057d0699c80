using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>The bot against Bolt for JavaScript: the same signed commands and clicks.</summary>
internal static class PeerRun
{
    private const int SessionsPerLine = 4;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        using var peer = await workshop.StartPeerAsync("peer.js", SlackRequest.Settings, cancellationToken);
        await peer.FirstAnswerAsync(() => Mix.Command(0, 0, "why " + Mix.Question(0)), cancellationToken);

        var sessions = await new Opening(bot.Port, slack.Wall).WithTwoCausesAsync(SessionsPerLine * Volley.Lines, 1, cancellationToken);
        var scripts = new Scripts(sessions);
        var asked = await new Duel(new Side(bot, scripts.For), new Side(peer, scripts.For), cancellationToken)
            .RunAsync($"Bot and Bolt for JavaScript 5.1.0, 1 command to {Mix.ClicksPerCommand} clicks");
        var arrived = await Arrivals.SaidAsync(slack.Wall.CardsOf, asked, cancellationToken);
        Sheet.Line($"Acknowledged commands whose card arrived once: {arrived} Updates of cards: {slack.Wall.Updates}.");
    }
}
