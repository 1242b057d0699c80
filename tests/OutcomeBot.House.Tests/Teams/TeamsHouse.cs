using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.Runtime;
using OutcomeBot.Teams;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>The whole bot in this process, with real token checks against a made issuer, a made connector, and a file of its own.</summary>
internal sealed class TeamsHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outcomebot");
    private readonly TestIssuer _issuer;
    private readonly MovedClock? _clock;
    private WebApplication _bot;
    private TeamsDriver? _driver;

    private readonly string[] _also;

    private TeamsHouse(TestIssuer issuer, MadeConnector connector, MovedClock? clock, string[] also)
    {
        (_issuer, Connector, _clock, _also) = (issuer, connector, clock, also);
        _bot = Build();
    }

    public MadeConnector Connector { get; }

    public TeamsDriver Driver => _driver ??= new TeamsDriver(new Uri(_bot.Urls.First()), _issuer, Connector, _clock);

    public IServiceProvider Services => _bot.Services;

    /// <summary>Starts it, by the machine's own clock or by one that is set, with these settings besides the usual ones.</summary>
    public static async Task<TeamsHouse> StartAsync(MovedClock? clock = null, params string[] also)
    {
        var house = new TeamsHouse(await TestIssuer.StartAsync(), await MadeConnector.StartAsync(), clock, also);
        await house._bot.StartAsync();
        return house;
    }

    /// <summary>The bot stops, and starts again at that time on the same file.</summary>
    public async Task SleepUntilAsync(Instant at)
    {
        await StopAsync();
        _clock!.MoveTo(at); // Only a house with a clock of its own sleeps.
        _bot = Build();
        await _bot.StartAsync();
    }

    /// <summary>The page of a subject; null when nothing has happened to it.</summary>
    public async Task<Page?> PageAsync(string practice, string id) =>
        await Services.GetRequiredService<IJournal>().OpenAsync(new Subject(new Tenant("teams:" + TestIssuer.Tenant), practice, id), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _issuer.DisposeAsync();
        await Connector.DisposeAsync();
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
            "--environment", "Development",
            "--urls", "http://127.0.0.1:0",
            "--Teams:ClientId", TestIssuer.ClientId,
            "--Teams:ClientSecret", "a-secret-of-the-stories",
            "--Teams:TenantId", TestIssuer.Tenant,
            "--Teams:OpenIdMetadataUrl", _issuer.Url + "/metadata",
            "--Teams:TokenUrl", _issuer.Url + "/token",
            "--Teams:AllowedServiceHosts", "127.0.0.1",
            "--Teams:PublicUrl", "https://bot.example.com/",
            "--Storage:LiteDb:Path", Path.Combine(_folder.FullName, "bot.db"),
            .. _also,
        ],
        [new Door(TeamsServices.AddTeams, TeamsServices.MapTeams)],
        builder =>
        {
            builder.Logging.ClearProviders();
            if (_clock is not null) builder.Services.AddSingleton<TimeProvider>(_clock);
        });
}
