using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OutcomeBot.Web.Hosting;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.Browser.Tests;

/// <summary>The whole bot on a free loopback port with a data file of its own, and one headless Chromium for all stories.</summary>
public class ChatHouse : IAsyncLifetime
{
    private static readonly string[] s_quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("outcomebot-browser-").FullName;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The environment that the bot runs in.</summary>
    protected virtual string EnvironmentName => "Production";

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public async Task InitializeAsync()
    {
        await StartAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = s_quiet,
        });
    }

    /// <summary>A person in a browser of their own.</summary>
    public async Task<Visitor> VisitAsync(string name, Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 }, TimezoneId = "Europe/Berlin" };
        adjust?.Invoke(options);
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        await page.GetByLabel("Your name").FillAsync(name);
        await page.Locator("fluent-button", new() { HasText = "Come in" }).ClickAsync();
        await page.Locator(".chat").WaitForAsync();
        return new Visitor(context, page);
    }

    /// <summary>The bot stops and starts again at the same address, as after an update.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _app = OutcomeBotApp.Build(["--urls", Address, "--Storage:LiteDb:Path", Path.Combine(_folder, "chat.db"), "--applicationName", "OutcomeBot.Web", "--environment", EnvironmentName], [new Door(LocalChatServices.AddLocalChat, LocalChatServices.MapLocalChat)]);
        await _app.StartAsync();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    private async Task StopAsync()
    {
        if (_app is null) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>One person's browser, and what a person does in it. Fluent's buttons tell their role to screen readers, not to the page, so they are found by their element.</summary>
public sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public ILocator Room => page.Locator("main.pane");

    public ILocator Thread => page.Locator("aside.thread");

    public ILocator RoomBox => Room.GetByRole(AriaRole.Combobox);

    public ILocator ThreadBox => Thread.GetByRole(AriaRole.Combobox);

    public async Task OpenRoomAsync(string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New room" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Dialog).Locator("fluent-button", new() { HasText = "Open the room" }).ClickAsync();
        await Room.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 }).WaitForAsync();
    }

    public async Task EnterAsync(string room)
    {
        await page.Locator(".rooms").GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(room)) }).ClickAsync();
        await Room.GetByRole(AriaRole.Heading, new() { Name = room, Level = 1 }).WaitForAsync();
    }

    /// <summary>Types a line in the room and sends it.</summary>
    public Task SayAsync(string text) => SendAsync(RoomBox, text);

    /// <summary>Types a line in the thread and sends it.</summary>
    public Task ReplyAsync(string text) => SendAsync(ThreadBox, text);

    /// <summary>Starts five whys in the open room; its thread opens by itself.</summary>
    public async Task AskWhyAsync(string question)
    {
        await RoomBox.FillAsync("/outcome why " + question);
        await RoomBox.PressAsync("Enter");
        await ThreadBox.WaitForAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    // The box is empty when the server has stored the line.
    private static async Task SendAsync(ILocator box, string text)
    {
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("");
    }
}
