using System.Diagnostics;
using System.Globalization;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Servers;

/// <summary>The bot as it is published, with a store of its own in a folder that goes away.</summary>
internal sealed class Bot(string program, IReadOnlyList<(string Name, string Value)> settings, string folder)
{
    /// <summary>With its Slack door, where plots are pictures: drawing is among what is measured.</summary>
    public Bot(string program, Uri slack, string folder)
        : this(program, [("Slack__SigningSecret", SlackRequest.Secret), ("Slack__BotToken", "xoxb-load"), ("Slack__ApiBaseUrl", slack.ToString()), ("Slack__NativeCharts", "false")], folder)
    {
    }

    /// <summary>Where the store is.</summary>
    public string Store { get; } = Path.Combine(folder, "bot.db");

    /// <summary>What the store takes up on disk, in MB, with whatever stands beside the file.</summary>
    public double StoreMegabytes => new DirectoryInfo(folder).EnumerateFiles("bot*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;

    public Child Start()
    {
        var port = Child.FreePort();
        var start = new ProcessStartInfo(Path.Combine(program, "OutcomeBot.Web")) { WorkingDirectory = program };
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath) is { } beside && File.Exists(Path.Combine(beside, "dotnet")) ? beside : DotnetRoot();
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["Storage__LiteDb__Path"] = Store;
        return Child.Start(start, port);
    }

    /// <summary>Starts it and waits until it has taken a command to disk.</summary>
    public async Task<(Child Child, TimeSpan FirstAnswer)> StartAsync(CancellationToken cancellationToken)
    {
        var child = Start();
        try
        {
            return (child, await child.FirstAnswerAsync(() => Mix.Command(0, 0, "why " + Mix.Question(0)), cancellationToken));
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    // The runtime that runs this program is the one that the bot needs.
    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
