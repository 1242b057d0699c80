using System.Text.RegularExpressions;

namespace OutcomeBot.House.Tests.Architecture;

/// <summary>The sources as they lie in the repository.</summary>
internal static partial class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>All C# files below a folder of the repository, generated ones left out.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built().IsMatch(file));

    /// <summary>The path as it is said: from the root, with forward slashes.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The code of a file, without comments.</summary>
    public static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("OutcomeBot.sln is in none of the folders above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "OutcomeBot.sln")) ? folder.FullName
        : Find(folder.Parent);

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex(@"(?<!:)//[^\n]*")]
    private static partial Regex Comment();
}
