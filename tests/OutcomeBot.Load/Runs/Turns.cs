using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Runs;

/// <summary>Turns at a steady pace, while something else goes on.</summary>
internal static class Turns
{
    /// <summary>People who ask something, each waiting for the answer.</summary>
    private const int People = 4;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(25);
    private static int s_question = 1_000_000;

    /// <summary>How long each of people's turns took, in order of length.</summary>
    public static async Task<ImmutableArray<double>> WaitsAsync(int port, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, People).Select(async _ =>
        {
            using var line = await Line.OpenAsync(port, cancellationToken);
            var waits = new List<double>();
            while (!isOver())
            {
                var question = Interlocked.Increment(ref s_question);
                var began = Stopwatch.GetTimestamp();
                await line.SendAsync(Mix.Ask(question, question), cancellationToken);
                waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(s_pause, cancellationToken);
            }

            return waits;
        }));
        return [.. all.SelectMany(waits => waits).Order()];
    }

    public static double P99(ImmutableArray<double> waits) => waits[waits.Length * 99 / 100];

    public static string[] Row(ImmutableArray<double> waits) => waits.IsEmpty
        ? ["0", "", "", ""]
        : [Sheet.Number(waits.Length), Sheet.Number(waits[waits.Length / 2]), Sheet.Number(P99(waits)), Sheet.Number(waits[^1])];
}
