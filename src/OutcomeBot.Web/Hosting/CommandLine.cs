using OutcomeBot.Core.Practices;
using OutcomeBot.Slack;
using OutcomeBot.Storage;
using OutcomeBot.Teams;

namespace OutcomeBot.Web.Hosting;

/// <summary>What the bot does instead of starting: <c>backup</c>, <c>restore</c>, <c>verify</c>, <c>manifest slack</c>, <c>manifest teams</c>, with the same settings as a start.</summary>
internal static class CommandLine
{
    public static bool Owns(string[] args) => args is ["backup" or "restore" or "verify" or "manifest", ..];

    public static Task<int> RunAsync(string[] args, TextWriter output)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var configuration = WebApplication.CreateBuilder(args[words.Length..]).Configuration;
        if (words is ["manifest", ..]) return ManifestAsync(words, configuration, output);
        var options = configuration.GetSection(LiteDbOptions.Section).Get<LiteDbOptions>() ?? new LiteDbOptions();
        var practices = Catalog.All.ToDictionary(practice => practice.Word, StringComparer.Ordinal);
        return new StorageCommands(options, practices, TimeProvider.System, output).RunAsync(words, CancellationToken.None);
    }

    private static async Task<int> ManifestAsync(string[] words, ConfigurationManager configuration, TextWriter output)
    {
        var (said, wrong) = words switch
        {
            ["manifest", "slack"] => await SlackAsync(configuration),
            ["manifest", "teams"] => Teams(configuration),
            _ => ("", "Say which: manifest slack --out slack.yaml, or manifest teams --out app.zip"),
        };
        await output.WriteLineAsync(wrong ?? said);
        return wrong is null ? 0 : 1;
    }

    /// <summary><c>manifest slack</c> says it; <c>--out slack.yaml</c> writes it.</summary>
    private static async Task<(string Said, string? Wrong)> SlackAsync(ConfigurationManager configuration)
    {
        var (yaml, wrong) = SlackManifest.Of(configuration, Catalog.All);
        if (yaml is null || configuration["out"] is not { Length: > 0 } path) return (yaml?.TrimEnd() ?? "", wrong);
        await File.WriteAllTextAsync(path, yaml);
        return ($"{path} is ready. At api.slack.com/apps choose Create New App, From a manifest, and paste it.", null);
    }

    /// <summary><c>manifest teams --out app.zip</c></summary>
    private static (string Said, string? Wrong) Teams(ConfigurationManager configuration)
    {
        var path = configuration["out"] ?? "outcomebot-teams.zip";
        var wrong = TeamsManifest.Pack(configuration, Catalog.All, path, typeof(CommandLine).Assembly.GetName().Version!.ToString(3)); // The build gives every assembly a version.
        return ($"{path} is ready. Upload it under Teams admin center → Manage apps → Upload new app.", wrong);
    }
}
