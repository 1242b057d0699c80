using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>Forty people answer in one thread at once: nothing may be lost.</summary>
internal static class ThreadRun
{
    private const int People = 40;

    // The form that lists all causes holds a hundred; a card holds fewer.
    private const int AnswersEach = 2;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        var opening = new Opening(bot.Port, slack.Wall);
        var session = (await opening.AskedAsync(1, 1, cancellationToken))[0];

        var scripts = Enumerable.Range(1, People).Select(person => (IReadOnlyList<Shot>)[.. Enumerable.Range(1, AnswersEach)
            .Select(number => new Shot(Mix.Type(session, person, Mix.Answer(number, person))))]).ToList();
        var score = await Volley.FireAsync(bot.Port, scripts, TimeSpan.FromMinutes(1), cancellationToken);

        using var line = await Line.OpenAsync(bot.Port, cancellationToken);
        var shown = (await opening.FormAsync(line, session, 1, session.Choose, cancellationToken)).Json;
        var answers = Enumerable.Range(1, People).SelectMany(person => Enumerable.Range(1, AnswersEach).Select(number => Mix.Answer(number, person))).ToList();
        var kept = answers.Count(answer => shown.Contains(answer, StringComparison.Ordinal));
        Sheet.Print($"{People} people answering in one thread at once", ["", "count"],
            ["answers sent", Sheet.Number(answers.Count)],
            ["acknowledged", Sheet.Number(score.Waits.Length)],
            ["in the tree", Sheet.Number(kept)],
            ["lost", $"{answers.Count - kept} (bar 0, {(answers.Count == kept ? "met" : "missed")})"],
            ["p99 ms", Sheet.Number(score.Percentile(0.99))]);
    }
}
