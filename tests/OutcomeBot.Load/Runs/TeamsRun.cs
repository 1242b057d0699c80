using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>The Teams door against Microsoft's Agents SDK for JavaScript: the same mentions, each with a token that is checked.</summary>
internal static class TeamsRun
{
    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var teams = await FakeTeams.StartAsync(cancellationToken);
        using var bot = new Bot(program, teams.BotSettings, workshop.NewFolder()).Start();
        using var peer = await workshop.StartPeerAsync("teams.js", teams.PeerSettings, cancellationToken);
        var next = 0;
        await bot.FirstAnswerAsync(() => TeamsMix.Ask(teams.BotToken, teams.ServiceUrl, next++), cancellationToken);
        await peer.FirstAnswerAsync(() => TeamsMix.Ask(teams.PeerToken, teams.ServiceUrl, next++), cancellationToken);

        var asked = await new Duel(new Side(bot, Prepared(teams.BotToken)), new Side(peer, Prepared(teams.PeerToken)), cancellationToken)
            .RunAsync("Teams: bot and the Agents SDK for JavaScript 1.8.1, mentions that each open an analysis");
        var arrived = await Arrivals.SaidAsync(teams.CardsOf, asked, cancellationToken);
        Sheet.Line($"Acknowledged mentions whose card arrived once: {arrived}");

        Func<int, IReadOnlyList<IReadOnlyList<Shot>>> Prepared(string token) => requests =>
            [.. Enumerable.Range(0, Volley.Lines).Select(_ => Script(token, (requests / Volley.Lines) + 1))];

        List<Shot> Script(string token, int length) =>
            [.. Enumerable.Range(Interlocked.Add(ref next, length) - length, length).Select(number => new Shot(TeamsMix.Ask(token, teams.ServiceUrl, number), number))];
    }
}
