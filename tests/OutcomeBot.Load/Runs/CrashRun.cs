using System.Collections.Immutable;
using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>Killed at random moments under load: what was acknowledged must be there, once, and every card must arrive.</summary>
internal static class CrashRun
{
    private const int Times = 10;

    public static async Task RunAsync(Workshop workshop, string program, CancellationToken cancellationToken)
    {
        await using var slack = await FakeSlack.StartAsync(cancellationToken);
        var bot = new Bot(program, slack.Address, workshop.NewFolder());
        var (child, _) = await bot.StartAsync(cancellationToken);
        try
        {
            var scripts = new Scripts(await new Opening(child.Port, slack.Wall).WithTwoCausesAsync(Volley.Lines, 1, cancellationToken));
            var (asked, starts) = (new List<int>(), new List<double>());
            for (var time = 0; time < Times; time++)
            {
                var volley = Volley.FireAsync(child.Port, scripts.For(12_000), TimeSpan.FromSeconds(10), cancellationToken);
                await Task.Delay(Random.Shared.Next(100, 1_500), cancellationToken);
                child.Kill();
                asked.AddRange((await volley).Asked);
                child.Dispose();
                (child, var start) = await bot.StartAsync(cancellationToken);
                starts.Add(start.TotalSeconds);
            }

            await Report(slack.Wall, [.. asked], starts, cancellationToken);
        }
        finally
        {
            child.Dispose();
        }
    }

    private static async Task Report(Wall wall, ImmutableArray<int> asked, List<double> starts, CancellationToken cancellationToken)
    {
        try
        {
            await Opening.UntilAsync(() => asked.All(question => wall.CardsOf(question) > 0), "the last cards", cancellationToken);
        }
        catch (TimeoutException)
        {
            // The counts say it.
        }

        var (missing, twice) = (asked.Count(question => wall.CardsOf(question) == 0), asked.Count(question => wall.CardsOf(question) > 1));
        Sheet.Print($"Killed {Times} times at random moments under load", ["", "count"],
            ["commands acknowledged", Sheet.Number(asked.Length)],
            ["without a card", $"{missing} (bar 0, {(missing == 0 ? "met" : "missed")})"],
            ["with two cards", $"{twice} (bar 0, {(twice == 0 ? "met" : "missed")})"],
            ["slowest start s", Sheet.Number(starts.Max())]);
    }
}
