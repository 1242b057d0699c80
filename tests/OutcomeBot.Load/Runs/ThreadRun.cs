using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>Forty people answer in one thread at once: nothing may be lost.</summary>
internal static class ThreadRun
{
    private const int People = 40;

    // A tree holds 120 causes.
    private const int AnswersEach = 3;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        slack.Wall.KeepsCards = true;
        var (bot, _) = await new Bot(program, slack.Address, workshop.NewFolder()).StartAsync(cancellationToken);
        using var theBot = bot;
        var session = (await new Opening(bot.Port, slack.Wall).AskedAsync(1, 1, cancellationToken))[0];

        var scripts = Enumerable.Range(1, People).Select(person => (IReadOnlyList<Shot>)[.. Enumerable.Range(1, AnswersEach)
            .Select(number => new Shot(Mix.Type(session, person, Mix.Answer(number, person))))]).ToList();
        var score = await Volley.FireAsync(bot.Port, scripts, TimeSpan.FromMinutes(1), cancellationToken);

        var answers = Enumerable.Range(1, People).SelectMany(person => Enumerable.Range(1, AnswersEach).Select(number => Mix.Answer(number, person))).ToList();
        var shown = await ShownAsync(slack.Wall, session, answers, cancellationToken);
        Sheet.Print($"{People} people answering in one thread at once", ["", "count"],
            ["answers sent", Sheet.Number(answers.Count)],
            ["acknowledged", Sheet.Number(score.Waits.Length)],
            ["on the card", Sheet.Number(shown)],
            ["lost", $"{answers.Count - shown} (bar 0, {(answers.Count == shown ? "met" : "missed")})"],
            ["p99 ms", Sheet.Number(score.Percentile(0.99))]);
    }

    private static async Task<int> ShownAsync(Wall wall, Session session, IReadOnlyList<string> answers, CancellationToken cancellationToken)
    {
        try
        {
            await Opening.UntilAsync(() => answers.All(answer => Shows(wall, session, answer)), "the last answers on the card", cancellationToken);
        }
        catch (TimeoutException)
        {
            // The count says it.
        }

        return answers.Count(answer => Shows(wall, session, answer));
    }

    private static bool Shows(Wall wall, Session session, string answer) => wall.Card(session.Subject).Contains(answer, StringComparison.Ordinal);
}
