using System.Net.Sockets;
using System.Runtime.InteropServices;
using OutcomeBot.Load.Runs;
using OutcomeBot.Load.Servers;

// Measures the built bot: dotnet run -c Release --project tests/OutcomeBot.Load -- [all|peer|start|thread|restart|curve|render|checkins|votes|teams] [--bot FOLDER]
Dictionary<string, Func<Workshop, string, CancellationToken, Task>> runs = new(StringComparer.Ordinal)
{
    ["peer"] = PeerRun.RunAsync,
    ["start"] = StartRun.RunAsync,
    ["thread"] = ThreadRun.RunAsync,
    ["restart"] = CrashRun.RunAsync,
    ["curve"] = CurveRun.RunAsync,
    ["checkins"] = CheckInRun.RunAsync,
    ["votes"] = VotesRun.RunAsync,
    ["teams"] = TeamsRun.RunAsync,
    ["render"] = RenderAsync,
};
var wanted = args is [var first, ..] && !first.StartsWith('-') ? first : "all";
if (wanted != "all" && !runs.ContainsKey(wanted))
{
    Console.Error.WriteLine($"There is no run called {wanted}. There are: all, {string.Join(", ", runs.Keys)}.");
    return 2;
}

using var end = new CancellationTokenSource(TimeSpan.FromMinutes(30));
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var workshop = new Workshop();
try
{
    // A folder with a published bot saves the time of publishing it again.
    var program = args is [.., "--bot", var folder] ? folder : await workshop.PublishAsync(end.Token);
    foreach (var (_, run) in runs.Where(run => wanted == "all" || run.Key == wanted))
        await run(workshop, program, end.Token);
    return 0;
}
catch (Exception exception) when (end.IsCancellationRequested || exception is InvalidOperationException or TimeoutException or IOException or SocketException)
{
    Console.Error.WriteLine(end.IsCancellationRequested ? "Stopped before the end." : exception.Message);
    return 1;
}

static async Task RenderAsync(Workshop workshop, string program, CancellationToken cancellationToken)
{
    await RenderRun.RunAsync(cancellationToken);
    await PicturesRun.RunAsync(workshop, program, cancellationToken);
}

// The servers and the folder go away with the program, whoever ends it.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.Cancel();
}
