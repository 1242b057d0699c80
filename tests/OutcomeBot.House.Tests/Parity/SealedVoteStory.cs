namespace OutcomeBot.House.Tests.Parity;

/// <summary>A sealed vote, told the same way behind every door.</summary>
internal static class SealedVoteStory
{
    private static readonly (string Who, int[] Points)[] s_ballots = [("ana", [73, 19, 8]), ("ben", [11, 28, 61]), ("chen", [34, 43, 23])];

    /// <summary>Three factors, three voters and an open round.</summary>
    public static async Task OpenAsync(Channel channel)
    {
        await channel.SayAsync("ana", "model What we build next quarter");
        var card = await channel.OffersAsync("Propose a factor");
        foreach (var name in (string[])["Lead time", "Renewal rate", "Support load"])
            await channel.TakesAsync("ana", "Propose a factor", ("name", name), ("meaning", "As we know it"), ("metric", name), ("worst", "1"), ("best", "2"));
        foreach (var voter in (string[])["ben", "chen"]) await channel.TakesAsync(voter, "Take part");
        await channel.TypeAsync("ana", card, "candidates");
        await channel.TakesAsync("ana", "Vote on weights", ("quorum", "3"), ("north", "active fleets"), ("business", "revenue growth"));
        await channel.OffersAsync("Abstain");
    }

    public static async Task VotedAsync(Channel channel)
    {
        foreach (var (who, points) in s_ballots)
            await channel.TakesAsync(who, "Vote", ("p0", $"{points[0]}"), ("p1", $"{points[1]}"), ("p2", $"{points[2]}"), ("top", "yes"));
        await channel.SaysAsync("3 of 3 have voted");
    }
}
