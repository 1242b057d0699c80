using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The bot as a process of its own, so that it can be killed.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process _process;

    private BotProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it on a file, with a workspace to talk to, and returns when it is ready.</summary>
    public static async Task<BotProcess> StartAsync(string path, SlackWorkspace workspace)
    {
        var bot = Launch(path, workspace, ("Slack__BotToken", "xoxb-of-the-stories"));
        await bot.ReadyAsync();
        return bot;
    }

    /// <summary>Starts it with settings of its own in place of a token, and does not wait for it.</summary>
    public static BotProcess Launch(string path, SlackWorkspace workspace, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OutcomeBot.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Slack__SigningSecret"] = SlackDriver.Secret;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["Slack__ApiBaseUrl"] = workspace.ApiUrl;
        start.Environment["Storage__LiteDb__Path"] = path;
        start.Environment["LocalChat__Enabled"] = "false";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The bot could not be started.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new BotProcess(process, address);
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>Returns when it takes requests.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            Assert.False(_process.HasExited, "The bot ended instead of starting.");
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/readyz"), limit.Token)).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
