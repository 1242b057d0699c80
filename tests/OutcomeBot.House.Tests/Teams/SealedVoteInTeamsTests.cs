using System.Text.RegularExpressions;
using NodaTime;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.House.Tests.Slack;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>A sealed vote in a Teams channel. While it is open, everything that was sent to Teams is searched for what was voted.</summary>
public sealed class SealedVoteInTeamsTests
{
    /// <summary>What nobody but its voter may meet: no two ballots share a number, and none stands anywhere by itself.</summary>
    private static readonly Dictionary<string, int[]> s_ballots = new() { ["ana"] = [73, 19, 8], ["ben"] = [11, 28, 61], ["chen"] = [34, 43, 23] };

    [Fact]
    public async Task A_group_agrees_on_weights_and_nothing_that_is_sent_tells_an_open_ballot()
    {
        await using var house = await TeamsHouse.StartAsync(new MovedClock(Instant.FromUtc(2026, 11, 26, 9, 0)));
        var teams = house.Driver;
        var card = await OpenAsync(house);
        foreach (var (voter, points) in s_ballots) await VoteAsync(house, card, voter, points);
        await teams.UntilSaysAsync(card, "3 of 3 have voted");
        await teams.MentionAsync("ben", "model");
        await teams.TypeAsync("ben", card, "who can see the votes?");
        await teams.PostAsync(post => post.Conversation == TeamsDriver.Alone("ben"), "an answer to Ben alone");
        Assert.All(house.Connector.Calls.Where(call => call.Body is not null), call => Silent(call.Body!.ToJsonString()));

        // Their own ballot is shown to its voter, in the dialog that only they see.
        Assert.Contains(TeamsPost.Objects(await teams.OpenAsync("chen", house.Connector.Post(card), "Vote")), input => input["value"]?.ToString() == "34");
        await FillAsync(house, "ana", card, "Close");
        var reveal = await teams.CardAsync("Round 1 is revealed");
        Assert.Contains("You differ most on", reveal.Text, StringComparison.Ordinal);
        await FillAsync(house, "ana", await teams.UntilHasAsync(card, "Agree on these"), "Agree on these", ("rationale", "Renewals pay for everything else"), ("review", "2027-03-01"));
        await teams.UntilSaysAsync(card, "Value model 1: Lead time 39");
    }

    private static async Task<TeamsPost> OpenAsync(TeamsHouse house)
    {
        var teams = house.Driver;
        await teams.MentionAsync("ana", "model What we build next quarter");
        var card = await teams.CardAsync("What makes it valuable");
        foreach (var name in new[] { "Lead time", "Renewal rate", "Support load" })
            await FillAsync(house, "ana", card, "Propose a factor", ("name", name), ("meaning", "As we know it"), ("metric", name), ("worst", "1"), ("best", "2"));
        foreach (var voter in new[] { "ben", "chen" }) await FillAsync(house, voter, card, "Take part");
        await teams.TypeAsync("ana", card, "candidates");
        await FillAsync(house, "ana", await teams.UntilHasAsync(card, "Vote on weights"), "Vote on weights", ("quorum", "3"), ("north", "active fleets"), ("business", "revenue growth"));
        return await teams.UntilHasAsync(card, "Abstain");
    }

    /// <summary>A wrong sum first: the sentence is for the voter alone, and what they typed is still there.</summary>
    private static async Task VoteAsync(TeamsHouse house, TeamsPost card, string voter, int[] points)
    {
        var dialog = await house.Driver.OpenAsync(voter, house.Connector.Post(card), "Vote");
        var wrong = TeamsDriver.DialogOf(await house.Driver.FillAsync(voter, card, dialog, ("p0", $"{points[0] + 1}"), ("p1", $"{points[1]}"), ("p2", $"{points[2]}"), ("top", "yes")))!;
        Assert.Contains("too many", wrong.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(TeamsPost.Objects(wrong), input => input["id"]?.ToString() == "p0" && input["value"]?.ToString() == $"{points[0] + 1}");
        var kept = await house.Driver.FillAsync(voter, card, wrong, ("p0", $"{points[0]}"), ("p1", $"{points[1]}"), ("p2", $"{points[2]}"), ("top", "yes"));
        Assert.DoesNotContain(TeamsPost.Objects(kept), found => found["color"]?.ToString() == "Attention");
    }

    private static async Task FillAsync(TeamsHouse house, string by, TeamsPost card, string title, params (string Field, string Value)[] values)
    {
        var next = await house.Driver.FillAsync(by, card, await house.Driver.OpenAsync(by, house.Connector.Post(card), title), values);
        Assert.True(next is null || !TeamsPost.Objects(next).Any(found => found["color"]?.ToString() == "Attention"), next?.ToJsonString());
    }

    private static void Silent(string text) => Assert.All(s_ballots.Values.SelectMany(ballot => ballot), points => Assert.False(Said(text, points), $"It says {points}: {text}"));

    /// <summary>Whether a number stands there by itself: not within an id, a time, a cipher or a longer number.</summary>
    private static bool Said(string text, int number) => Regex.IsMatch(text, $@"(?<![\w.:+/=-]){number}(?![\w:+/=-])(?!\.\d)");
}
