using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.House.Tests.Runtime;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>How much of what is logged a house keeps.</summary>
internal enum Logs
{
    Nothing,
    Everything,
}

/// <summary>How the bot comes into a workspace.</summary>
internal enum Installed
{
    BySettings,
    ByItsAdmin,
}

/// <summary>How what people do reaches the bot.</summary>
public enum Way
{
    /// <summary>Slack sends signed requests.</summary>
    Requests,

    /// <summary>The bot holds sockets open, and has no signing secret.</summary>
    Sockets,
}

/// <summary>The whole bot in this process, with a Slack workspace of its own and a file of its own.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    /// <summary>The store's name in the folder.</summary>
    public const string FileName = "bot.db";

    private readonly DirectoryInfo _folder;
    private readonly MovedClock? _clock;
    private readonly Logs _logs;
    private readonly Installed _installed;
    private readonly Way _way;
    private readonly string[] _settings;
    private WebApplication _bot;
    private SlackDriver? _driver;

    private SlackHouse(DirectoryInfo folder, SlackWorkspace workspace, MovedClock? clock, Logs logs = Logs.Nothing, Installed installed = Installed.BySettings, Way way = Way.Requests, params string[] settings)
    {
        (_folder, Workspace, _clock, _logs, _installed, _way, _settings) = (folder, workspace, clock, logs, installed, way, settings);
        _bot = Build();
    }

    public SlackWorkspace Workspace { get; }

    public SlackDriver Driver => _driver ??= new SlackDriver(new Uri(_bot.Urls.First()), Workspace, _clock, way: _way);

    public IServiceProvider Services => _bot.Services;

    public Uri Address => new(_bot.Urls.First());

    /// <summary>Every line that was logged, where the house keeps them.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Every file of the store, a letter a byte; only while the bot sleeps.</summary>
    public IEnumerable<string> FilesAsText => _folder.EnumerateFiles().Select(file => File.ReadAllText(file.FullName, System.Text.Encoding.Latin1));

    /// <summary>Starts it, by the machine's own clock or by one that is set, with more settings as on a command line.</summary>
    public static async Task<SlackHouse> StartAsync(MovedClock? clock = null, Logs logs = Logs.Nothing, Installed installed = Installed.BySettings, Way way = Way.Requests, params string[] settings)
    {
        var house = new SlackHouse(Directory.CreateTempSubdirectory("outcomebot"), await SlackWorkspace.StartAsync(), clock, logs, installed, way, settings);
        await house._bot.StartAsync();
        return house;
    }

    /// <summary>Goes on in this folder and this workspace, where another process was ended. Both are this house's from now on.</summary>
    public static async Task<SlackHouse> MoveInAsync(DirectoryInfo folder, SlackWorkspace workspace)
    {
        var house = new SlackHouse(folder, workspace, clock: null);
        await house._bot.StartAsync();
        return house;
    }

    /// <summary>The bot stops, and starts again at that time on the same file.</summary>
    public Task SleepUntilAsync(Instant at, Action? meanwhile = null) => SleepUntilAsync(at, _ =>
    {
        meanwhile?.Invoke();
        return Task.CompletedTask;
    });

    /// <summary>The same, with something done to the file meanwhile.</summary>
    public async Task SleepUntilAsync(Instant at, Func<string, Task> meanwhileAsync)
    {
        await StopAsync();
        await meanwhileAsync(Path.Combine(_folder.FullName, FileName));
        _clock!.MoveTo(at); // Only a house with a clock of its own sleeps.
        _bot = Build();
        await _bot.StartAsync();
    }

    /// <summary>People of another workspace than the usual one.</summary>
    public SlackDriver DriverOf(string team) => new(Address, Workspace, _clock, team, _way);

    /// <summary>An admin installs the bot in a workspace by the code that Slack gives them; what comes back is the page they see.</summary>
    public async Task<string> InstallAsync(string code)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        using var begun = await browser.GetAsync("/slack/install");
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].Single()!;
        using var back = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth?code={code}&state={Uri.EscapeDataString(state)}");
        back.Headers.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var page = await browser.SendAsync(back);
        return await page.Content.ReadAsStringAsync();
    }

    /// <summary>The page of a subject; null when nothing has happened to it.</summary>
    public async Task<Page?> PageAsync(string practice, string id) =>
        await Services.GetRequiredService<IJournal>().OpenAsync(new Subject(new Tenant($"slack:{SlackDriver.Team}"), practice, id), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        _driver?.Dispose();
        _driver = null;
        await _bot.StopAsync();
        await _bot.DisposeAsync();
    }

    private WebApplication Build() => OutcomeBotApp.Build(
        [
            "--urls", "http://127.0.0.1:0",
            .. _way == Way.Sockets ? ["--Slack:AppToken", "xapp-of-the-stories"] : (string[])["--Slack:SigningSecret", SlackDriver.Secret],
            .. _installed == Installed.BySettings ? ["--Slack:BotToken", "xoxb-of-the-stories"] : (string[])["--Slack:ClientId", "1.2", "--Slack:ClientSecret", "a-client-secret-of-the-stories", "--Slack:PublicUrl", "https://bot.example.com/"],
            "--Slack:ApiBaseUrl", Workspace.ApiUrl,
            "--Storage:LiteDb:Path", Path.Combine(_folder.FullName, FileName),
            .. _settings,
            .. _logs == Logs.Everything ? ["--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:LogLevel:Quartz", "Trace"] : Array.Empty<string>(),
        ],
        [new Door(SlackServices.AddSlack, SlackServices.MapSlack)],
        builder =>
        {
            builder.Logging.ClearProviders();
            if (_logs == Logs.Everything) builder.Logging.AddProvider(Log);
            if (_clock is not null) builder.Services.AddSingleton<TimeProvider>(_clock);
        });
}
