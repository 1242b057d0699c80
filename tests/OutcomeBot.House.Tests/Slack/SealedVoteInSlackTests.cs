using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A sealed vote in a Slack channel. While it is open, everything that leaves the process is recorded and searched for what was voted.</summary>
public sealed class SealedVoteInSlackTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Chen = "U0CHEN001";

    /// <summary>What nobody but its voter may meet: no two ballots share a number, and none stands anywhere by itself.</summary>
    private static readonly Dictionary<string, int[]> s_ballots = new() { [Ana] = [73, 19, 8], [Ben] = [11, 28, 61], [Chen] = [34, 43, 23] };

    [Fact]
    public async Task A_group_agrees_on_weights_and_nothing_that_leaves_the_process_tells_an_open_ballot()
    {
        await using var house = await SlackHouse.StartAsync(new MovedClock(Instant.FromUtc(2026, 11, 26, 9, 0)), Logs.Everything);
        var slack = house.Driver;
        using var measures = new Measures();
        var card = await OpenAsync(slack);

        foreach (var (voter, points) in s_ballots) await VoteAsync(slack, card, voter, points);
        await slack.UntilSaysAsync(card, "3 of 3 have voted");
        await slack.PressAsync(Chen, slack.Workspace.Post(card), "Vote");
        await slack.CommandAsync(Chen, "model");
        await slack.CommandAsync(Ben, "");
        Assert.Contains("You have voted. You can change your vote until", (await slack.HomeAsync(Ben)).ToJsonString(), StringComparison.Ordinal);
        await slack.TypeAsync(Ben, card, "who can see the votes?");
        await slack.TypeAsync(Ben, card, "export");
        await SlackDriver.UntilAsync(() => slack.Workspace.Calls.Any(call => call.Method.Contains("upload", StringComparison.Ordinal)), "the export");
        await SearchAsync(house, measures);
        slack = house.Driver;

        await FillAsync(slack, Ana, card, "Close");
        var reveal = await slack.PostAsync(post => post.Text.Contains("Round 1 is revealed", StringComparison.Ordinal), "the reveal");
        Assert.Contains("You differ most on", reveal.Text, StringComparison.Ordinal);
        await slack.PressAsync(Ben, card, "Vote");
        await SlackDriver.UntilAsync(() => slack.Workspace.Of("chat.postEphemeral").Any(note => note.ToJsonString().Contains("Start round 2", StringComparison.Ordinal)), "the refusal of a late vote");
        await FillAsync(slack, Ana, card, "Agree on these", ("rationale", "Renewals pay for everything else"), ("review", "2027-03-01"));
        await slack.UntilSaysAsync(card, "Value model 1: Lead time 39");
        await slack.PostAsync(post => post.Thread is null && post.Text.Contains("Agreed: Value model 1", StringComparison.Ordinal), "the news in the channel");
    }

    [Fact]
    public async Task The_deadline_closes_by_itself_and_reveals_what_has_its_quorum()
    {
        var clock = new MovedClock(Instant.FromUtc(2026, 11, 26, 9, 0));
        await using var house = await SlackHouse.StartAsync(clock);
        var slack = house.Driver;
        var card = await OpenAsync(slack);
        foreach (var (voter, points) in s_ballots) await VoteAsync(slack, card, voter, points);
        await slack.UntilSaysAsync(card, "3 of 3 have voted");
        clock.MoveTo(Instant.FromUtc(2026, 11, 27, 9, 30));
        await slack.UntilSaysAsync(card, "Revealed: What we build next quarter");
        await slack.PressAsync(Ben, card, "Vote");
        await SlackDriver.UntilAsync(() => slack.Workspace.Of("chat.postEphemeral").Any(note => note.ToJsonString().Contains("so nothing was changed", StringComparison.Ordinal)), "the refusal of a late vote");
    }

    private static async Task<SlackPost> OpenAsync(SlackDriver slack)
    {
        await slack.CommandAsync(Ana, "model What we build next quarter");
        var card = await slack.PostAsync(post => post.Text.Contains("What makes it valuable", StringComparison.Ordinal), "the card");
        foreach (var name in new[] { "Lead time", "Renewal rate", "Support load" })
            await FillAsync(slack, Ana, card, "Propose a factor", ("name", name), ("meaning", "As we know it"), ("metric", name), ("worst", "1"), ("best", "2"));
        foreach (var voter in new[] { Ben, Chen }) await FillAsync(slack, voter, card, "Take part");
        await slack.TypeAsync(Ana, card, "candidates");
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(card).Button("Vote on weights") is not null, "the candidates");
        await FillAsync(slack, Ana, card, "Vote on weights", ("quorum", "3"), ("north", "active fleets"), ("business", "revenue growth"));
        await SlackDriver.UntilAsync(() => slack.Workspace.Post(card).Button("Abstain") is not null, "the open round");
        return slack.Workspace.Post(card);
    }

    /// <summary>A wrong sum first: the sentence is for the voter alone.</summary>
    private static async Task VoteAsync(SlackDriver slack, SlackPost card, string voter, int[] points)
    {
        var form = await slack.OpenAsync(voter, slack.Workspace.Post(card), "Vote");
        var wrong = await slack.FillAsync(voter, form, ("p0", $"{points[0] + 1}"), ("p1", $"{points[1]}"), ("p2", $"{points[2]}"), ("top", "yes"));
        Assert.Contains("too many", wrong!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await slack.FillAsync(voter, form, ("p0", $"{points[0]}"), ("p1", $"{points[1]}"), ("p2", $"{points[2]}"), ("top", "yes")));
    }

    private static async Task FillAsync(SlackDriver slack, string by, SlackPost card, string label, params (string Field, string Value)[] values) =>
        Assert.Null(await slack.FillAsync(by, await slack.OpenAsync(by, slack.Workspace.Post(card), label), values));

    private static async Task SearchAsync(SlackHouse house, Measures measures)
    {
        var forms = house.Workspace.Of("views.open").Select(call => (Of: call["trigger_id"]!.ToString(), View: call["view"]!.ToJsonString())).ToArray();
        Assert.Contains(forms, form => Said(form.View, 34));
        Assert.All(house.Workspace.Calls.Where(call => call.Method != "views.open"), call => Silent($"{call.Method} {call.Body.ToJsonString()}"));
        Assert.All(house.Workspace.Of("views.open").SkipLast(1), call => Silent(call.ToJsonString()));
        Assert.All(house.Log.Lines, line => Silent(line));
        Assert.All(measures.Seen, line => Silent(line));
        Assert.NotEmpty(measures.Seen);

        using var http = new HttpClient { BaseAddress = house.Address };
        foreach (var path in new[] { "/healthz", "/readyz", "/", "/api/openapi.json" }) Silent(await (await http.GetAsync(path)).Content.ReadAsStringAsync());
        await house.SleepUntilAsync(Instant.FromUtc(2026, 11, 26, 10, 0), () => SearchFiles(house));
    }

    private static void SearchFiles(SlackHouse house)
    {
        Assert.NotEmpty(house.FilesAsText);
        foreach (var file in house.FilesAsText) Assert.All(s_ballots.Values, ballot => Assert.DoesNotMatch($@"{ballot[0]}\D{{1,9}}{ballot[1]}\D{{1,9}}{ballot[2]}", file));
    }

    private static void Silent(string text) => Assert.All(s_ballots.Values.SelectMany(ballot => ballot), points => Assert.False(Said(text, points), $"It says {points}: {text}"));

    /// <summary>Whether a number stands there by itself: not within an id, a time, a cipher or a longer number.</summary>
    private static bool Said(string text, int number) => Regex.IsMatch(text, $@"(?<![\w.:+/=-]){number}(?![\w:+/=-])(?!\.\d)");
}

/// <summary>Everything that the bot measured and traced, with its tags.</summary>
internal sealed class Measures : IDisposable
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _seen = new();
    private readonly MeterListener _listener = new();
    private readonly ActivityListener _traces;

    public Measures()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("OutcomeBot", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        _listener.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = trace => _seen.Enqueue($"{trace.DisplayName} {string.Join(' ', trace.TagObjects.Where(tag => tag.Value is string).Select(tag => $"{tag.Key} {tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public IEnumerable<string> Seen => _seen;

    public void Dispose()
    {
        _traces.Dispose();
        _listener.Dispose();
    }

    // How long something took is a number of its own kind; what a tag says could be anything.
    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = new StringBuilder(instrument.Name);
        foreach (var (name, value) in tags) line.Append(' ').Append(name).Append(' ').Append(value);
        _seen.Enqueue(line.ToString());
    }
}
