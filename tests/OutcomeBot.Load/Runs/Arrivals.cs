namespace OutcomeBot.Load.Runs;

/// <summary>Whether every question that was acknowledged has its card. Cards keep a platform's pace, so the last ones come a little later.</summary>
internal static class Arrivals
{
    /// <summary>How many have none, or more than one.</summary>
    public static async Task<int> LostAsync(Func<int, int> cardsOf, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        try
        {
            await Opening.UntilAsync(() => asked.All(question => cardsOf(question) > 0), "the last cards", cancellationToken);
        }
        catch (TimeoutException)
        {
            // Counted below: a measurement says how many, it doesn't stop.
        }

        return asked.Count(question => cardsOf(question) != 1);
    }
}
