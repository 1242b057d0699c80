using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>The switch between stores, and its settings.</summary>
public sealed class StorageServicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task LiteDb_is_what_one_gets_without_saying_anything()
    {
        await using var provider = Provider(("Storage:LiteDb:Path", _folder.File("outcomebot.db")));
        Assert.IsType<LiteDbJournal>(provider.GetRequiredService<IJournal>());
        Assert.IsType<LiteDbRoomBook>(provider.GetRequiredService<IRoomBook>());
        Assert.NotNull(provider.GetRequiredService<LiteDbBackup>());
    }

    [Theory]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Storage:LiteDb:Path", "")]
    [InlineData("Storage:LiteDb:BackupKeep", "0")]
    [InlineData("Storage:LiteDb:BackupEvery", "00:00:01")]
    public void A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        using var provider = Provider((key, value));
        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IReadOnlyDictionary<string, IPractice>>(Given.Practices)
            .AddStorage(configuration)
            .BuildServiceProvider();
    }
}
