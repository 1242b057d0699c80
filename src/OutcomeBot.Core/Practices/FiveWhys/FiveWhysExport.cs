using System.Text.Json;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>An analysis as files: Markdown for people, JSON that comes back as the very same analysis.</summary>
internal static class FiveWhysExport
{
    /// <summary>What the JSON file is, and in which version.</summary>
    public const string Format = "outcomebot.five-whys/1";

    /// <summary>The largest file that is read back.</summary>
    public const int LongestFile = 1_000_000;

    public static Attach Of(Scene scene, WhyTree tree) => new(
        scene.Thread,
        $"{scene.By} exported this analysis. The Markdown is for reading; the JSON can be imported again with {FiveWhysPractice.Name} import.",
        [
            new Attachment(FileName(tree) + ".md", "text/markdown", FiveWhysMarkdown.Of(scene.State, tree, scene.At)),
            new Attachment(FileName(tree) + ".json", "application/json", Json(scene.State)),
        ]);

    public static string Json(FiveWhysState state) => JsonSerializer.Serialize(new Exported(Format, state), FiveWhysJson.File);

    private static string FileName(WhyTree tree)
    {
        var letters = ProblemWords.Question(tree.Problem).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(50);
        return string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "five-whys";
    }
}
