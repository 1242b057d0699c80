using System.Collections.Immutable;

namespace OutcomeBot.Load.Wire;

/// <summary>What a volley came to.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Waits">How long each answer took.</param>
/// <param name="Asked">The questions whose commands were acknowledged.</param>
/// <param name="Failures">Requests that were not acknowledged.</param>
/// <param name="RanOut">Whether a script was too short for the time.</param>
internal sealed record Score(TimeSpan Elapsed, ImmutableArray<TimeSpan> Waits, ImmutableArray<int> Asked, int Failures, bool RanOut)
{
    /// <summary>The processor time that the server spent on it.</summary>
    public TimeSpan Work { get; init; }

    /// <summary>Processor time for each answer, in microseconds: what remains comparable when the machine is busy with something else.</summary>
    public double WorkEach => Work.TotalMicroseconds / Math.Max(1, Waits.Length);

    public static Score None { get; } = new(TimeSpan.Zero, [], [], 0, false);

    public double PerSecond => Elapsed == TimeSpan.Zero ? 0 : Waits.Length / Elapsed.TotalSeconds;

    public static Score operator +(Score one, Score other) => new(
        one.Elapsed + other.Elapsed, one.Waits.AddRange(other.Waits), one.Asked.AddRange(other.Asked), one.Failures + other.Failures, one.RanOut || other.RanOut)
    {
        Work = one.Work + other.Work,
    };

    /// <summary>The wait, in milliseconds, that this share of the answers stayed below.</summary>
    public double Percentile(double share)
    {
        if (Waits.IsEmpty) return double.NaN;
        var sorted = Waits.Sort();
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(share * sorted.Length) - 1)].TotalMilliseconds;
    }
}
