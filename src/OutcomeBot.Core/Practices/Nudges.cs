using NodaTime;

namespace OutcomeBot.Core.Practices;

/// <summary>How often somebody has been reminded of the same thing.</summary>
internal static class Nudges
{
    /// <summary>The count after a reminder said at <paramref name="now"/>. Later ones whose time has passed as well are said with it: a downtime brings one message, not a burst.</summary>
    /// <param name="next">When the next one is due after so many; never, where no more are said.</param>
    public static int After(int count, Func<int, Instant> next, Instant now)
    {
        do count++; while (next(count) <= now);
        return count;
    }
}
