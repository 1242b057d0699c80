using System.Text.RegularExpressions;
using OutcomeBot.House.Tests.Architecture;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>Outcomes as they are agreed: one file for all doors. OUTCOMEBOT_GOLDEN=write writes them anew.</summary>
internal static partial class Golden
{
    public static void Same(string name, string outcome)
    {
        var said = Time().Replace(outcome, "hh:mm UTC") + "\n";
        var file = Path.Combine(Repository.Root, "tests/OutcomeBot.House.Tests/Parity/Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write") File.WriteAllText(file, said);
        Assert.Equal(File.ReadAllText(file), said);
    }

    // The clock of a story begins at nine and runs on.
    [GeneratedRegex(@"\d\d:\d\d UTC")]
    private static partial Regex Time();
}
