namespace OutcomeBot.House.Tests.Parity;

/// <summary>Five whys, told the same way behind every door.</summary>
internal static class FiveWhysStory
{
    public const string Question = "Why is revenue growth declining?";

    /// <summary>The card, with a first answer typed under it.</summary>
    public static async Task<Seen> AnsweredAsync(Channel channel)
    {
        var card = await AskedAsync(channel);
        await channel.TypeAsync("ben", card, "conversion of up-sells has fallen");
        return await channel.SaysAsync("onversion of up-sells has fallen");
    }

    public static async Task<Seen> AskedAsync(Channel channel)
    {
        await channel.SayAsync("ana", "why " + Question);
        return await channel.UntilAsync(seen => seen.Thread is null && seen.Text.Contains(Question, StringComparison.Ordinal) && seen.Buttons.Contains("Answer"), "the card");
    }

    /// <summary>From the question to the conclusion with its countermeasure.</summary>
    public static async Task<Seen> ConcludedAsync(Channel channel)
    {
        await AnsweredAsync(channel);
        await NextAsync(channel, "chen", "promised capabilities are released 57 days after the promise");
        await NextAsync(channel, "dana", "release planning has no capacity rule");
        await channel.TakesAsync("ben", "Evidence", ("kind", "Number"), ("text", "51 of 88 days are waiting"), ("source", "value stream map"));
        await channel.SaysAsync("Supported");
        await channel.PressAsync("ana", await channel.OffersAsync("Read back"), "Read back");
        await channel.PressAsync("ben", await channel.OffersAsync("Yes, each holds"), "Yes, each holds");
        await channel.TakesAsync("ana", "Conclude",
            ("roots", "c3"), ("category", "Policy"), ("reach", "Ours"), ("measure", "A release takes no more work than the team finished in the last one"),
            ("owner", channel.Named("dana")), ("due", "2027-01-15"), ("strength", "Stronger"), ("metric", "lead time under 31 days"), ("check", "2027-03-01"), ("stop", "We can change it"));
        return await channel.SaysAsync("which increased the likelihood of");
    }

    private static async Task NextAsync(Channel channel, string who, string answer)
    {
        await channel.TakesAsync(who, "Next why", ("answer", answer));
        await channel.SaysAsync(answer[1..]);
    }
}
