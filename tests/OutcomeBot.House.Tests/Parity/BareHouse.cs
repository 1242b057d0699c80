using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The whole bot in this process with one door, a clock that is set and a file of its own.</summary>
internal sealed class BareHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outcomebot");
    private readonly WebApplication _bot;

    private BareHouse(MovedClock clock, Door door, string[] settings) => _bot = OutcomeBotApp.Build(
        ["--applicationName", "OutcomeBot.Web", "--urls", "http://127.0.0.1:0", "--Storage:LiteDb:Path", Path.Combine(_folder.FullName, "bot.db"), .. settings],
        [door],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
        });

    public IServiceProvider Services => _bot.Services;

    public Uri Address => new(_bot.Urls.First());

    public static async Task<BareHouse> StartAsync(MovedClock clock, Door door, params string[] settings)
    {
        var house = new BareHouse(clock, door, settings);
        await house._bot.StartAsync();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync();
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
