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

/// <summary>The whole bot in this process, with a Slack workspace of its own and a file of its own.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    /// <summary>The store's name in the folder.</summary>
    public const string FileName = "bot.db";

    private readonly DirectoryInfo _folder;
    private readonly MovedClock? _clock;
    private readonly Logs _logs;
    private readonly string[] _settings;
    private WebApplication _bot;
    private SlackDriver? _driver;

    private SlackHouse(DirectoryInfo folder, SlackWorkspace workspace, MovedClock? clock, Logs logs = Logs.Nothing, params string[] settings)
    {
        (_folder, Workspace, _clock, _logs, _settings) = (folder, workspace, clock, logs, settings);
        _bot = Build();
    }

    public SlackWorkspace Workspace { get; }

    public SlackDriver Driver => _driver ??= new SlackDriver(new Uri(_bot.Urls.First()), Workspace, _clock);

    public IServiceProvider Services => _bot.Services;

    public Uri Address => new(_bot.Urls.First());

    /// <summary>Every line that was logged, where the house keeps them.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Every file of the store, a letter a byte; only while the bot sleeps.</summary>
    public IEnumerable<string> FilesAsText => _folder.EnumerateFiles().Select(file => File.ReadAllText(file.FullName, System.Text.Encoding.Latin1));

    /// <summary>Starts it, by the machine's own clock or by one that is set, with more settings as on a command line.</summary>
    public static async Task<SlackHouse> StartAsync(MovedClock? clock = null, Logs logs = Logs.Nothing, params string[] settings)
    {
        var house = new SlackHouse(Directory.CreateTempSubdirectory("outcomebot"), await SlackWorkspace.StartAsync(), clock, logs, settings);
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
    public async Task SleepUntilAsync(Instant at, Action? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        _clock!.MoveTo(at); // Only a house with a clock of its own sleeps.
        _bot = Build();
        await _bot.StartAsync();
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
            "--Slack:SigningSecret", SlackDriver.Secret,
            "--Slack:BotToken", "xoxb-of-the-stories",
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
