using NodaTime;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The same stories behind every door: the same words, the same outcome, the same refusals.</summary>
public sealed class ParityTests
{
    public static TheoryData<string> Doors => [.. Channel.Doors];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Five_whys_go_from_the_question_to_the_same_conclusion(string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await FiveWhysStory.ConcludedAsync(channel);
        Golden.Same("five-whys", await channel.OutcomeAsync("why"));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_storyboard_goes_from_the_challenge_to_the_same_verdict(string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await channel.SayAsync("ana", "metric lead-time 88 days");
        await channel.SaysAsync("88 days");
        await channel.SayAsync("ana", "kata Revenue grows by 10 % a quarter again, within the board's limit");
        await channel.TakesAsync("ana", "Set target condition", ("description", "A request is delivered within two months"), ("by", "2027-01-31"), ("metric", "lead-time"), ("to", "57 days"));
        await channel.SaysAsync("from 88 to 57 days");
        await channel.TakesAsync("ana", "Park an obstacle", ("text", "Release planning has no capacity rule"));
        await channel.PressAsync("ana", await channel.OffersAsync("Choose an obstacle"), "Choose an obstacle");
        await channel.TakesAsync("ana", "Plan the next step", ("step", "Reserve a fifth of the capacity"), ("expect", "Two of five features within 57 days"), ("owner", channel.Named("ana")), ("by", "2026-12-04"));
        await channel.SaysAsync("Two of five features within 57 days");
        Golden.Same("storyboard", await channel.OutcomeAsync("kata"));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_sealed_vote_comes_to_the_same_weights_and_refuses_the_same(string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await SealedVoteStory.OpenAsync(channel);
        var wrong = await channel.FillAsync("ana", await channel.OffersAsync("Abstain"), "Vote", ("p0", "74"), ("p1", "19"), ("p2", "8"), ("top", "yes"));
        Assert.Contains("1 too many", Assert.Single(wrong), StringComparison.Ordinal);
        await SealedVoteStory.VotedAsync(channel);
        await channel.PressAsync("ben", await channel.OffersAsync("Abstain"), "Close");
        await channel.TellsAsync("ben", "Only Ana");
        await channel.TakesAsync("ana", "Close");
        await channel.SaysAsync("Round 1 is revealed");
        await channel.TakesAsync("ana", "Agree on these", ("rationale", "Renewals pay for everything else"), ("review", "2027-03-01"));
        await channel.SaysAsync("Value model 1: Lead time 39");
        Golden.Same("sealed-vote", await channel.OutcomeAsync("model"));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_channel_is_asked_at_its_time_and_its_card_sums_up_the_same(string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await channel.SayAsync("ana", "checkin every Monday 9:00 in my zone: What slows us down?");
        await channel.OffersAsync("Pause");
        channel.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0, 1));
        var question = await channel.SaysAsync("Nobody has answered yet.");
        Assert.Empty(await channel.FillAsync("ben", question, "Answer", ("answer", "The scanner stops for an hour a day")));
        await channel.SaysAsync("The scanner stops for an hour a day");
        await channel.TypeAsync("chen", question, "nobody owns the releases");
        await channel.SaysAsync("nobody owns the releases");
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_word_that_nobody_knows_is_answered_to_its_author_alone(string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await channel.SayAsync("ana", "whi Why is it slow?");
        await channel.TellsAsync("ana", "why");
        Assert.Empty(await channel.SeenAsync());
    }
}
