namespace OutcomeBot.Slack.Sockets;

/// <summary>How long to wait before another socket is opened.</summary>
internal static class SlackSocketPause
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Nothing after a socket that served, then twice as long after each that did not, to a minute; between half and all of
    /// it, by chance (0 to 1), so that many bots don't call at once when Slack comes back.
    /// </summary>
    public static TimeSpan After(int failures, double chance)
    {
        if (failures <= 0) return TimeSpan.Zero;
        var full = failures > 6 ? s_most : s_first * Math.Pow(2, failures - 1);
        return full * (0.5 + (chance / 2));
    }
}
