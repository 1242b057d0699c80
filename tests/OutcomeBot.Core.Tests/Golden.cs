using Xunit;

namespace OutcomeBot.Core.Tests;

/// <summary>A text that somebody has looked at and found right. Set OUTCOMEBOT_GOLDEN=write to write it anew, then look at the difference.</summary>
internal static class Golden
{
    public static void Check(string folder, string name, string text)
    {
        var file = Path.Combine(Root, "tests", "OutcomeBot.Core.Tests", folder, "golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text + "\n");
        }

        Assert.True(File.Exists(file), $"{folder}/golden/{name}.txt is missing.");
        Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), text.TrimEnd('\n'));
    }

    private static string Root { get; } = Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "OutcomeBot.sln")));

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
