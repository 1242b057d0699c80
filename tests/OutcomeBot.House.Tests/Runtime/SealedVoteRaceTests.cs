using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>Two machines on one journal: one person closes while others vote.</summary>
public sealed class SealedVoteRaceTests
{
    private const int Times = 10_000;
    private const int Voters = 3;
    private const int AtOnce = 50;

    [Fact]
    public async Task A_close_among_votes_wins_once_counts_all_that_came_before_and_none_that_came_after()
    {
        var journal = new MemoryJournal();
        IPractice[] practices = [new ValueModelPractice(), new BareDesk()];
        await using var here = await Loop.StartAsync(journal, practices: practices);
        await using var there = await Loop.StartAsync(journal, practices: practices);
        for (var from = 0; from < Times; from += AtOnce)
            await Task.WhenAll(Enumerable.Range(from, AtOnce).Select(number => RaceAsync(number, here, there, journal)));
    }

    private static async Task RaceAsync(int number, Loop here, Loop there, MemoryJournal journal)
    {
        var subject = await OpenedAsync(number, here);
        var close = new Loop[] { here, there }[number % 2];
        var racers = Enumerable.Range(0, Voters)
            .Select(voter => Task.Run(() => VoteAsync(voter % 2 == 0 ? here : there, subject, voter)))
            .Append(Task.Run(() => FillAsync(close, subject, Loop.Ana, "close")));
        var answers = await Task.WhenAll(racers);
        Assert.All(answers, answer => Assert.True(answer.IsTaken));

        var state = (ValueModelState)(await journal.OpenAsync(subject, CancellationToken.None))!.State;
        Assert.IsType<Revealed>(state);
        var past = Assert.Single(state.Known!.Rounds);
        var revealed = Assert.IsType<WeightsRevealed>(past.End);
        Assert.Equal(past.Round.Ballots.Count, revealed.Weighed);
        Assert.Equal(1 + answers[..Voters].Count(answer => answer.Replies.OfType<Whisper>().Any(whisper => whisper.Card.Title == "Your ballot is sealed")), revealed.Weighed);
    }

    /// <summary>A round that Ana has voted in, so that it has its quorum.</summary>
    private static async Task<Subject> OpenedAsync(int number, Loop loop)
    {
        var subject = new Subject(Loop.Tenant, ValueModelPractice.Name, $"race{number}");
        await TakenAsync(loop, FillAsync(loop, subject, Loop.Ana, "new", ("question", "What we build next")));
        foreach (var name in new[] { "Lead time", "Renewal rate" })
            await TakenAsync(loop, FillAsync(loop, subject, Loop.Ana, "propose", ("name", name), ("meaning", "As everybody knows it"), ("metric", name), ("worst", "1"), ("best", "2")));
        await TakenAsync(loop, PressAsync(loop, subject, Loop.Ana, "candidates"));
        await TakenAsync(loop, FillAsync(loop, subject, Loop.Ana, "open", ("method", "PointAllocation"), ("quorum", "1"), ("span", "1h"), ("who", "Anybody"), ("north", "fleets"), ("business", "growth")));
        await TakenAsync(loop, VoteAsync(loop, subject, -1));
        return subject;
    }

    /// <summary>A step on the way to the race: it is taken, and nothing was wrong with it.</summary>
    private static async Task TakenAsync(Loop loop, Task<Answer> step)
    {
        var answer = await step;
        Assert.True(answer.IsTaken, string.Join('\n', loop.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
        Assert.DoesNotContain(answer.Replies, reply => reply is Wrong || reply is Whisper { Card.Title: "Not done" });
    }

    private static Task<Answer> VoteAsync(Loop loop, Subject subject, int voter) =>
        FillAsync(loop, subject, voter < 0 ? Loop.Ana : new Person($"p{voter}", $"P {voter}"), "vote", ("p0", "60"), ("p1", "40"), ("top", "yes"));

    private static Task<Answer> PressAsync(Loop loop, Subject subject, Person by, string verb) => loop.TakeAsync(fresh =>
        new Pressed(subject.Press(verb)) { Delivery = fresh, Place = new Place(Loop.Tenant, "general"), By = by, At = loop.Now, Door = OpenDoor.Whisper });

    private static Task<Answer> FillAsync(Loop loop, Subject subject, Person by, string verb, params (string, string)[] texts) => loop.TakeAsync(_ =>
        new Filled(subject.Press(verb), FormValues.Of(texts)) { Delivery = $"{subject.Id} {verb} {by.Id} {texts.FirstOrDefault()}", Place = new Place(Loop.Tenant, "general"), By = by, At = loop.Now, Door = OpenDoor.Whisper });
}
