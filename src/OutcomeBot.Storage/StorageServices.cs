using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Storage;

/// <summary>The store that the settings name.</summary>
public static class StorageServices
{
    /// <summary>Adds the journal and the room book. The practices come from the container, by word.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"] switch
        {
            null or "LiteDb" => services.AddLiteDb(configuration),

            // No store: the validation above stops the start with a sentence.
            _ => services,
        };
    }

    private static IServiceCollection AddLiteDb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LiteDbOptions>().Bind(configuration.GetSection(LiteDbOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => LiteDbStore.Open(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path,
            provider.GetRequiredService<IReadOnlyDictionary<string, IPractice>>(),
            provider.GetRequiredService<ILogger<LiteDbStore>>()));
        services.AddSingleton<IJournal, LiteDbJournal>();
        services.AddSingleton<IRoomBook, LiteDbRoomBook>();
        services.AddSingleton<IAddressBook, LiteDbAddressBook>();
        services.AddSingleton<LiteDbPassingBook>().AddSingleton<IPassingBook>(provider => provider.GetRequiredService<LiteDbPassingBook>());
        services.AddHostedService<PassingClock>();
        services.AddSingleton<IRemovals, LiteDbRemovals>();
        services.AddSingleton<LiteDbBackup>();
        services.AddHostedService<BackupClock>();
        return services;
    }
}
