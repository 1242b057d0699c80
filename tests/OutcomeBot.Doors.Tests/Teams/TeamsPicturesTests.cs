using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;
using static OutcomeBot.Doors.Tests.Teams.TeamsPlatformTests;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>What a card can't carry itself and is fetched: pictures and files.</summary>
public sealed class TeamsPicturesTests
{
    private static readonly Place s_channel = new(new Tenant("teams:" + TestIssuer.Tenant), "19:general@thread.tacv2");

    [Fact]
    public async Task Pictures_are_fetched_under_an_address_that_nobody_guesses_and_that_ends()
    {
        await using var teams = await MetAsync(("Teams:PublicUrl", "https://bot.example.com/"));
        var drawn = new Card("Lead time", new Tree("t", "s", "f", [], "One chain of four causes."));
        await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, drawn)), CancellationToken.None);
        var image = TeamsPost.Objects(teams.Connector.Posts.Single().Card).Single(found => found["type"]?.ToString() == "Image");
        var url = new Uri(image["url"]!.ToString());

        Assert.Equal(("bot.example.com", "One chain of four causes."), (url.Host, image["altText"]!.ToString()));
        Assert.Matches("^/teams/shown/[0-9a-f]{40}$", url.AbsolutePath);
        using var fetched = await teams.Http.GetAsync(url.AbsolutePath);
        Assert.Equal("image/png", fetched.Content.Headers.ContentType!.ToString());
        Assert.Equal([1, 2, 3], await fetched.Content.ReadAsByteArrayAsync());
        using var guessed = await teams.Http.GetAsync("/teams/shown/" + new string('0', 40));
        teams.Time.Advance(TimeSpan.FromDays(8));
        using var ended = await teams.Http.GetAsync(url.AbsolutePath);
        Assert.Equal((404, 404), ((int)guessed.StatusCode, (int)ended.StatusCode));
    }

    [Theory]
    [InlineData("https://bot.example.com/", "Download")]
    [InlineData(null, "# Why")]
    public async Task A_file_is_offered_by_its_address_or_written_out(string? publicUrl, string seen)
    {
        await using var teams = await MetAsync(("Teams:PublicUrl", publicUrl));
        var attach = new Attach(s_channel, "The analysis", [new Attachment("why.md", "text/markdown", "# Why\nBecause.")]);
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel, attach), CancellationToken.None));

        Assert.Contains(seen, teams.Connector.Posts.Single().Text, StringComparison.Ordinal);
    }
}
