using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit.Abstractions;

namespace OutcomeBot.Core.Tests;

/// <summary>Reference data that lies beside the repository and isn't part of it.</summary>
internal static class Shared
{
    /// <summary>A file of reference data; where it is absent, the test says so and what it would have checked stays unchecked.</summary>
    public static JsonElement? Json(string path, ITestOutputHelper output, [CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared/data", path) is var file && File.Exists(file))
                return JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        output.WriteLine($"NOT CHECKED: there is no shared/data/{path} beside the repository.");
        return null;
    }

    public static decimal[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDecimal())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>Equal to the given share of the larger number; published figures are doubles.</summary>
    public static void Near(double expected, double actual, string about, double share = 1e-9)
    {
        if (Math.Abs(expected - actual) > share * Math.Max(1, Math.Abs(expected)))
            throw new Xunit.Sdk.XunitException($"{about}: expected {expected:R}, got {actual:R}");
    }
}
