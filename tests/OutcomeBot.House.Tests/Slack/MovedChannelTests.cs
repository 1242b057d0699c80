using System.Text.Json.Nodes;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A private channel is shared with another organisation and gets another id; what was begun there goes on.</summary>
public sealed class MovedChannelTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Before = "G0PRIVATE";
    private const string After = "C0SHARED1";

    [Fact]
    public async Task A_session_goes_on_in_its_thread_when_the_channel_gets_another_id()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.Driver.CommandAsync(Ana, "why Why is revenue growth declining?", Before);
        var card = await house.Driver.PostAsync(post => post.Thread is null, "the card");
        await house.Driver.TypeAsync(Ben, card, "conversion of up-sells has fallen");
        await house.Driver.UntilSaysAsync(card, "onversion of up-sells has fallen");

        house.Workspace.Move(Before, After);
        await house.Driver.EventAsync(new JsonObject { ["type"] = "channel_id_changed", ["old_channel_id"] = Before, ["new_channel_id"] = After, ["event_ts"] = "1770000000.000001" });
        card = house.Workspace.Posts.Single(post => post.Thread is null);
        Assert.Equal(After, card.Channel);
        await house.Driver.TypeAsync(Ana, card, "fewer customers renew their contracts");
        var shown = await house.Driver.UntilSaysAsync(card, "ewer customers renew");
        Assert.Contains("2 fewer customers renew", shown.Text, StringComparison.Ordinal);

        var form = await house.Driver.OpenAsync(Ben, shown, "Next why");
        Assert.Null(await house.Driver.FillAsync(Ben, form, ("answer", "promised capabilities are released 57 days after the promise")));
        await house.Driver.UntilSaysAsync(card, "romised capabilities are released");
        var status = await house.Driver.CommandAsync(Ana, "", After);
        Assert.Contains("revenue growth", status!.ToJsonString(), StringComparison.Ordinal);
    }
}
