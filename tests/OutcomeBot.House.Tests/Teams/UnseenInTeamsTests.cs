using System.Text.Json.Nodes;
using OutcomeBot.Doors.Tests.Teams;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>What one person and the bot say to each other in a channel without the others seeing it.</summary>
public sealed class UnseenInTeamsTests
{
    [Fact]
    public async Task What_is_asked_unseen_is_answered_unseen_and_a_shared_card_is_opened_for_everybody()
    {
        await using var house = await StartAsync();
        var teams = house.Driver;
        await teams.SendAsync(Unseen(teams, "ana", "mine", TeamsDriver.General));
        var mine = await teams.PostAsync(post => post.OnlyTo == "29:ana", "a note to Ana");
        Assert.Equal(TeamsDriver.General, mine.Conversation);

        await teams.SendAsync(Unseen(teams, "ana", "why Why is revenue growth declining?", TeamsDriver.General));
        var card = await teams.PostAsync(post => post.Action("Answer") is not null, "the card");
        Assert.Equal((TeamsDriver.General, null), (card.Conversation, card.OnlyTo));
    }

    [Fact]
    public async Task What_is_said_unseen_under_a_card_is_on_no_card_and_its_note_reaches_only_who_said_it()
    {
        await using var house = await StartAsync();
        var teams = house.Driver;
        await teams.MentionAsync("ana", "why Why is revenue growth declining?");
        var card = await teams.PostAsync(post => post.Action("Answer") is not null, "the card");
        await teams.SendAsync(Unseen(teams, "ben", "because Ana is slow", TeamsDriver.Thread(card)));
        var note = await teams.PostAsync(post => post.OnlyTo == "29:ben", "a note to Ben");
        await teams.TypeAsync("chen", card, "conversion of up-sells has fallen");
        await teams.UntilSaysAsync(card, "onversion of up-sells has fallen");

        Assert.StartsWith(TeamsDriver.General, note.Conversation, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Connector.Posts, post => post.OnlyTo != "29:ben" && post.Text.Contains("slow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_stands_under_the_card_it_is_about_for_one_person()
    {
        await using var house = await StartAsync();
        var teams = house.Driver;
        await teams.MentionAsync("ana", "why Why is revenue growth declining?");
        var card = await teams.PostAsync(post => post.Action("Answer") is not null, "the card");
        await teams.TypeAsync("ben", card, "who can conclude this?");
        var note = await teams.PostAsync(post => post.OnlyTo == "29:ben", "a note to Ben");

        Assert.Equal(TeamsDriver.Thread(card), note.Conversation);
        Assert.Contains("acilitator", note.Text, StringComparison.Ordinal);
    }

    private static Task<TeamsHouse> StartAsync() => TeamsHouse.StartAsync(null, "--Teams:TargetedMessages", "true");

    private static JsonObject Unseen(TeamsDriver teams, string user, string text, string conversation)
    {
        var activity = teams.Activity(user, conversation, "message", TeamsDriver.Fresh());
        activity["text"] = text;
        activity["recipient"]!["isTargeted"] = true;
        return activity;
    }
}
