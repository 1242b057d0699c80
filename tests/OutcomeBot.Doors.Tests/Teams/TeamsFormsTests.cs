using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Forms where no dialog can open: their inputs stand in the conversation.</summary>
public sealed class TeamsFormsTests
{
    private const string Sentence = "This names a group, not a cause.";
    private const string Blame = "R&D is too slow";
    private const string Better = "planning has no capacity rule";

    private static readonly Form s_form = new("The next why", "Answer", new Press("why", "3f9k2", "answer"), "Why has it fallen?", [new TextField("cause", "Because …"), new TextField("seen", "Seen where?")]);

    [Fact]
    public async Task In_a_cards_place_a_wrong_field_is_marked_with_what_was_typed_kept_and_what_is_put_right_is_taken()
    {
        await using var teams = await StartAsync();
        var form = await CardAsync(teams, teams.Activity(TeamsReaderTests.Press("why/3f9k2/answer", "f:1")));
        var marked = await CardAsync(teams, Fill(teams, form, ("cause", Blame), ("seen", "in the minutes")));
        AssertMarked(marked);
        Assert.DoesNotContain(TeamsPost.Objects(form), found => found["color"]?.ToString() == "Attention");

        using var done = await teams.SendAsync(Fill(teams, marked, ("cause", Better)).ToJsonString(), null);
        Assert.Equal(("200", "Done."), (await SaidAsync(done) is var said ? said["statusCode"]!.ToString() : null, said["value"]!.ToString()));
        var filled = Assert.IsType<Filled>(teams.Inbox.Taken[^1]);
        Assert.Equal((Better, "in the minutes", 3), (filled.Values.Text("cause"), filled.Values.Text("seen"), teams.Inbox.Taken.Count));
        Assert.Empty(teams.Connector.Calls);
    }

    [Fact]
    public async Task As_a_message_of_its_own_it_is_marked_in_place_and_closed_once_it_is_right()
    {
        await using var teams = await StartAsync();
        (await teams.SendAsync(teams.Activity(TeamsReaderTests.Alone("why")).ToJsonString(), null)).Dispose();
        await TeamsHost.UntilAsync(() => teams.Connector.Posts.Count == 1, "the form");
        var message = teams.Connector.Posts.Single();
        var marked = await CardAsync(teams, Fill(teams, message.Card, message, ("cause", Blame), ("seen", "in the minutes")));
        AssertMarked(marked);
        Assert.Equal(0, teams.Connector.Post(message).Updates);

        var closed = await CardAsync(teams, Fill(teams, marked, message, ("cause", Better)));
        Assert.DoesNotContain(TeamsPost.Objects(closed), IsInput);
        Assert.Equal(Better, Assert.IsType<Filled>(teams.Inbox.Taken[^1]).Values.Text("cause"));
        await TeamsHost.UntilAsync(() => teams.Connector.Post(message).Updates == 1, "the closed form");
        Assert.Contains("filled in by Ana", teams.Connector.Post(message).Text, StringComparison.Ordinal);
    }

    /// <summary>The door as a client without dialogs meets it; the practice behind it takes no blame for a cause.</summary>
    private static async Task<TeamsHost> StartAsync()
    {
        var teams = await TeamsHost.StartAsync(new() { ["Teams:AllowUnauthenticatedLoopback"] = "true" });
        teams.Inbox.Answering = incoming => Task.FromResult(incoming switch
        {
            Filled filled when filled.Values.Text("cause") == Blame => new Answer([new Wrong(("cause", Sentence))]),
            Filled => Answer.Quiet,
            _ => new Answer([new Ask(s_form)]),
        });
        return teams;
    }

    private static void AssertMarked(JsonObject card)
    {
        var body = card["body"]!.AsArray();
        var at = body.ToList().FindIndex(element => element!["id"]?.ToString() == "cause");
        Assert.Equal((Sentence, "Attention"), (body[at - 1]!["inlines"]![0]!["text"]!.ToString(), body[at - 1]!["inlines"]![0]!["color"]!.ToString()));
        Assert.Equal([Blame, "in the minutes"], TeamsPost.Objects(card).Where(IsInput).Select(input => input["value"]!.ToString()));
    }

    private static bool IsInput(JsonObject found) => found["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true;

    private static JsonObject Fill(TeamsHost teams, JsonObject form, params (string Field, string Value)[] values) => teams.Activity(activity =>
    {
        TeamsReaderTests.Press("", "f:" + values[0].Value)(activity);
        var data = TeamsPost.Actions(form).Last()["data"]!.DeepClone().AsObject();
        foreach (var input in TeamsPost.Objects(form).Where(IsInput))
            data[input["id"]!.ToString()] = values.FirstOrDefault(value => value.Field == input["id"]!.ToString()).Value ?? input["value"]?.ToString();
        activity["value"]!["action"]!["data"] = data;
    });

    /// <summary>The same in the message that is the form, alone with the bot.</summary>
    private static JsonObject Fill(TeamsHost teams, JsonObject form, TeamsPost message, params (string Field, string Value)[] values)
    {
        var activity = Fill(teams, form, values);
        var alone = teams.Activity(TeamsReaderTests.Alone(""));
        (activity["conversation"], activity["channelData"], activity["replyToId"]) = (alone["conversation"]!.DeepClone(), alone["channelData"]!.DeepClone(), message.Id);
        return activity;
    }

    /// <summary>The card that answers an activity.</summary>
    private static async Task<JsonObject> CardAsync(TeamsHost teams, JsonObject activity)
    {
        using var answer = await teams.SendAsync(activity.ToJsonString(), null);
        return (await SaidAsync(answer))["value"]!.AsObject();
    }

    private static Task<JsonObject> SaidAsync(HttpResponseMessage answer) => TeamsHost.JsonAsync(answer);
}
