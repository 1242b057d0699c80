using System.Diagnostics;

namespace OutcomeBot.Load.Servers;

/// <summary>Builds what is measured, and owns the folder in which all of it stands.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly string _root = Root();

    /// <summary>A folder that goes away with the workshop.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("outcomebot-load-").FullName;

    /// <summary>A fresh folder in it.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Path.GetRandomFileName())).FullName;

    /// <summary>The bot, published by the command that the docs give to whoever runs it; only what is built on the way stands elsewhere.</summary>
    public async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        var output = Path.Combine(Folder, "bot");
        Console.WriteLine("Publishing the bot …");
        await RunAsync("dotnet",
        [
            "publish", Path.Combine(_root, "src", "OutcomeBot.Web"), "-c", "Release", "-o", output,
            "--artifacts-path", Path.Combine(Folder, "artifacts"), "-v", "quiet", "-nologo",
        ], _root, cancellationToken);
        return output;
    }

    /// <summary>A peer, installed on first use, listening on its port.</summary>
    public async Task<Child> StartPeerAsync(string script, IEnumerable<(string Name, string Value)> settings, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_root, "tests", "OutcomeBot.Load", "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@slack", "bolt")) || !Directory.Exists(Path.Combine(folder, "node_modules", "@microsoft", "agents-hosting")))
        {
            Console.WriteLine("Installing the peers …");
            await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--omit=dev"], folder, cancellationToken);
        }

        var port = Child.FreePort();
        var start = new ProcessStartInfo("node", [Path.Combine(folder, script)]);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["NODE_ENV"] = "production";
        return Child.Start(start, port);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with code {process.ExitCode}:\n{said}\n{await errors}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutcomeBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Run this inside the repository: it builds the bot from it.");
    }
}
