using System.Diagnostics;
using System.Net.Sockets;

namespace OutcomeBot.Load.Wire;

/// <summary>A request ready to send, and the question it asks when it asks one.</summary>
internal readonly record struct Shot(byte[] Bytes, int Question = Shot.NoQuestion)
{
    public const int NoQuestion = -1;
}

/// <summary>Many lines at once, each sending its script one request after the other.</summary>
internal static class Volley
{
    /// <summary>So many connections, as the figures in the agreement are for.</summary>
    public const int Lines = 64;

    /// <summary>Fires until the time is over or a script ends; a server that dies under it ends it too.</summary>
    public static async Task<Score> FireAsync(int port, IReadOnlyList<IReadOnlyList<Shot>> scripts, TimeSpan time, CancellationToken cancellationToken)
    {
        var lines = await Task.WhenAll(scripts.Select(_ => Line.OpenAsync(port, cancellationToken)));
        try
        {
            var watch = Stopwatch.StartNew();
            var ends = await Task.WhenAll(lines.Select((line, index) => Task.Run(() => FireAsync(line, scripts[index], watch, time, cancellationToken), cancellationToken)));
            return new Score(watch.Elapsed, [.. ends.SelectMany(end => end.Waits)], [.. ends.SelectMany(end => end.Asked)], ends.Sum(end => end.Failures), ends.Any(end => end.RanOut));
        }
        finally
        {
            foreach (var line in lines) line.Dispose();
        }
    }

    private static async Task<End> FireAsync(Line line, IReadOnlyList<Shot> script, Stopwatch watch, TimeSpan time, CancellationToken cancellationToken)
    {
        var end = new End();
        foreach (var shot in script)
        {
            if (watch.Elapsed >= time) return end;
            var began = Stopwatch.GetTimestamp();
            try
            {
                var reply = await line.SendAsync(shot.Bytes, cancellationToken);
                end.Take(shot, reply, Stopwatch.GetElapsedTime(began));
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                end.Failures++;
                return end;
            }
        }

        end.RanOut = true;
        return end;
    }

    private sealed class End
    {
        public List<TimeSpan> Waits { get; } = [];

        public List<int> Asked { get; } = [];

        public int Failures { get; set; }

        public bool RanOut { get; set; }

        public void Take(Shot shot, Reply reply, TimeSpan wait)
        {
            // A turn that failed is answered 200 too, with a sentence that says so.
            if (reply.Status != 200 || reply.Body.Span.IndexOf("broke on our side"u8) >= 0)
            {
                Failures++;
                return;
            }

            Waits.Add(wait);
            if (shot.Question != Shot.NoQuestion) Asked.Add(shot.Question);
        }
    }
}
