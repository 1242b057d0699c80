using System.Runtime.CompilerServices;
using Xunit;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Drawings that somebody has looked at. To accept a new one, run with ACCEPT_GOLDEN=1, look at it, and commit it.</summary>
internal static class Golden
{
    public static void Same(string drawn, string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Folder(here), name);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
            File.WriteAllText(path, drawn);
        Assert.True(File.Exists(path), $"There is no {name} in Pictures/golden. Run with ACCEPT_GOLDEN=1 and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), drawn.ReplaceLineEndings("\n"));
    }

    // A deterministic build maps the caller's path away, so the folder is looked for from where the tests run.
    private static string Folder(string here)
    {
        if (Path.GetDirectoryName(here) is { } beside && Directory.Exists(Path.Combine(beside, "golden")))
            return Path.Combine(beside, "golden");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutcomeBot.sln")))
                return Path.Combine(folder.FullName, "tests", "OutcomeBot.Doors.Tests", "Pictures", "golden");
        throw new DirectoryNotFoundException("The tests run outside the repository, where the golden files are.");
    }
}
