using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;

namespace OutcomeBot.Web.Hosting;

/// <summary>Starts the bot, or says in a sentence why it can't be started.</summary>
internal static partial class Start
{
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Door> doors)
    {
        var rehearsal = Rehearsal.TakeAsync(Catalog.All[0]);
        try
        {
            await using var app = OutcomeBotApp.Build(args, doors);
            Check(app.Services);
            await app.StartAsync();
            app.RefuseOpenAddresses();
            Log.Ready(app.Logger, string.Join(" and ", app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses));
            await rehearsal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (rehearsal.Exception is { } failure) Log.RehearsalFailed(app.Logger, failure);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"OutcomeBot did not start. {sentence}");
            return 1;
        }
    }

    /// <summary>Settings and store, before anything runs: what is wrong with them is then a sentence and not a failed host.</summary>
    private static void Check(IServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<IJournal>();
    }

    /// <summary>What a person can mend; null for a bug, which keeps its stack trace.</summary>
    private static string? Sentence(Exception exception) => exception switch
    {
        OptionsValidationException options => string.Join(' ', options.Failures),
        AggregateException { InnerExceptions: var all } when all.All(one => one is OptionsValidationException) => string.Join(' ', all.Select(Sentence)),
        StoreCannotOpenException store => store.Message,
        StartRefusedException refused => refused.Message,
        InvalidOperationException { Message: var message } when message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            "Its address is in use, perhaps by another OutcomeBot. Stop that one, or choose another address with --urls http://127.0.0.1:5081.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "OutcomeBot is ready. Open {Addresses}")]
        public static partial void Ready(ILogger logger, string addresses);

        [LoggerMessage(2, LogLevel.Warning, "The rehearsal failed. Nothing is lost, but the first answer takes a little longer.")]
        public static partial void RehearsalFailed(ILogger logger, Exception exception);
    }
}

/// <summary>The settings do not allow this start; the message says what to change.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
