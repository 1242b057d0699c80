using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutcomeBot.Browser.Tests;

/// <summary>Three people vote in three browsers, while a fourth takes down every byte that its own connection receives.</summary>
public sealed class SealedVoteTests(AcmeHouse house) : IClassFixture<AcmeHouse>
{
    private static readonly int[][] s_ballots = [[73, 19, 8], [12, 27, 61], [35, 44, 21]];

    /// <summary>Keeps every text that the page shows from now on, also what is shown for a moment only.</summary>
    private const string Watch =
        """
        () => {
          window.everShown = [];
          const note = () => { window.everShown.push(document.body.innerText); for (const field of document.querySelectorAll('input, textarea')) window.everShown.push(field.value); };
          new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
          note();
        }
        """;

    [Fact]
    public async Task Weights_are_voted_sealed_before_a_fourth_pair_of_eyes_and_agreed_in_the_room()
    {
        await using var ana = await house.VisitAsync("Ana Vote");
        await using var ben = await house.VisitAsync("Ben Vote");
        await using var chen = await house.VisitAsync("Chen Vote");
        await using var eve = await house.VisitAsync("Eve Watch");
        await ana.OpenRoomAsync("Weights");
        await ProposeAsync(ana);
        foreach (var visitor in new[] { ben, chen, eve }) await ComeAsync(visitor);
        foreach (var visitor in new[] { ben, chen })
        {
            await Button(visitor.Thread, "Take part").First.ClickAsync();
            await SendAsync(visitor, "Take part");
        }

        await OpenRoundAsync(ana);
        await using var watched = await WatchedAsync(eve);
        await VoteAsync(ana, s_ballots[0], tryWrongFirst: true);
        await VoteAsync(ben, s_ballots[1], tryWrongFirst: false);
        await VoteAsync(chen, s_ballots[2], tryWrongFirst: false);
        await Expect(eve.Thread.Locator(".card-title").First).ToContainTextAsync("3 of 3 have voted");
        await AcmeHouse.ShootAsync(eve, "model-voting");
        await SilentAsync(eve, watched);

        await Button(ana.Thread, "Close").First.ClickAsync();
        await SendAsync(ana, "Close it now");
        await Expect(eve.Thread).ToContainTextAsync("You differ most on Lead time");
        await Expect(eve.Thread.Locator("figure svg").First).ToBeVisibleAsync();
        await AcmeHouse.ShootAsync(eve, "model-revealed");
        await AgreeAsync(ana, eve);
    }

    private static async Task ProposeAsync(Visitor ana)
    {
        await ana.SayAsync("/outcome model What we build next quarter");
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync("What makes it valuable");
        foreach (var (name, metric, worst, best) in new[] { ("Lead time", "lead-time", "120 days", "30 days"), ("Renewal rate", "renewal-rate", "60 %", "95 %"), ("Support load", "support-tickets", "900", "200") })
        {
            await Button(ana.Thread, "Propose a factor").First.ClickAsync();
            await Field(ana, "The factor, in a few words").FillAsync(name);
            await Field(ana, "What do you mean by it?").FillAsync($"The {name.ToLowerInvariant()} that customers feel");
            await Field(ana, "Which metric measures it?").FillAsync(metric);
            await Field(ana, "The worst level").FillAsync(worst);
            await Field(ana, "The best level").FillAsync(best);
            foreach (var statement in new[] { "It says what value customers get", "What we do can move it", "We can measure it" }) await Field(ana, statement).CheckAsync();
            if (name == "Lead time") await AcmeHouse.ShootAsync(ana, "model-propose");
            await SendAsync(ana, "Propose");
        }

        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("3 factors by 1 person");
        await ana.ReplyAsync("candidates");
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync("These are the candidates");
        await AcmeHouse.ShootAsync(ana, "model-candidates");
    }

    private static async Task ComeAsync(Visitor visitor)
    {
        await visitor.EnterAsync("Weights");
        await visitor.Room.GetByText(new Regex("Open the thread|View thread")).Last.ClickAsync();
        await Expect(visitor.Thread.Locator(".card-title").First).ToContainTextAsync("These are the candidates");
    }

    private static async Task OpenRoundAsync(Visitor ana)
    {
        await Button(ana.Thread, "Vote on weights").First.ClickAsync();
        await Field(ana, "How many votes make it valid?").FillAsync("3");
        await Field(ana, "North Star Metric").FillAsync("active-fleets");
        await Field(ana, "Top Business Metric").FillAsync("revenue-growth");
        await Field(ana, "Why these two?").FillAsync("Fleets that use us every day are the value that customers get");
        await AcmeHouse.ShootAsync(ana, "model-open");
        await SendAsync(ana, "Open the vote");
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync("0 of 3 have voted");
    }

    private static async Task VoteAsync(Visitor voter, int[] points, bool tryWrongFirst)
    {
        await Button(voter.Thread, "Vote").First.ClickAsync();
        string[] names = ["Lead time", "Renewal rate", "Support load"];
        for (var at = 0; at < names.Length; at++) await Field(voter, names[at]).First.FillAsync($"{points[at]}");
        await Field(voter, "I'm for it").CheckAsync();
        var budget = voter.Page.Locator(".form-budget");
        await Expect(budget).ToHaveTextAsync("All 100 points are given.");
        if (tryWrongFirst)
        {
            await Field(voter, names[0]).First.FillAsync($"{points[0] - 4}");
            await Expect(budget).ToHaveTextAsync("4 of 100 points left to give.");
            await AcmeHouse.ShootAsync(voter, "model-ballot");
            await Button(voter.Page.GetByRole(AriaRole.Dialog), "Seal my vote").ClickAsync();
            await Expect(voter.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("You gave 96 points; 4 are left to give.");
            await Field(voter, names[0]).First.FillAsync($"{points[0]}");
        }

        await SendAsync(voter, "Seal my vote");
        await Expect(voter.Thread).ToContainTextAsync("Your ballot is sealed");
    }

    private static async Task AgreeAsync(Visitor ana, Visitor eve)
    {
        await Button(ana.Thread, "Agree on these").First.ClickAsync();
        await Field(ana, "Why these weights?").FillAsync("Renewals pay for everything else, and speed is what customers ask for");
        await SendAsync(ana, "Agree");
        await Expect(eve.Room).ToContainTextAsync("Agreed: Value model 1: Lead time 40, Renewal rate 30, Support load 30");
        await Button(ana.Thread, "Score an initiative").First.ClickAsync();
        await Field(ana, "What do you want to build?").FillAsync("Self-service onboarding");
        await Field(ana, "Whose is it?").FillAsync("Growth");
        await Field(ana, "Lead time").First.FillAsync("120 to 75");
        await Field(ana, "Support load").First.FillAsync("200 to 340");
        await SendAsync(ana, "Score it");
        await Expect(ana.Thread).ToContainTextAsync("+14 points: Self-service onboarding");
        await AcmeHouse.ShootAsync(ana, "model-agreed");
    }

    private static async Task<Frames> WatchedAsync(Visitor eve)
    {
        // The connection is made anew, so that it is watched from its first byte.
        var frames = new Frames(eve.Page);
        await eve.Page.ReloadAsync();
        await Expect(eve.Thread.Locator(".card-title").First).ToContainTextAsync("0 of 3 have voted");
        await eve.Page.EvaluateAsync(Watch);
        return frames;
    }

    /// <summary>No ballot in what was received, and none of its numbers by itself in anything that was ever shown.</summary>
    private static async Task SilentAsync(Visitor eve, Frames frames)
    {
        Assert.Contains("have voted", frames.Text, StringComparison.Ordinal);
        Assert.All(s_ballots, ballot => Assert.DoesNotMatch(new Regex($@"{ballot[0]}\D{{1,60}}{ballot[1]}\D{{1,60}}{ballot[2]}", RegexOptions.Singleline), frames.Text));
        var shown = string.Join('\n', await eve.Page.EvaluateAsync<string[]>("() => [...new Set(window.everShown)]"));
        Assert.Contains("3 of 3 have voted", shown, StringComparison.Ordinal);
        var today = DateTimeOffset.UtcNow;
        foreach (var points in s_ballots.SelectMany(ballot => ballot).Except([today.Day, today.AddDays(1).Day]))
            Assert.DoesNotMatch(new Regex($@"(?<![\w.:/-]){points}(?![\w:/-])(?!\.\d)"), shown);
    }

    private static ILocator Button(ILocator where, string text) => where.Locator("fluent-button", new() { HasText = text });

    private static ILocator Field(Visitor visitor, string label) => visitor.Page.GetByRole(AriaRole.Dialog).GetByLabel(label);

    private static async Task SendAsync(Visitor visitor, string label)
    {
        await Button(visitor.Page.GetByRole(AriaRole.Dialog).Locator("footer"), label).Last.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Everything that a page's sockets receive, and what it fetches, a letter a byte.</summary>
    private sealed class Frames : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> _received = new();
        private readonly ConcurrentBag<Task> _reading = [];

        public Frames(IPage page)
        {
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => _received.Enqueue(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []));
            page.Response += (_, response) =>
            {
                if (response.Request.ResourceType is "document" or "xhr" or "fetch") _reading.Add(ReadAsync(response));
            };
        }

        public string Text => string.Concat(_received);

        public async ValueTask DisposeAsync() => await Task.WhenAll(_reading);

        private async Task ReadAsync(IResponse response) => _received.Enqueue(await response.TextAsync());
    }
}
