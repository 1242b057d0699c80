namespace OutcomeBot.House.Tests.Slack;

/// <summary>A workspace that refuses that the bot reads its threads: buttons, forms and mentions are enough.</summary>
public sealed class UnreadThreadsTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";
    private const string Chen = "U0CHEN001";

    [Fact]
    public async Task The_card_says_how_to_answer_and_a_mention_and_a_form_are_answers()
    {
        await using var house = await SlackHouse.StartAsync(settings: ["--Slack:ReadThreads", "false"]);
        var card = await AskedAsync(house);
        Assert.Contains("press a button, or begin your answer with @OutcomeBot", card.Text, StringComparison.Ordinal);

        await house.Driver.MentionAsync(Ben, card, "Conversion of up-sells has fallen since June");
        await house.Driver.UntilSaysAsync(card, "Conversion of up-sells has fallen since June");
        var form = await house.Driver.OpenAsync(Chen, house.Workspace.Post(card), "Next why");
        Assert.Null(await house.Driver.FillAsync(Chen, form, ("answer", "promised capabilities are released 57 days late")));
        await house.Driver.UntilSaysAsync(card, "released 57 days late");
    }

    [Fact]
    public async Task A_mention_in_a_thread_is_a_command_when_it_begins_like_one_and_else_an_answer()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await AskedAsync(house);
        await house.Driver.MentionAsync(Ben, card, "Conversion of up-sells has fallen since June");
        var shown = await house.Driver.UntilSaysAsync(card, "Conversion of up-sells has fallen since June");
        Assert.DoesNotContain("@OutcomeBot", shown.Text, StringComparison.Ordinal);

        await house.Driver.MentionAsync(Ben, card, "Undo");
        await SlackDriver.UntilAsync(() => !house.Workspace.Post(card).Text.Contains("up-sells", StringComparison.Ordinal), "the answer to be taken back");
    }

    private static async Task<SlackPost> AskedAsync(SlackHouse house)
    {
        await house.Driver.CommandAsync(Ana, "why Why is revenue growth declining?");
        return await house.Driver.PostAsync(post => post.Text.Contains("Why is revenue growth declining?", StringComparison.Ordinal) && post.Buttons.Any(), "the card of the question");
    }
}
