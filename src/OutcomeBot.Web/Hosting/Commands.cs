using OutcomeBot.Core.Practices;
using OutcomeBot.Storage;

namespace OutcomeBot.Web.Hosting;

/// <summary>What the bot does instead of starting: <c>backup</c>, <c>restore</c>, <c>verify</c>, with the same settings as a start.</summary>
internal static class Commands
{
    public static bool Owns(string[] args) => args is ["backup" or "restore" or "verify", ..];

    public static Task<int> RunAsync(string[] args, TextWriter output)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var configuration = WebApplication.CreateBuilder(args[words.Length..]).Configuration;
        var options = configuration.GetSection(LiteDbOptions.Section).Get<LiteDbOptions>() ?? new LiteDbOptions();
        var practices = Catalog.All.ToDictionary(practice => practice.Word, StringComparer.Ordinal);
        return new StorageCommands(options, practices, TimeProvider.System, output).RunAsync(words, CancellationToken.None);
    }
}
