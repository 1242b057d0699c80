using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The bot's file, opened without the bot.</summary>
internal static class BotStore
{
    public static ServiceProvider Open(string path)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:LiteDb:Path", path)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PracticeBook(Catalog.All).ByWord)
            .AddStorage(settings)
            .BuildServiceProvider();
    }
}
