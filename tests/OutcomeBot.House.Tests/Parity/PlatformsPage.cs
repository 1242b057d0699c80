using OutcomeBot.House.Tests.Architecture;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>docs/platforms.md, made of the features and kept true by their proofs. OUTCOMEBOT_GOLDEN=write writes it anew.</summary>
internal static class PlatformsPage
{
    public static void Same()
    {
        var file = Path.Combine(Repository.Root, "docs/platforms.md");
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write") File.WriteAllText(file, Text());
        Assert.Equal(File.ReadAllText(file), Text());
    }

    private static string Text() =>
        $"""
        # What each platform can do

        This page is made by the tests: each line is done behind every door, in the same words, before it may stand here
        (`tests/OutcomeBot.House.Tests/Parity`). A fourth door that only the tests know runs the same stories; it needed a project
        of its own and one line in `Program.cs`.

        | | Slack | Microsoft Teams | Local chat |
        |---|---|---|---|
        {string.Join('\n', Feature.All.Select(feature => $"| {feature.Name} | {feature.Slack} | {feature.Teams} | {feature.Local} |"))}

        """;
}
