using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Servers;

/// <summary>A server that is measured: a process of its own, ended with this one's measurement.</summary>
internal sealed partial class Child : IDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly Queue<string> _said = [];

    private Child(Process process, int port)
    {
        _process = process;
        Port = port;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>The most memory it has held, in MB; zero when it is gone.</summary>
    public double PeakMegabytes => Status("VmHWM:") / 1024d;

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Work
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program that listens on the port it is told.</summary>
    public static Child Start(ProcessStartInfo start, int port)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start."), port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks until it answers rightly, and returns the first right answer's time.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(Func<byte[]> request, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_patience)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server ended with code {_process.ExitCode}:\n{Said()}");
            try
            {
                using var line = await Line.OpenAsync(Port, cancellationToken);
                var reply = await line.SendAsync(request(), cancellationToken);
                if (reply.Status == 200) return DateTime.UtcNow - _process.StartTime.ToUniversalTime();
                throw new InvalidOperationException($"The server answered {reply.Status}:\n{Said()}");
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Task.Delay(5, cancellationToken);
            }
        }

        throw new TimeoutException($"The server did not answer for {s_patience.TotalSeconds} s:\n{Said()}");
    }

    /// <summary>It stands still, so that the other one has the machine to itself.</summary>
    public void Freeze() => Signal(Stop);

    public void Thaw() => Signal(Continue);

    /// <summary>The end that a power cut would bring: no farewell, nothing flushed.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>The last lines it wrote.</summary>
    public string Said()
    {
        lock (_said) return string.Join('\n', _said);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 40) _said.Dequeue();
        }
    }

    private long Status(string field)
    {
        if (_process.HasExited) return 0;
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private void Signal(int signal)
    {
        if (SendSignal(_process.Id, signal) != 0) throw new InvalidOperationException($"Signal {signal} could not be sent.");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
