using System.Text.Json;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Slack;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackBudgetTests
{
    private static readonly Form s_form = new("Your ballot", "Seal my vote", new Press("model", "m1", "vote"), "", [new TextField("p0", "Lead time", 3, Value: "40"), new TextField("p1", "Renewals", 3), new TextField("group", "Group")])
    {
        Budget = new Budget(100, "points", ["p0", "p1"]),
    };

    [Fact]
    public void A_form_with_a_budget_says_what_is_left_and_asks_to_be_told_of_every_character()
    {
        var blocks = Modal()["blocks"]!.AsArray();
        Assert.Equal("60 of 100 points left to give.", blocks[^1]!["elements"]![0]!["text"]!.ToString());
        Assert.Equal("budget.100.points.p0.p1", blocks[^1]!["block_id"]!.ToString());
        Assert.Equal([true, true, null], blocks.SkipLast(1).Select(block => (bool?)block!["dispatch_action"]));
        Assert.Equal("on_character_entered", blocks[0]!["element"]!["dispatch_action_config"]!["trigger_actions_on"]![0]!.ToString());
    }

    [Theory]
    [InlineData("73", "19", "8 of 100 points left to give.")]
    [InlineData("73", "27", "All 100 points are given.")]
    [InlineData("90", "30", "20 points too many.")]
    [InlineData("ninety", "99999999999", "100 of 100 points left to give.")]
    public void What_is_left_is_said_while_it_is_typed_and_everything_else_stays(string first, string second, string left)
    {
        var (modal, typed) = (Modal(), Typed(Modal(), first, second));
        Assert.Equal(("V1", "h1"), (typed!.Update.ViewId, typed.Update.Hash));
        var shown = typed.Update.View;
        Assert.Equal(left, shown["blocks"]!.AsArray()[^1]!["elements"]![0]!["text"]!.ToString());
        Assert.True(JsonNode.DeepEquals(modal["blocks"]![0], shown["blocks"]![0]));
        Assert.Equal(modal["callback_id"]!.ToString(), shown["callback_id"]!.ToString());
        Assert.Equal(modal["private_metadata"]!.ToString(), shown["private_metadata"]!.ToString());
    }

    [Fact]
    public void A_form_without_one_says_nothing() => Assert.Null(SlackBudget.Read(new Tenant("slack:T1"), JsonDocument.Parse("""{"view":{"id":"V1","blocks":[{"type":"input","block_id":"p0"}]}}""").RootElement));

    private static BudgetTyped? Typed(JsonObject modal, string first, string second)
    {
        var view = modal.DeepClone().AsObject();
        view["id"] = "V1";
        view["hash"] = "h1";
        view["state"] = new JsonObject { ["values"] = new JsonObject { ["p0"] = Input(first), ["p1"] = Input(second) } };
        return SlackBudget.Read(new Tenant("slack:T1"), JsonDocument.Parse(new JsonObject { ["view"] = view }.ToJsonString()).RootElement);
    }

    private static JsonObject Input(string value) => new() { ["input"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value } };

    private static JsonObject Modal() => JsonSerializer.SerializeToNode(SlackFormWriter.Modal(s_form, new Place(new Tenant("slack:T1"), "C1")), SlackJson.Wire.SlackView)!.AsObject();
}
