using System.Net;
using System.Text.Json.Nodes;
using NodaTime;
using Xunit;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A page to read on the web: asked for in a thread, read without a sign-in, shown under its link in Slack.</summary>
public sealed class PageLinkTests
{
    private const string Ana = "U0ANA0001";

    private readonly MovedClock _clock = new(Instant.FromUtc(2026, 11, 19, 9, 0));

    [Fact]
    public async Task A_card_can_be_read_by_its_link_as_it_stands_and_without_anything_to_press()
    {
        await using var house = await StartAsync();
        var card = await AskedAsync(house);
        var link = await LinkAsync(house, card);

        var before = await ReadAsync(house, link);
        await house.Driver.TypeAsync(Ana, card, "promises come &lt;script&gt;alert(1)&lt;/script&gt; too late");
        await house.Driver.UntilSaysAsync(card, "promises come");
        var after = await ReadAsync(house, link);

        Assert.StartsWith("https://bot.example.com/page/", link, StringComparison.Ordinal);
        Assert.Contains("Why is revenue growth declining?", before, StringComparison.Ordinal);
        Assert.Contains("promises come &lt;script&gt;", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", after, StringComparison.Ordinal);
        Assert.DoesNotContain("fluent-button", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_after_thirty_days_and_a_changed_one_leads_nowhere()
    {
        await using var house = await StartAsync();
        var link = await LinkAsync(house, await AskedAsync(house));

        await ReadAsync(house, link[..^4] + "AAAA", HttpStatusCode.NotFound);
        await ReadAsync(house, "https://bot.example.com/page/" + new string('x', 5_000), HttpStatusCode.NotFound);
        await ReadAsync(house, "https://bot.example.com/page/%E2%82%AC%22%3E", HttpStatusCode.NotFound);
        _clock.MoveTo(Instant.FromUtc(2026, 12, 19, 8, 59));
        await ReadAsync(house, link);
        _clock.MoveTo(Instant.FromUtc(2026, 12, 19, 9, 1));
        Assert.Contains("leads nowhere any more", await ReadAsync(house, link, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shown_in_its_own_workspace_and_in_no_other()
    {
        await using var house = await StartAsync();
        var link = await LinkAsync(house, await AskedAsync(house));

        using (var strangers = house.DriverOf("T0OTHER")) await strangers.EventAsync(Shared(link));
        await house.Driver.EventAsync(Shared("https://bot.example.com/page/none", "https://example.org/", link));
        var call = await UnfurledAsync(house, 1);

        Assert.Equal(("C0GENERAL", "1760000000.000900"), (call["channel"]!.ToString(), call["ts"]!.ToString()));
        var (address, shown) = Assert.Single(call["unfurls"]!.AsObject());
        Assert.Equal(link, address);
        Assert.Contains("Why is revenue growth declining?", shown!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"actions\"", shown.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_message_is_written_the_link_is_shown_in_the_composer_and_in_a_shared_channel_only_its_title()
    {
        await using var house = await StartAsync();
        var card = await AskedAsync(house);
        await house.Driver.TypeAsync(Ana, card, "up-sell conversion has fallen");
        await house.Driver.UntilSaysAsync(card, "up-sell");
        var link = await LinkAsync(house, card);

        var typed = Shared(link);
        (typed["unfurl_id"], typed["source"], typed["channel"]) = ("C1.2.3", "composer", "COMPOSER");
        await house.Driver.EventAsync(typed);
        var inComposer = await UnfurledAsync(house, 1);
        Assert.Equal(("C1.2.3", "composer", null), (inComposer["unfurl_id"]!.ToString(), inComposer["source"]!.ToString(), inComposer["channel"]));
        Assert.Contains("up-sell", inComposer.ToJsonString(), StringComparison.Ordinal);

        await house.Driver.EventAsync(Shared(link), isShared: true);
        var inShared = await UnfurledAsync(house, 2);
        Assert.Contains("Why is revenue growth declining?", inShared.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("up-sell", inShared.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_thread_and_without_an_address_a_person_is_told_what_to_do()
    {
        await using var house = await SlackHouse.StartAsync(_clock);
        Assert.Contains("Type @OutcomeBot link in the thread of a card", (await house.Driver.CommandAsync(Ana, "link"))!.ToJsonString(), StringComparison.Ordinal);

        await house.Driver.MentionAsync(Ana, await AskedAsync(house), "link");
        await SlackDriver.UntilAsync(() => house.Workspace.Of("chat.postEphemeral").Any(note => note.ToJsonString().Contains("Pages:PublicUrl", StringComparison.Ordinal)), "the note");
    }

    private Task<SlackHouse> StartAsync() => SlackHouse.StartAsync(_clock, settings: ["--Pages:PublicUrl", "https://bot.example.com"]);

    private static async Task<SlackPost> AskedAsync(SlackHouse house)
    {
        await house.Driver.CommandAsync(Ana, "why Why is revenue growth declining?");
        return await house.Driver.PostAsync(post => post.Button("Answer") is not null, "the card");
    }

    private static async Task<string> LinkAsync(SlackHouse house, SlackPost card)
    {
        await house.Driver.MentionAsync(Ana, card, "link");
        string? link = null;
        await SlackDriver.UntilAsync(() => (link = house.Workspace.Of("chat.postEphemeral").Select(LinkIn).LastOrDefault(found => found is not null)) is not null, "the link");
        return link!; // It was waited for.
    }

    private static string? LinkIn(JsonObject note)
    {
        var text = string.Join('\n', SlackPost.Objects(note).Select(node => node["text"]).OfType<JsonValue>());
        var at = text.IndexOf("https://bot.example.com/page/", StringComparison.Ordinal);
        return at < 0 ? null : new string([.. text[at..].TakeWhile(letter => letter is '-' or '_' or ':' or '/' or '.' || char.IsAsciiLetterOrDigit(letter))]);
    }

    private static async Task<string> ReadAsync(SlackHouse house, string link, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var browser = new HttpClient { BaseAddress = house.Address };
        using var answer = await browser.GetAsync(link["https://bot.example.com".Length..]);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await answer.Content.ReadAsStringAsync();
    }

    private static JsonObject Shared(params string[] links) => new()
    {
        ["type"] = "link_shared",
        ["channel"] = "C0GENERAL",
        ["user"] = Ana,
        ["message_ts"] = "1760000000.000900",
        ["links"] = new JsonArray([.. links.Select(link => new JsonObject { ["domain"] = "bot.example.com", ["url"] = link })]),
    };

    private static async Task<JsonObject> UnfurledAsync(SlackHouse house, int count)
    {
        await SlackDriver.UntilAsync(() => house.Workspace.Of("chat.unfurl").Count() >= count, "the preview");
        return house.Workspace.Of("chat.unfurl").ElementAt(count - 1);
    }
}
