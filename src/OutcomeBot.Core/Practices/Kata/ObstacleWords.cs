namespace OutcomeBot.Core.Practices.Kata;

/// <summary>An obstacle as people say it: "we can't ship in a week because the release board meets once a month".</summary>
internal static class ObstacleWords
{
    private static readonly string[] s_openings = ["we can't ", "we cannot ", "we can’t ", "we cant ", "can't ", "cannot "];

    /// <summary>What stands after "because", when it's said as "we can't ... because ..."; else the whole text.</summary>
    public static string Reason(string text)
    {
        var because = text.IndexOf(" because ", StringComparison.OrdinalIgnoreCase);
        return IsTest(text) && because >= 0 ? text[(because + " because ".Length)..].Trim() : text;
    }

    /// <summary>Whether the text is said as the test itself.</summary>
    public static bool IsTest(string text) => s_openings.Any(opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
}
