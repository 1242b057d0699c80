using OutcomeBot.Core.Practices;
using OutcomeBot.Storage;
using OutcomeBot.Teams;

namespace OutcomeBot.Web.Hosting;

/// <summary>What the bot does instead of starting: <c>backup</c>, <c>restore</c>, <c>verify</c>, <c>manifest teams</c>, with the same settings as a start.</summary>
internal static class CommandLine
{
    public static bool Owns(string[] args) => args is ["backup" or "restore" or "verify" or "manifest", ..];

    public static Task<int> RunAsync(string[] args, TextWriter output)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var configuration = WebApplication.CreateBuilder(args[words.Length..]).Configuration;
        if (words is ["manifest", ..]) return PackAsync(words, configuration, output);
        var options = configuration.GetSection(LiteDbOptions.Section).Get<LiteDbOptions>() ?? new LiteDbOptions();
        var practices = Catalog.All.ToDictionary(practice => practice.Word, StringComparer.Ordinal);
        return new StorageCommands(options, practices, TimeProvider.System, output).RunAsync(words, CancellationToken.None);
    }

    /// <summary><c>manifest teams --out app.zip</c></summary>
    private static async Task<int> PackAsync(string[] words, ConfigurationManager configuration, TextWriter output)
    {
        var path = configuration["out"] ?? "outcomebot-teams.zip";
        var wrong = words is ["manifest", "teams"]
            ? TeamsManifest.Pack(configuration, Catalog.All, path, typeof(CommandLine).Assembly.GetName().Version!.ToString(3)) // The build gives every assembly a version.
            : "Say which: manifest teams --out app.zip";
        await output.WriteLineAsync(wrong ?? $"{path} is ready. Upload it under Teams admin center → Manage apps → Upload new app.");
        return wrong is null ? 0 : 1;
    }
}
