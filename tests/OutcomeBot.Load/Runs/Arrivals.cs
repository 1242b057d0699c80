namespace OutcomeBot.Load.Runs;

/// <summary>Whether every question that was acknowledged has its card. Cards keep a platform's pace, so the last ones come a little later.</summary>
internal static class Arrivals
{
    /// <summary>Waits for the last ones and says how many stand once, and what became of the others.</summary>
    public static async Task<string> SaidAsync(Func<int, int> cardsOf, IReadOnlyList<int> asked, CancellationToken cancellationToken)
    {
        try
        {
            await Opening.UntilAsync(() => asked.All(question => cardsOf(question) > 0), "the last cards", cancellationToken);
        }
        catch (TimeoutException)
        {
            // Counted below: a measurement says how many, it doesn't stop.
        }

        var (lost, twice) = (asked.Count(question => cardsOf(question) == 0), asked.Count(question => cardsOf(question) > 1));
        return $"{asked.Count - lost - twice} of {asked.Count}{(lost + twice == 0 ? "" : $"; {lost} have none, {twice} more than one")}.";
    }
}
