using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutcomeBot.Browser.Tests;

/// <summary>The first five minutes: the sample is played to its end, and leaves without a trace.</summary>
public sealed class SampleTests(ChatHouse house) : IClassFixture<ChatHouse>
{
    [Fact]
    public async Task The_sample_is_a_concluded_analysis_with_its_picture_and_goes_in_one_click()
    {
        await using var kim = await house.VisitAsync("Kim");
        await kim.Page.Locator("fluent-button", new() { HasText = "Load the sample" }).ClickAsync();
        await kim.Room.GetByRole(AriaRole.Heading, new() { Name = "Acme (sample)", Level = 1 }).WaitForAsync();
        await Expect(kim.Room.Locator(".card")).ToContainTextAsync("Release planning has no capacity rule");
        await Expect(kim.Room.Locator(".card-title")).ToContainTextAsync("Concluded");
        await kim.Room.Locator(".replies").ClickAsync();
        await Expect(kim.Thread.Locator("figure.tree svg")).ToBeVisibleAsync();
        await ShootAsync(kim);

        await kim.Room.Locator("fluent-button", new() { HasText = "Remove the sample" }).ClickAsync();
        await kim.Page.GetByRole(AriaRole.Dialog).Locator("fluent-button", new() { HasText = "Remove the sample" }).ClickAsync();
        await Expect(kim.Page.Locator("main.start")).ToBeVisibleAsync();
        await Expect(kim.Page.Locator(".rooms .room")).ToHaveCountAsync(0);
        await Expect(kim.Page.Locator("fluent-button", new() { HasText = "Load the sample" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Only_loopback_names_are_answered()
    {
        using var http = new HttpClient { BaseAddress = new Uri(house.Address) };
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var refused = await http.SendAsync(foreign);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("answers only as localhost", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var crossing = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        crossing.Headers.Add("Origin", "http://evil.example");
        using var crossed = await http.SendAsync(crossing);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, crossed.StatusCode);

        using var home = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, home.StatusCode);
    }

    /// <summary>The README's pictures, taken when a folder for them is named.</summary>
    private static async Task ShootAsync(Visitor kim)
    {
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_PICTURES") is not { Length: > 0 } folder) return;
        await kim.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await SaveAsync("chat-light.png");
        await kim.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await SaveAsync("chat-dark.png");
        await kim.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await kim.Page.SetViewportSizeAsync(390, 844);
        await kim.Thread.GetByRole(AriaRole.Log).EvaluateAsync("log => { log.scrollTop = 0; }");
        await SaveAsync("chat-narrow.png");
        await kim.Page.SetViewportSizeAsync(1280, 800);

        Task SaveAsync(string name) => kim.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled });
    }
}
