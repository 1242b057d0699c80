using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The whole bot in this process, with a Slack workspace of its own and a file of its own.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _bot;

    private SlackHouse(DirectoryInfo folder, WebApplication bot, SlackWorkspace workspace)
    {
        (_folder, _bot, Workspace) = (folder, bot, workspace);
        Driver = new SlackDriver(new Uri(bot.Urls.First()), workspace);
    }

    public SlackWorkspace Workspace { get; }

    public SlackDriver Driver { get; }

    public IServiceProvider Services => _bot.Services;

    public static async Task<SlackHouse> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("outcomebot");
        var workspace = await SlackWorkspace.StartAsync();
        var bot = OutcomeBotApp.Build(
            [
                "--urls", "http://127.0.0.1:0",
                "--Slack:SigningSecret", SlackDriver.Secret,
                "--Slack:BotToken", "xoxb-of-the-stories",
                "--Slack:ApiBaseUrl", workspace.ApiUrl,
                "--Storage:LiteDb:Path", Path.Combine(folder.FullName, "bot.db"),
                "--LocalChat:Enabled", "false",
            ],
            builder => builder.Logging.ClearProviders());
        await bot.StartAsync();
        return new SlackHouse(folder, bot, workspace);
    }

    public async ValueTask DisposeAsync()
    {
        Driver.Dispose();
        await _bot.StopAsync();
        await _bot.DisposeAsync();
        await Workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
