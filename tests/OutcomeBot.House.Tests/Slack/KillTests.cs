using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The bot is killed at random moments while people answer; Slack repeats what was not acknowledged.</summary>
public sealed class KillTests
{
    private const int Rounds = 8;
    private const int Writers = 6;
    private const int AnswersARound = 24;

    [Fact]
    public async Task Killed_under_load_again_and_again_every_acknowledged_answer_is_there_once_and_every_card_arrives()
    {
        var folder = Directory.CreateTempSubdirectory("outcomebot");
        var path = Path.Combine(folder.FullName, "bot.db");
        await using var workspace = await SlackWorkspace.StartAsync();
        var chance = new Random(20261122);
        var open = new ConcurrentQueue<Line>();
        var acknowledged = new ConcurrentBag<Line>();
        var cards = new List<SlackPost>();

        for (var round = 0; round < Rounds; round++)
        {
            using var bot = await BotProcess.StartAsync(path, workspace);
            using var slack = new SlackDriver(bot.Address, workspace);
            var card = await AskedAsync(slack, round);
            cards.Add(card);
            foreach (var number in Enumerable.Range(round * AnswersARound, AnswersARound)) open.Enqueue(new Line(number, card));
            var enough = acknowledged.Count + chance.Next(1, AnswersARound);
            var writing = Enumerable.Range(0, Writers).Select(_ => WriteAsync(slack, open, acknowledged)).ToArray();
            await SlackDriver.UntilAsync(() => acknowledged.Count >= enough, "enough answers to be under way");
            await bot.KillAsync();
            await Task.WhenAll(writing);
        }

        using (var bot = await BotProcess.StartAsync(path, workspace))
        {
            using var slack = new SlackDriver(bot.Address, workspace);
            await WriteAsync(slack, open, acknowledged);
            Assert.Equal(Rounds * AnswersARound, acknowledged.Count);
            foreach (var card in cards)
                foreach (var line in acknowledged.Where(line => line.Card == card))
                    await slack.UntilSaysAsync(card, line.Answer);
            await bot.KillAsync();
        }

        await using (var services = BotStore.Open(path)) await EachIsThereOnceAsync(services, cards, acknowledged);
        Assert.Equal(cards.Count, workspace.Posts.Count(post => post.Thread is null));
        folder.Delete(recursive: true);
    }

    private static async Task EachIsThereOnceAsync(ServiceProvider services, List<SlackPost> cards, ConcurrentBag<Line> acknowledged)
    {
        var journal = services.GetRequiredService<IJournal>();
        foreach (var card in cards)
        {
            var page = await journal.OpenThreadAsync(new Place(new Tenant($"slack:{SlackDriver.Team}"), card.Channel, card.Stamp), CancellationToken.None);
            var there = ((Open)page!.State).Tree.Causes.Select(cause => cause.Text).Order().ToArray();
            Assert.Equal(acknowledged.Where(line => line.Card == card).Select(line => line.Answer).Order(), there);
        }
    }

    private static async Task<SlackPost> AskedAsync(SlackDriver slack, int round)
    {
        var question = $"Why do orders of region {round} arrive nine days late?";
        await slack.CommandAsync("U0ANA0001", "why " + question);
        return await slack.PostAsync(post => post.Thread is null && post.Text.Contains(question, StringComparison.Ordinal), question);
    }

    /// <summary>Types lines until none is left or the bot is gone; a line that was not acknowledged will be repeated as it was.</summary>
    private static async Task WriteAsync(SlackDriver slack, ConcurrentQueue<Line> open, ConcurrentBag<Line> acknowledged)
    {
        while (open.TryDequeue(out var line))
        {
            try
            {
                await slack.TypeAsync("U0BEN0001", line.Card, line.Answer, eventId: $"EvKILL{line.Number}", stamp: $"1770000009.{line.Number:D6}");
                acknowledged.Add(line);
            }
            catch (HttpRequestException)
            {
                open.Enqueue(line);
                return;
            }
        }
    }

    private sealed record Line(int Number, SlackPost Card)
    {
        public string Answer => $"Scanner {Number:D3} of the belt stops for an hour a day";
    }
}
