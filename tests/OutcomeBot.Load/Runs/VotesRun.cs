using System.Diagnostics;
using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>A thousand people vote in one sealed round over 64 connections; then it is closed and revealed.</summary>
internal static class VotesRun
{
    private const int Voters = 1_000;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        using var line = await Line.OpenAsync(bot.Port, cancellationToken);
        var opening = new Opening(bot.Port, slack.Wall);
        var (session, form) = await OpenedAsync(opening, line, slack.Wall, cancellationToken);

        var before = slack.Wall.Updates;
        var scripts = Enumerable.Range(0, Volley.Lines).Select(number => (IReadOnlyList<Shot>)[.. Enumerable.Range(1, Voters).Where(person => person % Volley.Lines == number).Select(person => new Shot(Ballot(session, person, form)))]).ToList();
        var score = await Volley.FireAsync(bot.Port, scripts, TimeSpan.FromMinutes(2), cancellationToken);
        var updates = slack.Wall.Updates - before;

        var close = await opening.FormAsync(line, session, 1, Press(session, "close"), cancellationToken);
        var watch = Stopwatch.StartNew();
        await SendAsync(line, Mix.Fill(session, 1, close.Callback, close.Metadata), cancellationToken);
        var closed = watch.Elapsed;
        await Opening.UntilAsync(() => slack.Wall.Models[session.Subject].Presses.Any(press => press.EndsWith("/consent", StringComparison.Ordinal)), "the reveal", cancellationToken);
        Sheet.Print($"{Voters} voters in one sealed round, {Volley.Lines} connections", ["", ""],
            ["ballots sealed and on disk", Sheet.Number(score.Waits.Length)],
            ["votes a second", Sheet.Number(score.Waits.Length / score.Elapsed.TotalSeconds)],
            ["median ms", Sheet.Number(score.Percentile(0.5))],
            ["p99 ms", Sheet.Number(score.Percentile(0.99))],
            ["updates of the shared card", Sheet.Number(updates)],
            ["close: all ballots opened, counted and on disk, ms", Sheet.Number(closed.TotalMilliseconds)],
            ["close to the revealed card in the channel, ms", Sheet.Number(watch.Elapsed.TotalMilliseconds)]);
        if (score.Waits.Length != Voters) throw new InvalidOperationException($"{Voters - score.Waits.Length} ballots were not taken.");
    }

    private static async Task<(Session Session, Modal Form)> OpenedAsync(Opening opening, Line line, Wall wall, CancellationToken cancellationToken)
    {
        await SendAsync(line, Mix.Command(1, 1, "model What we build next quarter"), cancellationToken);
        await Opening.UntilAsync(() => !wall.Models.IsEmpty, "the card of the value model", cancellationToken);
        var session = wall.Models.Values.Single();
        foreach (var name in new[] { "Lead time", "Renewal rate", "Support load", "Uptime", "Adoption" })
            await FillAsync("propose", new("name", name), new("meaning", "As everybody knows it"), new("metric", name), new("worst", "1"), new("best", "2"));
        await SendAsync(line, Mix.Click(session, 1, Press(session, "candidates")), cancellationToken);
        await FillAsync("open", new("method", "PointAllocation", Filled.Chosen), new("quorum", "60%"), new("span", "1h", Filled.Chosen), new("who", "Anybody", Filled.Chosen), new("north", "active fleets"), new("business", "revenue growth"));
        return (session, await opening.FormAsync(line, session, 1, Press(session, "vote"), cancellationToken));

        async Task FillAsync(string verb, params Filled[] fields)
        {
            var form = await opening.FormAsync(line, session, 1, Press(session, verb), cancellationToken);
            await SendAsync(line, Mix.Fill(session, 1, form.Callback, form.Metadata, fields), cancellationToken);
        }
    }

    private static byte[] Ballot(Session session, int person, Modal form)
    {
        int[] points = [person % 41, 40 - (person % 41), 30, 20, 10];
        return Mix.Fill(session, person, form.Callback, form.Metadata, [.. points.Select((given, at) => new Filled($"p{at}", $"{given}")), new Filled("top", "yes", Filled.Chosen), new Filled("group", person % 3 == 0 ? "Finance" : "Product")]);
    }

    private static string Press(Session session, string verb) => $"model/{session.Subject}/{verb}";

    private static async Task SendAsync(Line line, byte[] request, CancellationToken cancellationToken)
    {
        var reply = await line.SendAsync(request, cancellationToken);
        var said = System.Text.Encoding.UTF8.GetString(reply.Body.Span);
        if (reply.Status != 200 || said.Contains("errors", StringComparison.Ordinal)) throw new InvalidOperationException($"It was answered {reply.Status}: {said}");
    }
}
