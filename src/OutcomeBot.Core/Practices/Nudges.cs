using NodaTime;

namespace OutcomeBot.Core.Practices;

/// <summary>When and how often somebody is reminded of the same thing.</summary>
internal static class Nudges
{
    private static readonly LocalTime s_morning = new(9, 0);

    /// <summary>When people are reminded on a day: at nine by the clock of this zone.</summary>
    public static Instant Morning(LocalDate day, DateTimeZone zone) => day.At(s_morning).InZoneLeniently(zone).ToInstant();

    /// <summary>The count after a reminder said at <paramref name="now"/>. Later ones whose time has passed as well are said with it: a downtime brings one message, not a burst.</summary>
    /// <param name="next">When the next one is due after so many; never, where no more are said.</param>
    public static int After(int count, Func<int, Instant> next, Instant now)
    {
        do count++; while (next(count) <= now);
        return count;
    }
}
