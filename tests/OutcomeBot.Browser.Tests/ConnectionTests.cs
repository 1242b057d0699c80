using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutcomeBot.Browser.Tests;

/// <summary>What a person loses when the bot goes away and comes back: nothing.</summary>
public sealed class ConnectionTests(ChatHouse house) : IClassFixture<ChatHouse>
{
    [Fact]
    public async Task A_restart_is_said_in_one_line_and_neither_lines_nor_drafts_are_lost()
    {
        await using var ana = await house.VisitAsync("Ana Restart");
        await ana.OpenRoomAsync("Restart");
        await ana.SayAsync("Stored before");
        await ana.RoomBox.FillAsync("half typed");
        await house.RestartAsync();
        await Expect(ana.Page.Locator(".connection-words", new() { HasText = "Nothing is lost" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(ana.Room.Locator(".line-text")).ToHaveTextAsync("Stored before");
        await Expect(ana.RoomBox).ToHaveValueAsync("half typed");
        await ana.RoomBox.PressAsync("Enter");
        await Expect(ana.Room.Locator(".line-text").Last).ToHaveTextAsync("half typed");
    }
}
